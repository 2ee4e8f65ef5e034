/** Backup, copy elsewhere, rescue and new encryption that are stopped: nothing of them is left, and the log is as before. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Disk, realDisk } from '../../../src/vault/disk.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { rescueVault } from '../../../src/vault/rescueVault.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  type TestLog,
  type TestSession,
  testPorts,
  testSchema,
} from '../../support/vault/testLog.ts'

const CANCELLED = { ok: false, error: { code: 'vault/cancelled' } }
let folder: string
let session: TestSession
/** Told of each file that is opened. */
let onOpen: (path: string, mode: string) => void
const disk: Disk = {
  ...realDisk,
  open: (path, mode) => {
    onOpen(path, mode)
    return realDisk.open(path, mode)
  },
}

const text = (n: number) => `record ${n} `.repeat(200)
function initial(): TestLog {
  const records = Array.from({ length: 200 }, (_, n) => ({ id: `i${n}`, n, text: text(n) }))
  return { meta: { n: 0 }, incidents: Object.fromEntries(records.map((r) => [r.id, r])), sources: {} }
}

beforeEach(async () => {
  onOpen = () => {}
  folder = await mkdtemp(join(tmpdir(), 'daybook-long-'))
  session = expectValue(await createTestLog(join(folder, 'log'), initial(), { disk }))
})
afterEach(async () => {
  await session.close()
  await rm(folder, { recursive: true, force: true })
})

const names = async () => (await readdir(folder)).sort()

/** Stops a task at its first, second, third … word of progress, until one gets through to its end. */
async function stopEverywhere(
  run: (options: { signal: AbortSignal; onProgress: () => void }) => Promise<{ ok: boolean }>,
  check: () => Promise<void>,
): Promise<number> {
  for (let at = 1; ; at += 1) {
    const stop = new AbortController()
    let told = 0
    const onProgress = () => {
      told += 1
      if (told === at) stop.abort()
    }
    const done = await run({ signal: stop.signal, onProgress })
    if (done.ok) return at - 1
    expect(done).toEqual(CANCELLED)
    await check()
  }
}

describe('a copy elsewhere', () => {
  const RECORDS = 2_000

  test('tells how far it is, and is stopped at any point: the log goes on where it was', async () => {
    const path = join(folder, 'large')
    const records = Array.from({ length: RECORDS }, (_, n) => ({ id: `i${n}`, n, text: text(n) }))
    // Half of them have no row in the index.
    const half = (from: number) =>
      Object.fromEntries(records.slice(from, from + RECORDS / 2).map((record) => [record.id, record]))
    const log = { meta: { n: 0 }, incidents: half(0), sources: half(RECORDS / 2) }
    const large = expectValue(await createTestLog(path, log, { disk }))
    const before = await names()
    const elsewhere = join(folder, 'elsewhere')
    const told: [number, number][] = []
    const stopped = await stopEverywhere(
      ({ signal, onProgress }) =>
        large.saveElsewhere(elsewhere, {
          signal,
          onProgress: (done, total) => {
            told.push([done, total])
            onProgress()
          },
        }),
      async () => {
        expect(await names()).toEqual(before)
        expect(large.info().path).toBe(path)
        expectValue(await large.update((log) => (log.meta.n += 1)))
      },
    )
    expect(stopped).toBeGreaterThan(3)
    expect(told.at(-1)).toEqual([RECORDS, RECORDS])
    expect(told.filter(([done, total]) => done > total || total !== RECORDS)).toEqual([])
    expect(large.info().path).toBe(elsewhere)
    await large.close()
    const reopened = expectValue(await openTestLog(elsewhere, testPorts({ disk })))
    expect(reopened.data.meta.n).toBe(stopped)
    expect(Object.keys({ ...reopened.data.incidents, ...reopened.data.sources })).toHaveLength(RECORDS)
    await reopened.close()
  })
})

describe('a backup', () => {
  const copy = () => join(folder, 'copy')

  test('is stopped at any point of copying', async () => {
    const before = await names()
    const stopped = await stopEverywhere(
      (options) => session.backup(copy(), options),
      async () => expect(await names()).toEqual(before),
    )
    expect(stopped).toBeGreaterThan(3)
    expect(await names()).toEqual([...before, 'copy'].sort())
  })

  test('lets others in after every part that is read back', async () => {
    const records = Array.from({ length: 2_000 }, (_, n) => ({ id: `i${n}`, n, text: text(n) }))
    const incidents = Object.fromEntries(records.map((record) => [record.id, record]))
    const path = join(folder, 'large')
    const large = expectValue(await createTestLog(path, { meta: { n: 0 }, incidents, sources: {} }, { disk }))
    let isReadBack = false
    let turns = 0
    const count = () => {
      if (!isReadBack) return
      turns += 1
      setImmediate(count)
    }
    onOpen = (opened, mode) => {
      if (mode !== 'read' || !opened.endsWith('.tmp')) return
      isReadBack = true
      setImmediate(count)
    }
    expectValue(await large.backup(copy()))
    isReadBack = false
    // Of a quarter of a megabyte each, before compression.
    expect(turns).toBeGreaterThan(10)
    await large.close()
  })

  test('is stopped while it is read back', async () => {
    const before = await names()
    const stop = new AbortController()
    onOpen = (path, mode) => {
      if (mode === 'read' && path.endsWith('.tmp')) stop.abort()
    }
    expect(await session.backup(copy(), { signal: stop.signal })).toEqual(CANCELLED)
    expect(await names()).toEqual(before)
  })

  test('is not begun when it was stopped before, and leaves one that was begun alone', async () => {
    expect(await session.backup(copy(), { signal: AbortSignal.abort() })).toEqual(CANCELLED)
    const stop = new AbortController()
    const first = session.backup(copy())
    const second = session.backup(join(folder, 'other'), { signal: stop.signal })
    stop.abort()
    expectValue(await first)
    expect(await second).toEqual(CANCELLED)
  })

  test('saves go on after it was stopped', async () => {
    const stop = new AbortController()
    const stopped = session.backup(copy(), { signal: stop.signal, onProgress: () => stop.abort() })
    expectValue(
      await session.update((log) => {
        log.sources.s = { id: 's', n: 1, text: 'new' }
      }),
    )
    expect(await stopped).toEqual(CANCELLED)
    expect(session.data.sources.s?.text).toBe('new')
  })
})

test('a new encryption is stopped at any point, and the passphrase opens the log as before', async () => {
  const secret = passphraseSecret(PASSPHRASE)
  const before = await names()
  const bytes = await readFile(join(folder, 'log'))
  const stopped = await stopEverywhere(
    (options) => session.rekey(secret, options),
    async () => {
      expect(await names()).toEqual(before)
      expect(await readFile(join(folder, 'log'))).toEqual(bytes)
    },
  )
  expect(stopped).toBeGreaterThan(3)
  await session.close()
  session = expectValue(await openTestLog(join(folder, 'log'), { disk }))
  expect(Object.keys(session.data.incidents)).toHaveLength(200)
})

describe('a rescue', () => {
  const rescue = (options: { signal: AbortSignal; onProgress?: () => void }) =>
    rescueVault<TestLog>({
      path: join(folder, 'log'),
      key: { kind: 'passphrase', secret: passphraseSecret(PASSPHRASE) },
      out: join(folder, 'rescued'),
      newPassphrase: passphraseSecret(PASSPHRASE),
      initial: { meta: { n: 0 }, incidents: {}, sources: {} },
      schema: testSchema,
      kdf: KDF_FLOOR,
      ports: testPorts({ disk }),
      ...options,
    })

  test('is stopped at any point of reading', async () => {
    await session.close()
    const before = await names()
    const stopped = await stopEverywhere(rescue, async () => expect(await names()).toEqual(before))
    expect(stopped).toBeGreaterThan(1)
    expect(await names()).toEqual([...before, 'rescued'].sort())
  })

  test('is stopped while the new log is written: neither it nor its lock stays', async () => {
    await session.close()
    const before = await names()
    const stop = new AbortController()
    onOpen = (path, mode) => {
      if (mode === 'create' && path.includes('rescued')) stop.abort()
    }
    expect(await rescue({ signal: stop.signal })).toEqual(CANCELLED)
    expect(await names()).toEqual(before)
  })
})
