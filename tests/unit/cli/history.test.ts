/** Histories on the command line: what commands change is told, and a record is shown as it was. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCli } from '../../../src/cli/main.ts'
import { historyPuts } from '../../../src/core/history/recordChange.ts'
import { applyInPlace, deleteRecord, emptyLog, LOG_SCHEMA, type Log } from '../../../src/core/log.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { createVault, openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-history-'))
  // What this computer saw of the log is none of the user's.
  vi.stubEnv('XDG_STATE_HOME', folder)
  const created = await createVault<Log>({
    path: at('log.daybook'),
    passphrase: passphraseSecret('one passphrase'),
    initial: emptyLog('2020-01-01T00:00:00Z'),
    schema: LOG_SCHEMA,
    kdf: KDF_FLOOR,
  })
  if (!created.ok) throw new Error(created.error.code)
  await created.value.close()
  await writeFile(at('passphrase'), 'one passphrase\n')
  await writeFile(at('first.jsonl'), lines('The first title'))
  await writeFile(at('second.jsonl'), lines('The second title'))
  expect((await run('import', at('log.daybook'), at('first.jsonl'))).code).toBe(0)
  expect((await run('import', at('log.daybook'), at('second.jsonl'))).code).toBe(0)
}, 60_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

const at = (name: string) => path.join(folder, name)

const CREATED = '2020-01-02T12:00:00Z'
const incident = { type: 'incident', id: 'inc1', createdAt: CREATED, summary: '', when: '2017', where: {} }
const claim = { type: 'claim', id: 'cla1', createdAt: CREATED, statement: 'It happened', kind: 'event' }
const lines = (title: string) =>
  [
    { ...incident, title, violationTypes: [], status: 'unknown' },
    { ...claim, status: 'rumour', credibility: 6 },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
/** One command, in this process. */
async function run(...args: string[]) {
  const printed: string[] = []
  const refused: string[] = []
  const stderr = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => refused.push(String(text)) > 0)
  const code = await runCli([...args, '--passphrase-file', at('passphrase')], {
    line: (text) => void printed.push(text),
    document: (value) => void printed.push(JSON.stringify(value)),
    jsonLine: (value) => void printed.push(JSON.stringify(value)),
  })
  stderr.mockRestore()
  return { code, stdout: printed.join('\n'), stderr: refused.join('') }
}
const document = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout)

it('says what an import changed, and nothing of what it made', async () => {
  const history = await document('history', at('log.daybook'), 'inc1')
  expect(history).toMatchObject({
    type: 'incident',
    id: 'inc1',
    createdAt: CREATED,
    entries: [
      {
        version: 1,
        what: 'imported',
        changes: [{ field: 'title', form: 'value', old: 'The first title', new: 'The second title' }],
      },
    ],
  })
  expect((await document('history', at('log.daybook'), 'cla1')).entries).toEqual([])
  expect((await run('history', at('log.daybook'), 'inc')).stdout).toContain(
    '  title: "The first title" → "The second title"',
  )
})

it('shows a record as it was at the end of a day', async () => {
  expect(await document('show', at('log.daybook'), 'inc1', '--as-of', '2020-02-01')).toMatchObject({
    title: 'The first title',
  })
  expect(await document('show', at('log.daybook'), 'inc1')).toMatchObject({ title: 'The second title' })
  const early = await run('show', at('log.daybook'), 'inc1', '--as-of', '2019-12-31')
  expect([early.code, /records\/\S+(?=:)/.exec(early.stderr)?.[0]]).toEqual([2, 'records/not-yet'])
})

it('shows a claim by the assessments that speak for the day, also of days before it was entered', async () => {
  const assess = (status: string, when: string) =>
    run('assess', at('log.daybook'), 'cla1', '--status', status, '--when', when, '--reason', 'because')
  expect((await assess('contested', '2017-05-01')).code).toBe(0)
  expect((await assess('false', '2018-12-20')).code).toBe(0)
  const asOf = (day: string) => document('show', at('log.daybook'), 'cla1', '--as-of', day)
  expect(await asOf('2017-06-01')).toMatchObject({ status: 'contested', asOf: '2017-05-01' })
  expect(await asOf('2019-01-01')).toMatchObject({ status: 'false', statement: 'It happened' })
  const { entries } = await document('history', at('log.daybook'), 'cla1')
  expect(entries.map(({ what }: { what: string }) => what)).toEqual(['assessed', 'assessed'])
})

it('empties the bin for good, when told so', async () => {
  const secret = passphraseSecret('one passphrase')
  const opened = await openVault<Log>({
    path: at('log.daybook'),
    key: { kind: 'passphrase', secret },
    schema: LOG_SCHEMA,
  })
  if (!opened.ok) throw new Error(opened.error.code)
  await opened.value.update((log, before) => {
    const change = deleteRecord(before, 'incidents', 'inc1', '2026-01-01T00:00:00Z') ?? []
    const history = historyPuts(before, change, { what: 'edited', at: '2026-01-01T00:00:00Z' })
    applyInPlace(log, before, [...change, ...history])
  })
  await opened.value.close()
  expect((await document('history', at('log.daybook'), 'inc1')).inBin).toBe(true)
  expect((await run('empty-bin', at('log.daybook'))).code).toBe(2)
  expect(await document('empty-bin', at('log.daybook'), '--for-good')).toEqual({ removed: 1 })
  expect((await run('history', at('log.daybook'), 'inc1')).stderr).toContain('records/not-found')
})
