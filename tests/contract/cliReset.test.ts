/** Commands for bad days: a passphrase that is forgotten, and a log that was cut off. Each as a process of its own. */
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { emptyLog, LOG_SCHEMA, type Log } from '../../src/core/log.ts'
import { FRAMES_OFFSET } from '../../src/vault/format/layout.ts'
import { KDF_FLOOR } from '../../src/vault/kdfParams.ts'
import { createVault } from '../../src/vault/openVault.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import { type CliFolder, createCliFolder, PASSPHRASE } from '../support/cli.ts'
import { logOfIncidents } from '../support/sampleLog.ts'

// Keys are derived at their real cost, in many processes.
vi.setConfig({ testTimeout: 180_000 })

const LOG = 'a.daybook'
let cli: CliFolder
beforeAll(async () => {
  cli = await createCliFolder()
  await cli.write('next', 'nine slow barges at dusk\n')
  const made = await createVault<Log>({
    path: cli.at(LOG),
    passphrase: passphraseSecret(PASSPHRASE),
    initial: emptyLog('2026-01-02T03:04:05.000Z'),
    schema: LOG_SCHEMA,
    kdf: KDF_FLOOR,
  })
  if (made.ok) await made.value.close()
})
afterAll(() => cli.remove())

it('change-passphrase takes the recovery key where the passphrase is forgotten', async () => {
  await cli.write('words', (await cli.daybook(['slots', LOG, 'add-recovery'])).stdout)
  const keys = ['--recovery-key-file', 'words', '--new-passphrase-file', 'next']
  const reset = await cli.bare(['change-passphrase', LOG, ...keys, '--json'])
  expect([reset.code, reset.stdout]).toEqual([0, expect.stringContaining('"recovery"')])
  expect((await cli.daybook(['info', LOG])).stderr).toContain('vault/wrong-passphrase')
  expect((await cli.bare(['info', LOG, '--passphrase-file', 'next'])).code).toBe(0)
  expect((await cli.bare(['info', LOG, '--recovery-key-file', 'words'])).code).toBe(0)
})

it('rescue says that nothing is lost only where that is so', async () => {
  const bytes = await readFile(cli.at(LOG))
  const key = ['--passphrase-file', 'next']
  const whole = await cli.bare(['rescue', LOG, 'whole.daybook', ...key])
  expect([whole.code, whole.stdout]).toEqual([0, expect.stringContaining('Nothing is lost.')])
  // Behind the first frame: its head says how long the rest of it is.
  const cut = FRAMES_OFFSET + 44 + bytes.readUInt32BE(FRAMES_OFFSET + 4)
  await writeFile(cli.at('cut.daybook'), bytes.subarray(0, Math.min(cut, bytes.length - 1)))
  const rescued = await cli.bare(['rescue', 'cut.daybook', 'rescued.daybook', ...key])
  expect([rescued.code, rescued.stderr]).toEqual([1, expect.stringContaining('rescue/incomplete')])
  expect(rescued.stdout).not.toContain('Nothing is lost')
  expect(rescued.stdout).toContain('shorter than what was saved in it')
})

it('rescue names the records that are lost, as the index has them', async () => {
  const log = logOfIncidents(3)
  const path = cli.at('incidents.daybook')
  const made = await createVault<Log>({
    path,
    passphrase: passphraseSecret(PASSPHRASE),
    initial: log,
    schema: LOG_SCHEMA,
    kdf: KDF_FLOOR,
  })
  if (made.ok) await made.value.close()
  const bytes = await readFile(path)
  // The first frame holds the incidents; the index stands behind it.
  bytes.writeUInt8(bytes.readUInt8(FRAMES_OFFSET + 60) ^ 1, FRAMES_OFFSET + 60)
  await writeFile(path, bytes)
  const lostRecords = Object.values(log.incidents).map(({ id, when }) => ({
    kind: 'incidents',
    id,
    date: when,
  }))

  const asJson = await cli.daybook(['rescue', 'incidents.daybook', 'json.daybook', '--json'])
  expect([asJson.code, JSON.parse(asJson.stdout)]).toMatchObject([
    1,
    { complete: false, records: { incidents: 0 }, lostRecords },
  ])
  const asText = await cli.daybook(['rescue', 'incidents.daybook', 'text.daybook'])
  expect(asText.stdout).toContain('Records that are lost: 3')
  for (const { id, date } of lostRecords) expect(asText.stdout).toContain(`  incidents ${id} ${date}`)
  expect(asText.stderr).toContain('rescue/incomplete')
})
