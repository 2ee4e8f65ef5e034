/** The commands about the file itself: backup, compaction, keys, notices, rescue. Each as a process of its own. */
import { watch } from 'node:fs'
import { copyFile, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptyLog, LOG_SCHEMA, type Log } from '../../src/core/log.ts'
import { KDF_FLOOR } from '../../src/vault/kdfParams.ts'
import { createVault, openVault } from '../../src/vault/openVault.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import { type CliFolder, createCliFolder, PASSPHRASE } from '../support/cli.ts'
import { FOREIGN_HOST, writeForeignLock, writeUnclearLock } from '../support/vault/foreignLock.ts'

// Keys are derived at their real cost, in many processes.
vi.setConfig({ testTimeout: 180_000 })

const LOG = 'a.daybook'
const NEXT = 'nine slow barges at dusk'
let cli: CliFolder
beforeAll(async () => {
  cli = await createCliFolder()
  await cli.write('next', `${NEXT}\n`)
  const path = cli.at(LOG)
  const passphrase = passphraseSecret(PASSPHRASE)
  const initial = emptyLog('2026-11-22T10:00:00Z')
  const made = await createVault<Log>({ path, passphrase, initial, schema: LOG_SCHEMA, kdf: KDF_FLOOR })
  if (!made.ok) throw new Error(made.error.code)
  await made.value.close()
  await importSource('A paper', LOG)
}, 60_000)
afterAll(() => cli.remove())

/** Copies of one log share its file id: each command remembers what it saw in a folder of the log it is about. */
const stateOf = (args: readonly string[]) => ({ XDG_STATE_HOME: cli.at(`state-${args[1]}`) })
const daybook = (...args: string[]) => cli.daybook(args, stateOf(args))
const bare = (...args: string[]) => cli.bare(args, stateOf(args))

async function importSource(name: string, log: string): Promise<void> {
  const record = { type: 'source', name, kind: 'media', reliability: 'C' }
  const run = await daybook(
    'import',
    log,
    await cli.write('s.jsonl', JSON.stringify(record)),
    '--format',
    'records',
  )
  if (run.code !== 0) throw new Error(run.stderr)
}

/** A copy of the log under another name. */
async function copyOf(name: string): Promise<string> {
  await copyFile(cli.at(LOG), cli.at(name))
  return cli.at(name)
}

/** What a log holds and how it opens, looked at without the command line. */
async function look(log: string, passphrase = PASSPHRASE) {
  const opened = await openVault<Log>({
    path: cli.at(log),
    key: { kind: 'passphrase', secret: passphraseSecret(passphrase) },
    schema: LOG_SCHEMA,
    readOnly: true,
  })
  if (!opened.ok) throw new Error(opened.error.code)
  const sources = Object.values(opened.value.data.sources).map(({ name }) => name)
  const { slots } = opened.value.info()
  await opened.value.close()
  return { sources: sources.toSorted(), slots }
}

const document = (run: { stdout: string }): Record<string, unknown> => JSON.parse(run.stdout)
const code = (run: { stderr: string }) => /^daybook: (\S+): /.exec(run.stderr)?.[1]

describe('copies', () => {
  it('backup writes a whole log, and never over a file', async () => {
    const run = await daybook('backup', LOG, 'copy.daybook', '--json')
    expect(run.code).toBe(0)
    expect(document(run)).toEqual({
      path: cli.at('copy.daybook'),
      sizeBytes: (await stat(cli.at('copy.daybook'))).size,
      records: 1,
      saves: 2,
    })
    expect(await look('copy.daybook')).toMatchObject({ sources: ['A paper'] })
    const again = await daybook('backup', LOG, 'copy.daybook')
    expect([again.code, code(again)]).toEqual([4, 'vault/exists'])
  })

  it('compact keeps the records and the previous file', async () => {
    await copyOf('compact.daybook')
    const run = await daybook('compact', 'compact.daybook', '--json')
    expect(document(run)).toEqual({
      sizeBytesBefore: expect.any(Number),
      sizeBytes: (await stat(cli.at('compact.daybook'))).size,
    })
    expect(await look('compact.daybook')).toMatchObject({ sources: ['A paper'] })
    expect(await look('compact.daybook.bak')).toMatchObject({ sources: ['A paper'] })
  })
})

describe('keys', () => {
  it('change-passphrase: the new one opens, the old one does not', async () => {
    await copyOf('keys.daybook')
    const run = await daybook('change-passphrase', 'keys.daybook', '--new-passphrase-file', 'next', '--json')
    expect(run.code).toBe(0)
    expect(document(run)).toMatchObject({ slots: [{ kind: 'passphrase' }] })
    const old = await daybook('info', 'keys.daybook')
    expect([old.code, code(old)]).toEqual([3, 'vault/wrong-passphrase'])
    expect(await look('keys.daybook', NEXT)).toMatchObject({ sources: ['A paper'] })
  })

  it('slots: a second passphrase and a recovery key are added, used and removed', async () => {
    const log = 'slots.daybook'
    await copyOf(log)
    expect((await daybook('slots', log, 'add-passphrase', '--new-passphrase-file', 'next')).code).toBe(0)
    const recovery = await daybook('slots', log, 'add-recovery')
    expect(recovery.stdout.trim().split(' ')).toHaveLength(24)
    await cli.write('words', recovery.stdout)
    const listed = await bare('slots', log, '--json', '--recovery-key-file', 'words')
    const { slots } = await look(log, NEXT)
    expect(document(listed)).toEqual({ slots })
    expect(slots.map(({ kind }) => kind)).toEqual(['passphrase', 'passphrase', 'recovery'])
    const [first, second, third] = slots.map(({ id }) => id)
    const remove = (id = '') => bare('slots', log, 'remove', id, '--passphrase-file', 'next')
    expect((await remove(first?.slice(0, 12))).code).toBe(0)
    expect((await remove(third)).code).toBe(0)
    const last = await remove(second)
    expect([last.code, code(last)]).toEqual([2, 'vault/last-slot'])
    const gone = await bare('info', log, '--recovery-key-file', 'words')
    expect([gone.code, code(gone)]).toEqual([3, 'vault/wrong-recovery-key'])
  })

  it('rekey leaves one way to open the log, and no older copy beside it', async () => {
    const log = 'rekey.daybook'
    await copyOf(log)
    await copyOf(`${log}.bak`)
    await daybook('slots', log, 'add-recovery')
    expect((await daybook('rekey', log)).code).toBe(0)
    const { sources, slots } = await look(log)
    expect([sources, slots.map(({ kind }) => kind)]).toEqual([['A paper'], ['passphrase']])
    expect(await readdir(cli.folder)).not.toContain(`${log}.bak`)
  })

  it.each([
    [['slots', LOG, 'burn'], 2, 'cli/value-unknown'],
    [['slots', LOG, 'remove'], 2, 'cli/argument-missing'],
    [['slots', LOG, 'remove', 'zzzz'], 2, 'vault/no-such-slot'],
    [['slots', LOG, 'add-recovery', 'x'], 2, 'cli/argument-surplus'],
    [['change-passphrase', LOG], 2, 'cli/passphrase-missing'],
    [['info', LOG, '--recovery-key-file', 'passphrase'], 2, 'cli/option-conflict'],
    [['backup', LOG, 'nowhere/copy.daybook'], 4, 'disk/failed'],
  ])('ends %j with %i %s', async (args, exit, error) => {
    const run = await daybook(...args)
    expect([run.code, code(run)]).toEqual([exit, error])
    expect(run.stdout).toBe('')
  })

  it('says which word of a recovery key is wrong, and that some things need a passphrase', async () => {
    await cli.write('bad-words', `${'abandon '.repeat(4)}zzzz`)
    const bad = await bare('info', LOG, '--recovery-key-file', 'bad-words')
    expect([bad.code, code(bad)]).toEqual([2, 'vault/recovery-words-unreadable'])
    expect(bad.stderr).toContain('Word 5')
    const rekey = await bare('rekey', LOG, '--recovery-key-file', 'bad-words')
    expect([rekey.code, code(rekey)]).toEqual([2, 'cli/passphrase-needed'])
  })
})

describe('what is noticed', () => {
  it('a torn tail is told, kept aside by a command that writes, and gone afterwards', async () => {
    const log = 'torn.daybook'
    await writeFile(cli.at(log), Buffer.concat([await readFile(cli.at(LOG)), Buffer.alloc(64, 7)]))
    const info = await daybook('info', log, '--json')
    expect(code(info)).toBe('notice/torn-tail')
    expect(document(info)).toMatchObject({
      health: 'torn-tail',
      notices: [{ code: 'notice/torn-tail', bytes: 64, keptAs: null }],
    })
    await importSource('Another', log)
    expect(document(await daybook('info', log, '--json'))).toMatchObject({ health: 'ok' })
    const aside = (await readdir(cli.folder)).filter((name) => name.startsWith(`${log}.`))
    expect(await Promise.all(aside.map(async (name) => (await stat(cli.at(name))).size))).toEqual([64])
  })

  it('an older file than this user saw last is told', async () => {
    const log = 'anchor.daybook'
    await copyOf(log)
    for (const name of ['One', 'Two']) await importSource(name, log)
    await copyOf(log)
    expect(document(await daybook('info', log, '--json'))).toMatchObject({
      health: 'rolled-back',
      notices: [{ code: 'notice/rolled-back', missing: 2 }],
    })
    const elsewhere = await cli.daybook(['info', log, '--json'], { XDG_STATE_HOME: cli.at('other') })
    expect(document(elsewhere)).toMatchObject({ health: 'ok' })
  })
})

describe('rescue', () => {
  it('writes what is whole into a new log, says what is lost, and leaves the damaged one alone', async () => {
    const log = 'damaged.daybook'
    await copyOf(log)
    for (const name of ['B', 'C']) await importSource(name, log)
    const { size } = await stat(cli.at(log))
    const file = await open(cli.at(log), 'r+')
    await file.write(Buffer.from('damage'), 0, 6, size - 900)
    await file.close()
    const before = await readFile(cli.at(log))
    const info = await daybook('info', log)
    expect([info.code, code(info)]).toEqual([3, 'vault/damaged'])
    const rescue = await daybook('rescue', log, 'rescued.daybook', '--json', '--new-passphrase-file', 'next')
    expect([rescue.code, code(rescue)]).toEqual([1, 'rescue/incomplete'])
    expect(rescue.stderr).not.toContain('0 records')
    expect(document(rescue)).toMatchObject({
      path: cli.at('rescued.daybook'),
      records: { sources: 2, incidents: 0 },
      sawSnapshotEnd: true,
      invalid: 0,
    })
    expect(document(rescue).lostBytes).toBeGreaterThan(0)
    expect(await readFile(cli.at(log))).toEqual(before)
    expect(await look('rescued.daybook', NEXT)).toMatchObject({ sources: ['A paper', 'C'] })
  })

  it('wants a new passphrase where only the recovery key is known', async () => {
    const log = 'words.daybook'
    await copyOf(log)
    await cli.write('words-of-log', (await daybook('slots', log, 'add-recovery')).stdout)
    const rescue = (...more: string[]) =>
      bare('rescue', log, 'by-words.daybook', '--recovery-key-file', 'words-of-log', ...more)
    const without = await rescue()
    expect([without.code, code(without)]).toEqual([2, 'cli/passphrase-missing'])
    expect((await rescue('--new-passphrase-file', 'next')).code).toBe(0)
    expect(await look('by-words.daybook', NEXT)).toMatchObject({ sources: ['A paper'] })
  })
})

describe('the lock that somebody else left', () => {
  const compact = (log: string, ...options: string[]) => daybook('compact', log, ...options)

  it('is taken over only by the name that the refusal gives', async () => {
    await writeForeignLock(await copyOf('held.daybook'))
    const refused = await compact('held.daybook')
    expect(refused).toMatchObject({ code: 3, stdout: '' })
    expect(refused.stderr).toContain(`daybook: vault/in-use: The log has been open since`)
    expect(refused.stderr).toContain(`on the computer ${FOREIGN_HOST}`)
    const another = await compact('held.daybook', '--take-over-lock', 'kitchen')
    expect(another).toMatchObject({ code: 3 })
    expect(another.stderr).toContain('It is not held by kitchen; nothing was taken over.')
    expect(await compact('held.daybook', '--take-over-lock', FOREIGN_HOST)).toMatchObject({ code: 0 })
    expect(await compact('held.daybook')).toMatchObject({ code: 0 })
  })

  it('is taken over on this computer too, where its process cannot be told to be alive', async () => {
    const pid = await writeUnclearLock(await copyOf('unclear.daybook'))
    const refused = await compact('unclear.daybook')
    expect(refused.stderr).toContain(`in the command line (process ${pid}) on this computer`)
    expect(await compact('unclear.daybook', '--take-over-lock', hostname())).toMatchObject({ code: 0 })
  })

  it.runIf(process.platform === 'linux')(
    'is not to be had while its process runs on this computer',
    async () => {
      const path = await copyOf('mine.daybook')
      const secret = passphraseSecret(PASSPHRASE)
      const opened = await openVault<Log>({ path, key: { kind: 'passphrase', secret }, schema: LOG_SCHEMA })
      if (!opened.ok) throw new Error(opened.error.code)
      const run = await compact('mine.daybook', '--take-over-lock', hostname())
      expect(run).toMatchObject({ code: 3 })
      expect(run.stderr).toContain('That process is running, so its lock is not taken over')
      await opened.value.close()
      expect(await compact('mine.daybook')).toMatchObject({ code: 0 })
    },
  )
})

it('Ctrl-C during a new encryption leaves the log as it was, without a lock', async () => {
  const before = await readFile(await copyOf('stopped.daybook'))
  const names = () => readdir(cli.folder)
  // The lock is there from the moment at which the key is being worked out.
  const watcher = watch(cli.folder)
  const run = cli.daybook(['rekey', 'stopped.daybook'], stateOf(['', 'stopped.daybook']), (child) => {
    watcher.on('change', (_event, name) => {
      if (String(name) !== 'stopped.daybook.lock') return
      watcher.removeAllListeners('change')
      child.kill('SIGINT')
    })
  })
  const ended = await run
  watcher.close()
  expect(ended).toMatchObject({ code: 130, stdout: '' })
  expect(ended.stderr).toContain('daybook: vault/cancelled: It was cancelled; nothing was changed.')
  expect(await readFile(cli.at('stopped.daybook'))).toEqual(before)
  expect((await names()).filter((name) => name.startsWith('stopped.daybook'))).toEqual(['stopped.daybook'])
})
