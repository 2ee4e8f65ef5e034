import { link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { ok } from '../../../src/core/result.ts'
import { realDisk } from '../../../src/vault/disk.ts'
import { COMMIT_OFFSETS, FRAMES_OFFSET } from '../../../src/vault/format/layout.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { createVault, type OpeningProgress, openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret, Secret } from '../../../src/vault/secret.ts'
import { faultyDisk } from '../../support/vault/faultyDisk.ts'
import {
  cheapDeriveKey,
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  type TestLog,
  testPorts,
  testSchema,
} from '../../support/vault/testLog.ts'
import {
  dataOnDisk,
  EMPTY_LOG,
  flipBit,
  forbiddenDeriveKey,
  logOf,
  plain,
  QUIET_POLICY,
  temporaryFolder,
} from './vaultFixture.ts'

let folder: string
let path: string
const disk = realDisk
const ports = { disk, policy: QUIET_POLICY }

beforeEach(async () => {
  folder = await temporaryFolder()
  path = join(folder, 'log.daybook')
})

/** A closed log of three incidents and two saves; its bytes. */
async function writtenLog(): Promise<Buffer> {
  const session = expectValue(await createTestLog(path, logOf(3), ports))
  for (const n of [1, 2]) {
    expectValue(
      await session.update((log) => {
        log.meta.n = n
      }),
    )
  }
  await session.close()
  return readFile(path)
}

test('with the real key derivation, the real thread and the real cost: created, opened, refused, verified', async () => {
  const passphrase = passphraseSecret('пароль 1')
  const created = expectValue(
    await createVault<TestLog>({ path, passphrase, initial: logOf(2), schema: testSchema, kdf: KDF_FLOOR }),
  )
  expect(await created.verifyPassphrase(passphraseSecret('пароль 1'))).toEqual(ok(true))
  expect(await created.verifyPassphrase(passphraseSecret('пароль 2'))).toEqual(ok(false))
  await created.close()
  const open = (text: string) =>
    openVault<TestLog>({
      path,
      key: { kind: 'passphrase', secret: passphraseSecret(text) },
      schema: testSchema,
    })
  const opened = expectValue(await open('пароль 1'))
  expect(plain(opened.data)).toEqual(logOf(2))
  await opened.close()
  expect(await open('пароль 2')).toEqual({ ok: false, error: { code: 'vault/wrong-passphrase' } })
})

describe('opening', () => {
  test('no file, and no folder', async () => {
    expect(await openTestLog(path, ports)).toEqual({ ok: false, error: { code: 'vault/not-found' } })
    expect(await openTestLog(join(path, 'x'), ports)).toEqual({
      ok: false,
      error: { code: 'vault/not-found' },
    })
  })

  test('a wrong passphrase changes nothing on disk and leaves no lock', async () => {
    const before = await writtenLog()
    expect(await openTestLog(path, ports, { passphrase: 'wrong' })).toEqual({
      ok: false,
      error: { code: 'vault/wrong-passphrase' },
    })
    expect(await readdir(folder)).toEqual(['log.daybook'])
    expect(await readFile(path)).toEqual(before)
  })

  test('a file held by somebody is refused with who holds it, before it is looked at', async () => {
    await writtenLog()
    const session = expectValue(await openTestLog(path, ports))
    expect(await openTestLog(path, { ...ports, deriveKey: forbiddenDeriveKey })).toMatchObject({
      error: { code: 'vault/in-use', holder: { pid: process.pid, thisComputer: true } },
    })
    await session.close()
  })

  test('damage of both superblocks is found before any derivation; the file stays as it is', async () => {
    const good = await writtenLog()
    for (let at = 0; at < 4096; at += 97) {
      const bytes = flipBit(flipBit(good, at * 8), (4096 + at) * 8)
      await writeFile(path, bytes)
      expect(await openTestLog(path, { ...ports, deriveKey: forbiddenDeriveKey })).toMatchObject({
        error: { code: 'vault/damaged' },
      })
      expect(await readFile(path)).toEqual(bytes)
    }
    expect(await readdir(folder)).toEqual(['log.daybook'])
  })

  test('damage of what was acknowledged is named with its byte, and the file stays as it is', async () => {
    const good = await writtenLog()
    for (let at = FRAMES_OFFSET; at < good.length; at += 131) {
      const bytes = flipBit(good, at * 8 + (at % 8))
      await writeFile(path, bytes)
      const opened = await openTestLog(path, ports)
      expect(opened).toMatchObject({ error: { code: 'vault/damaged', where: 'frame' } })
      const found = !opened.ok && 'at' in opened.error ? (opened.error.at ?? -1) : -1
      expect(found).toBeLessThanOrEqual(at)
      expect(bytes.toString('ascii', found, found + 4)).toMatch(at - found < 4 ? /./s : /^DBF1$/)
      expect(await readFile(path)).toEqual(bytes)
    }
    expect(await readdir(folder)).toEqual(['log.daybook'])
  })

  test('a cut file is damaged at its end, wherever it was cut', async () => {
    const good = await writtenLog()
    for (let length = FRAMES_OFFSET; length < good.length; length += 131) {
      await writeFile(path, good.subarray(0, length))
      expect(await openTestLog(path, ports)).toEqual({
        ok: false,
        error: { code: 'vault/damaged', where: 'length', at: length },
      })
    }
    for (const [length, where] of [
      [0, 'empty'],
      [7, 'not-a-log'],
      [4095, 'superblock'],
      [4096, 'commit-record'],
      [COMMIT_OFFSETS[0] + 95, 'commit-record'],
    ] as const) {
      await writeFile(path, good.subarray(0, length))
      expect(await openTestLog(path, ports)).toMatchObject({ error: { code: 'vault/damaged', where } })
    }
  })

  test('a damaged page beside its whole twin is mended and reported; for reading only it is reported', async () => {
    const good = await writtenLog()
    for (const at of [0, 100, 4095, 4096, 8000, ...COMMIT_OFFSETS]) {
      const bytes = flipBit(good, at * 8)
      await writeFile(path, bytes)
      const reader = expectValue(await openTestLog(path, ports, { readOnly: true }))
      expect(reader.report).toMatchObject({ tornTail: null })
      await reader.close()
      expect(await readFile(path)).toEqual(bytes)
      const session = expectValue(await openTestLog(path, ports))
      expect(session.report).toMatchObject({ repaired: true, tornTail: null })
      expect(plain(session.data)).toEqual({ ...logOf(3), meta: { n: 2 } })
      await session.close()
      const again = expectValue(await openTestLog(path, ports))
      expect(again.report).toMatchObject({ repaired: false })
      await again.close()
    }
  })

  test('a log whose program was killed opens without a word of damage', async () => {
    const session = expectValue(await createTestLog(path, logOf(1), ports))
    for (const n of [1, 2, 3]) {
      expectValue(
        await session.update((log) => {
          log.meta.n = n
        }),
      )
      const copy = join(folder, `copy${n}.daybook`)
      await writeFile(copy, await readFile(path))
      const opened = expectValue(await openTestLog(copy, ports))
      expect(opened.report).toEqual({ tornTail: null, repaired: false, rolledBack: null, warnings: [] })
      expect(opened.data.meta.n).toBe(n)
      await opened.close()
    }
    await session.close()
  })

  test('a torn tail is kept aside, cut off and reported', async () => {
    const good = await writtenLog()
    const torn = Buffer.concat([good, good.subarray(FRAMES_OFFSET, FRAMES_OFFSET + 200)])
    // Zeros at its end would be no part of it, and any byte of a ciphertext may be one.
    torn[torn.length - 1] = 1
    await writeFile(path, torn)
    const reader = expectValue(await openTestLog(path, ports, { readOnly: true }))
    expect(reader.report.tornTail).toEqual({ bytes: 200, keptAs: null })
    await reader.close()
    expect(await readFile(path)).toEqual(torn)

    const session = expectValue(await openTestLog(path, ports))
    const { tornTail } = session.report
    expect(tornTail?.bytes).toBe(200)
    expect(tornTail?.keptAs).toMatch(/log\.daybook\.torn-[0-9a-f]{16}$/)
    expect(await readFile(tornTail?.keptAs ?? '')).toEqual(torn.subarray(good.length))
    expect(plain(session.data)).toEqual({ ...logOf(3), meta: { n: 2 } })
    await session.close()
    expect((await stat(path)).size).toBe(good.length)
    expect(expectValue(await openTestLog(path, ports, { readOnly: true })).report.tornTail).toBeNull()
  })

  test('a bad frame with nothing that rests on it is a torn tail; with a later save behind it, damage', async () => {
    const policy = { ...QUIET_POLICY, commitDelayMs: 2 ** 30 }
    const session = expectValue(await createTestLog(path, logOf(1), { disk, policy }))
    const starts: number[] = []
    for (const n of [1, 2, 3]) {
      starts.push(session.info().sizeBytes)
      expectValue(
        await session.update((log) => {
          log.meta.n = n
        }),
      )
    }
    // Without a commit record: a program that is killed leaves it so.
    const killed = await readFile(path)
    await session.close()
    const [first = 0, second = 0, third = 0] = starts
    for (const start of [first, second]) {
      await writeFile(path, flipBit(killed, (start + 60) * 8))
      expect(await openTestLog(path, ports)).toEqual({
        ok: false,
        error: { code: 'vault/damaged', where: 'frame', at: start },
      })
    }
    for (const torn of [flipBit(killed, (third + 60) * 8), killed.subarray(0, -1)]) {
      await writeFile(path, torn)
      const opened = expectValue(await openTestLog(path, ports))
      expect(opened.report.tornTail?.bytes).toBe(torn.length - third)
      expect(opened.data.meta.n).toBe(2)
      await opened.close()
    }
    // Made for two saves at once, both frames rest on what was there before: neither was acknowledged.
    await writeFile(path, killed)
    const last = expectValue(await openTestLog(path, { disk, policy }))
    const end = last.info().sizeBytes
    const setN = (n: number) =>
      last.update((log) => {
        log.meta.n = n
      })
    await Promise.all([setN(4), setN(5)])
    const pair = await readFile(path)
    await last.close()
    await writeFile(path, flipBit(pair, (end + 60) * 8))
    const opened = expectValue(await openTestLog(path, ports))
    expect(opened.report.tornTail?.bytes).toBe(pair.length - end)
    expect(opened.data.meta.n).toBe(3)
    await opened.close()
  })

  test('frames of two futures of one file are never mixed', async () => {
    const start = await writtenLog()
    /** Goes on from the same file; the file as a killed program leaves it. */
    const future = async (numbers: readonly number[]) => {
      await writeFile(path, start)
      const policy = { ...QUIET_POLICY, commitDelayMs: 2 ** 30 }
      const session = expectValue(await openTestLog(path, { disk, policy }))
      for (const n of numbers) {
        expectValue(
          await session.update((log) => {
            log.meta.n = n
          }),
        )
      }
      const bytes = await readFile(path)
      await session.close()
      return bytes
    }
    const [one, other] = [await future([11, 12, 13]), await future([21, 22, 23])]
    const saved = (one.length - start.length) / 3
    // All whole, with the right keys and numbers; only the chain tells.
    const mixedFrom = start.length + saved
    const mixed = Buffer.concat([one.subarray(0, mixedFrom), other.subarray(mixedFrom)])
    await writeFile(path, mixed)
    expect(await openTestLog(path, ports)).toEqual({
      ok: false,
      error: { code: 'vault/damaged', where: 'frame', at: mixedFrom },
    })
    await writeFile(path, mixed.subarray(0, mixedFrom + saved))
    const session = expectValue(await openTestLog(path, ports, { readOnly: true }))
    expect(session.report.tornTail?.bytes).toBe(saved)
    expect(session.data.meta.n).toBe(11)
    await session.close()
    await writeFile(path, one)
    expect(await dataOnDisk(path, ports)).toMatchObject({ meta: { n: 13 } })
  })

  test('a tail of zeros is no torn tail, and is gone once the log is closed', async () => {
    const good = await writtenLog()
    await writeFile(path, Buffer.concat([good, Buffer.alloc(5000)]))
    const session = expectValue(await openTestLog(path, ports))
    expect(session.report.tornTail).toBeNull()
    await session.close()
    expect(await readFile(path)).toEqual(good)
    expect(await readdir(folder)).toEqual(['log.daybook'])
  })

  test('a disk that fails while a torn tail is cut off is named, and gives the lock back', async () => {
    const good = await writtenLog()
    await writeFile(path, Buffer.concat([good, Buffer.alloc(300, 1)]))
    // The copy of the tail is synced first, then the log; so are their folders.
    for (const [call, at] of [
      ['create', 1],
      ['write', 1],
      ['sync', 0],
      ['syncFolder', 0],
      ['truncate', 0],
      ['sync', 1],
      ['syncFolder', 1],
    ] as const) {
      const torn = await readFile(path)
      if (torn.length === good.length) await writeFile(path, Buffer.concat([good, Buffer.alloc(300, 1)]))
      const faulty = faultyDisk()
      faulty.arm({ at, lasting: 'from-then-on', errno: 'EIO', only: [call] })
      expect(await openTestLog(path, { policy: QUIET_POLICY, disk: faulty.disk })).toEqual({
        ok: false,
        error: { code: 'disk/failed', errno: 'EIO' },
      })
      expect(faulty.failed.length).toBeGreaterThan(0)
      expect(await readdir(folder)).not.toContain('log.daybook.lock')
    }
    expect(await dataOnDisk(path, ports)).toEqual({ ...logOf(3), meta: { n: 2 } })
  })

  test('a folder, and a file of another kind', async () => {
    await mkdir(path)
    expect(await openTestLog(path, ports)).toMatchObject({
      error: { code: 'vault/damaged', where: 'not-a-log' },
    })
    await writeFile(join(folder, 'x.pdf'), '%PDF-1.7')
    expect(await openTestLog(join(folder, 'x.pdf'), ports)).toMatchObject({ error: { where: 'not-a-log' } })
    expect((await readdir(folder)).sort()).toEqual(['log.daybook', 'x.pdf'])
  })

  test('content that the program does not understand, without a word of it', async () => {
    await writtenLog()
    const open = (schema: typeof testSchema) =>
      openVault<TestLog>({
        path,
        key: { kind: 'passphrase', secret: passphraseSecret(PASSPHRASE) },
        schema,
        ports: testPorts(ports),
      })
    const refused = { ok: false, error: { code: 'vault/invalid-content' } }
    const parseMeta = (untrusted: unknown) => {
      throw new Error(JSON.stringify(untrusted))
    }
    expect(await open({ ...testSchema, parseMeta })).toEqual(refused)
    expect(await open({ ...testSchema, collections: ['sources'] })).toEqual(refused)
    expect(await readdir(folder)).toEqual(['log.daybook'])
    const session = expectValue(await open({ ...testSchema, parseRecord: parseMeta }))
    expect(() => session.data.incidents.i0).toThrow(/^vault\/invalid-content/)
    expect(() => session.data.incidents.i0).not.toThrow(/случай/)
    await session.close()
  })

  test('through a symbolic link the file behind it is locked and written', async () => {
    await writtenLog()
    const linkPath = join(folder, 'link.daybook')
    await symlink(path, linkPath)
    const session = expectValue(await openTestLog(linkPath, ports))
    expect(session.info().path).toBe(path)
    expect(await openTestLog(path, ports)).toMatchObject({ error: { code: 'vault/in-use' } })
    expectValue(
      await session.update((log) => {
        log.meta.n = 50
      }),
    )
    expectValue(await session.compact())
    await session.close()
    expect(await dataOnDisk(path, ports)).toEqual({ ...logOf(3), meta: { n: 50 } })
    expect(await dataOnDisk(linkPath, ports)).toEqual({ ...logOf(3), meta: { n: 50 } })
  })

  test('for reading only needs no lock, and cannot save', async () => {
    await writtenLog()
    const writer = expectValue(await openTestLog(path, ports))
    const reader = expectValue(await openTestLog(path, ports, { readOnly: true }))
    const refused = { ok: false, error: { code: 'vault/read-only' } }
    const secret = passphraseSecret(PASSPHRASE)
    expect(reader.info().readOnly).toBe(true)
    expect(await reader.update(() => undefined)).toEqual(refused)
    expect(await reader.compact()).toEqual(refused)
    expect(await reader.changePassphrase(secret, secret)).toEqual(refused)
    expect(await reader.rekey(secret)).toEqual(refused)
    expect(await reader.saveElsewhere(join(folder, 'x'))).toEqual(refused)
    expectValue(await reader.backup(join(folder, 'backup.daybook')))
    await reader.close()
    expectValue(await writer.update(() => undefined))
    await writer.close()
    expect(await dataOnDisk(join(folder, 'backup.daybook'), ports)).toEqual({ ...logOf(3), meta: { n: 2 } })
  })

  test('clears the temporary files of a crash, and nothing else', async () => {
    await writtenLog()
    const stale = `log.daybook.${'0a'.repeat(16)}.tmp`
    const others = [`other.daybook.${'0a'.repeat(16)}.tmp`, 'log.daybook.notes.tmp', 'log.daybook.tmp']
    for (const name of [stale, ...others]) await writeFile(join(folder, name), 'x')
    await expectValue(await openTestLog(path, ports)).close()
    expect((await readdir(folder)).sort()).toEqual([...others, 'log.daybook'].sort())
  })

  test('tells how far it is', async () => {
    const good = await writtenLog()
    const told: OpeningProgress[] = []
    const opened = expectValue(
      await openVault<TestLog>({
        path,
        key: { kind: 'passphrase', secret: passphraseSecret(PASSPHRASE) },
        schema: testSchema,
        ports: testPorts(ports),
        onProgress: (progress) => told.push(progress),
      }),
    )
    await opened.close()
    expect(told[0]).toEqual({ step: 'deriving', done: 0, total: 1 })
    expect(told.every(({ done, total }) => done <= total && total <= good.length)).toBe(true)
  })
})

describe('stopping', () => {
  const open = (signal: AbortSignal, deriveKey = cheapDeriveKey) =>
    openVault<TestLog>({
      path,
      key: { kind: 'passphrase', secret: passphraseSecret(PASSPHRASE) },
      schema: testSchema,
      signal,
      ports: testPorts({ ...ports, deriveKey }),
    })
  const cancelled = { ok: false, error: { code: 'vault/cancelled' } }

  test('before anything, and during the derivation: at once, without a lock, and the late key is wiped', async () => {
    await writtenLog()
    expect(await open(AbortSignal.abort(), forbiddenDeriveKey)).toEqual(cancelled)
    const controller = new AbortController()
    const late = Promise.withResolvers<void>()
    const key = new Secret(Buffer.alloc(32, 1))
    const opening = open(controller.signal, async () => {
      setImmediate(() => controller.abort())
      await late.promise
      return ok(key)
    })
    expect(await opening).toEqual(cancelled)
    expect(await readdir(folder)).toEqual(['log.daybook'])
    late.resolve()
    await expect.poll(() => key.wiped).toBe(true)
  })

  test('between derivation and reading', async () => {
    await writtenLog()
    const controller = new AbortController()
    const opened = await open(controller.signal, async (...args) => {
      const key = await cheapDeriveKey(...args)
      queueMicrotask(() => controller.abort())
      return key
    })
    expect(opened).toEqual(cancelled)
    expect(await readdir(folder)).toEqual(['log.daybook'])
  })
})

describe('creating', () => {
  test('refuses an existing file before anything is derived, and leaves it alone', async () => {
    await writeFile(path, 'mine')
    expect(await createTestLog(path, EMPTY_LOG, { ...ports, deriveKey: forbiddenDeriveKey })).toEqual({
      ok: false,
      error: { code: 'vault/exists' },
    })
    expect(await readFile(path, 'utf8')).toBe('mine')
    expect(await readdir(folder)).toEqual(['log.daybook'])
  })

  test('a file that appears meanwhile is not replaced', async () => {
    const created = await createTestLog(path, EMPTY_LOG, {
      ...ports,
      deriveKey: async (...args) => {
        await writeFile(join(folder, 'theirs'), 'theirs')
        await link(join(folder, 'theirs'), path).catch(() => undefined)
        return cheapDeriveKey(...args)
      },
    })
    expect(created).toEqual({ ok: false, error: { code: 'vault/exists' } })
    expect(await readFile(path, 'utf8')).toBe('theirs')
    expect((await readdir(folder)).sort()).toEqual(['log.daybook', 'theirs'])
  })

  test('refuses an empty passphrase and weak parameters', async () => {
    const options = { path, initial: EMPTY_LOG, schema: testSchema, kdf: KDF_FLOOR, ports: testPorts(ports) }
    const empty = passphraseSecret('')
    expect(await createVault<TestLog>({ ...options, passphrase: empty })).toMatchObject({
      error: { code: 'vault/empty-passphrase' },
    })
    const weak = { ...options, passphrase: passphraseSecret('p'), kdf: { ...KDF_FLOOR, memoryKiB: 8 } }
    expect(await createVault<TestLog>(weak)).toMatchObject({ error: { code: 'vault/unsafe-parameters' } })
    expect(await readdir(folder)).toEqual([])
  })

  test('in a folder that is not there says so', async () => {
    expect(await createTestLog(join(folder, 'no', 'log'), EMPTY_LOG, ports)).toEqual({
      ok: false,
      error: { code: 'disk/failed', errno: 'ENOENT' },
    })
  })

  test.skipIf(process.platform === 'win32')('makes files that only the user can read', async () => {
    const session = expectValue(await createTestLog(path, logOf(1), ports))
    expectValue(await session.compact())
    expectValue(await session.backup(join(folder, 'backup')))
    const names = await readdir(folder)
    expect(names.sort()).toEqual(['backup', 'log.daybook', 'log.daybook.bak', 'log.daybook.lock'])
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    await session.close()
  })
})
