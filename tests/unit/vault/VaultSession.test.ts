import { randomBytes } from 'node:crypto'
import { readdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { ok } from '../../../src/core/result.ts'
import { realDisk } from '../../../src/vault/disk.ts'
import { FRAMES_OFFSET } from '../../../src/vault/format/layout.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret, type Secret } from '../../../src/vault/secret.ts'
import { describeVaultError, toVaultError } from '../../../src/vault/vaultError.ts'
import { faultyDisk } from '../../support/vault/faultyDisk.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  type TestLog,
  testPorts,
  testSchema,
} from '../../support/vault/testLog.ts'
import { dataOnDisk, EMPTY_LOG, logOf, plain, QUIET_POLICY, temporaryFolder } from './vaultFixture.ts'

let folder: string
let path: string
const ports = { disk: realDisk, policy: QUIET_POLICY }
const SECRET = passphraseSecret(PASSPHRASE)

beforeEach(async () => {
  folder = await temporaryFolder()
  path = join(folder, 'log.daybook')
})

const setN = (n: number) => (log: TestLog) => {
  log.meta.n = n
}
const put =
  (id: string, text = '') =>
  (log: TestLog) => {
    log.incidents[id] = { id, n: 0, text }
  }

function openWithRecoveryKey(secret: Secret) {
  return openVault<TestLog>({
    path,
    key: { kind: 'recovery', secret },
    schema: testSchema,
    ports: testPorts(ports),
  })
}

test('any records survive save, close, open, compaction and another open', async () => {
  const records = fc.dictionary(
    fc.string({ unit: 'binary' }),
    fc.record({ n: fc.integer(), text: fc.string({ unit: 'binary' }) }),
  )
  const logs = (record: Record<string, { n: number; text: string }>) =>
    Object.fromEntries(Object.entries(record).map(([id, rest]) => [id, { id, ...rest }]))
  await fc.assert(
    fc.asyncProperty(records, records, fc.integer(), async (first, second, n) => {
      const at = join(await temporaryFolder(), 'any.daybook')
      const initial = { meta: { n: 0 }, incidents: logs(first), sources: logs(second) }
      const session = expectValue(await createTestLog(at, initial, ports))
      expectValue(
        await session.update((log) => {
          for (const id of Object.keys(log.incidents)) delete log.incidents[id]
          for (const [id, record] of Object.entries(logs(second))) log.incidents[id] = record
          log.meta.n = n
        }),
      )
      const expected = JSON.parse(
        JSON.stringify({ meta: { n }, incidents: logs(second), sources: logs(second) }),
      )
      expect(plain(session.data)).toEqual(expected)
      await session.close()
      const reopened = expectValue(await openTestLog(at, ports))
      expect(plain(reopened.data)).toEqual(expected)
      expectValue(await reopened.compact())
      expect(plain(reopened.data)).toEqual(expected)
      await reopened.close()
      expect(await dataOnDisk(at, ports)).toEqual(expected)
    }),
    { numRuns: 25 },
  )
})

describe('saving', () => {
  test('counts, and says when', async () => {
    let hour = 0
    const now = () => new Date(Date.UTC(2026, 0, 1, hour))
    const session = expectValue(await createTestLog(path, EMPTY_LOG, { ...ports, now }))
    const { fileId } = session.info()
    hour = 5
    expectValue(await session.update(setN(1)))
    expect(session.info()).toMatchObject({
      path,
      formatVersion: 1,
      suite: 'argon2id+hkdf-sha256+xaes-256-gcm+zstd',
      slots: [{ kind: 'passphrase', kdf: KDF_FLOOR }],
      lastSaved: '2026-01-01T05:00:00.000Z',
      counter: 2,
      generation: 1,
      sizeBytes: (await stat(path)).size,
      readOnly: false,
      failure: null,
      compactionFailure: null,
    })
    expect(Object.keys(session.info().slots[0] ?? {}).sort()).toEqual(['id', 'kdf', 'kind'])
    expectValue(await session.compact())
    expect(session.info()).toMatchObject({
      counter: 2,
      generation: 2,
      lastSaved: '2026-01-01T05:00:00.000Z',
      fileId,
    })
    await session.close()
    const reopened = expectValue(await openTestLog(path, ports, { readOnly: true }))
    expect(reopened.info()).toMatchObject({
      counter: 2,
      generation: 2,
      lastSaved: '2026-01-01T05:00:00.000Z',
      readOnly: true,
      fileId,
    })
    await reopened.close()
    // A time in the readable part would tell when somebody worked.
    expect((await readFile(path)).includes('2026-01-01')).toBe(false)
  })

  test('a hundred updates issued together are all kept, with at most three syncs', async () => {
    const session = expectValue(await createTestLog(path, logOf(1), ports))
    const before = session.info().syncs
    const increase = (log: TestLog) => {
      for (const record of Object.values(log.incidents)) record.n += 1
    }
    const results = await Promise.all(Array.from({ length: 100 }, () => session.update(increase)))
    expect(results).toEqual(Array.from({ length: 100 }, () => ok(undefined)))
    expect(session.info().syncs - before).toBeLessThanOrEqual(3)
    expect(session.info().counter).toBe(101)
    expect(session.data.incidents.i0?.n).toBe(100)
    await session.close()
    expect(await dataOnDisk(path, ports)).toMatchObject({ incidents: { i0: { n: 100 } } })
  })

  test('a save of one record costs what it holds, not what the log holds', async () => {
    const session = expectValue(await createTestLog(path, logOf(500), ports))
    const before = (await stat(path)).size
    expectValue(await session.update(put('new', 'x'.repeat(100))))
    expect((await stat(path)).size - before).toBeLessThanOrEqual(44 + 512 + 16)
    await session.close()
  })

  test('records handed out are frozen all the way down', async () => {
    const session = expectValue(await createTestLog(path, logOf(1), ports))
    expectValue(await session.update(put('a')))
    for (const record of [session.data.meta, session.data.incidents.i0, session.data.incidents.a]) {
      expect(() => Object.assign(record ?? {}, { n: 2 })).toThrow(TypeError)
    }
    await session.close()
    const reopened = expectValue(await openTestLog(path, ports))
    expect(Object.isFrozen(reopened.data.incidents.i0)).toBe(true)
    await reopened.close()
  })

  test('close waits for saves under way; afterwards nothing can be read or saved', async () => {
    const session = expectValue(await createTestLog(path, logOf(1), ports))
    const saved = session.update(setN(2))
    await session.close()
    await session.close()
    expect((await saved).ok).toBe(true)
    expect(await session.update(setN(3))).toEqual({ ok: false, error: { code: 'vault/closed' } })
    expect(() => session.data).toThrow('after close')
    expect(() => session.low).toThrow('after close')
    expect(await dataOnDisk(path, ports)).toMatchObject({ meta: { n: 2 } })
    expect(await readdir(folder)).toEqual(['log.daybook'])
  })

  test('one transaction of many megabytes is all or nothing, and comes back', async () => {
    const session = expectValue(await createTestLog(path, EMPTY_LOG, ports))
    const texts = Array.from({ length: 6 }, () => randomBytes(450_000).toString('base64'))
    expectValue(
      await session.update((log) => {
        for (const [n, text] of texts.entries()) log.incidents[`i${n}`] = { id: `i${n}`, n, text }
      }),
    )
    expect(session.info().counter).toBe(2)
    const { sizeBytes } = session.info()
    await writeFile(join(folder, 'copy'), (await readFile(path)).subarray(0, sizeBytes - 1))
    await session.close()
    expect(await dataOnDisk(path, ports)).toMatchObject({ incidents: { i5: { text: texts[5] } } })
    // Its commit record does not cover it yet in a copy made before; here it does: the cut is damage.
    expect(await openTestLog(join(folder, 'copy'), ports)).toMatchObject({ error: { code: 'vault/damaged' } })
  })

  test('a record too large for any reader is refused, and the session goes on', async () => {
    const session = expectValue(await createTestLog(path, logOf(1), ports))
    expect(await session.update(put('huge', 'x'.repeat(40 * 1024 * 1024)))).toEqual({
      ok: false,
      error: { code: 'vault/too-large' },
    })
    expectValue(await session.update(put('small')))
    expect(Object.keys(session.data.incidents)).toEqual(['i0', 'small'])
    await session.close()
  })
})

describe('when the disk fails', () => {
  async function failing(plan: Parameters<ReturnType<typeof faultyDisk>['arm']>[0]) {
    const faulty = faultyDisk()
    const session = expectValue(
      await createTestLog(path, logOf(2), { policy: QUIET_POLICY, disk: faulty.disk }),
    )
    expectValue(await session.update(setN(1)))
    faulty.arm(plan)
    return { session, faulty }
  }

  test('full: memory and file stay as they were, what was issued together fails together, and a retry works', async () => {
    const { session, faulty } = await failing({ at: 0, lasting: 'once', errno: 'ENOSPC', only: ['write'] })
    const before = await readFile(path)
    const full = { ok: false, error: { code: 'disk/full' } }
    expect(await Promise.all([session.update(setN(2)), session.update(put('a'))])).toEqual([full, full])
    expect(plain(session.data)).toEqual({ ...logOf(2), meta: { n: 1 } })
    expect((await readFile(path)).subarray(16384)).toEqual(before.subarray(16384))
    expect(session.info().failure).toBeNull()
    faulty.disarm()
    expectValue(await session.update(setN(2)))
    await session.close()
    expect(await dataOnDisk(path, ports)).toEqual({ ...logOf(2), meta: { n: 2 } })
  })

  test('a failed sync ends all writing; everything can still be saved elsewhere', async () => {
    const { session, faulty } = await failing({ at: 0, lasting: 'once', errno: 'EIO', only: ['sync'] })
    const failure = { code: 'disk/sync-failed', errno: 'EIO' }
    expect(await session.update(setN(2))).toEqual({ ok: false, error: failure })
    faulty.disarm()
    expect(await session.update(setN(3))).toEqual({ ok: false, error: failure })
    expect(await session.compact()).toEqual({ ok: false, error: failure })
    expect(await session.changePassphrase(SECRET, SECRET)).toEqual({ ok: false, error: failure })
    expect(session.info().failure).toEqual(failure)
    expect(plain(session.data)).toEqual({ ...logOf(2), meta: { n: 1 } })
    const other = join(folder, 'other.daybook')
    expectValue(await session.saveElsewhere(other))
    expect(session.info()).toMatchObject({ path: other, failure: null })
    expectValue(await session.update(setN(4)))
    await session.close()
    expect(await dataOnDisk(other, ports)).toEqual({ ...logOf(2), meta: { n: 4 } })
    expect(await dataOnDisk(path, ports)).toEqual({ ...logOf(2), meta: { n: 1 } })
  })

  test('lowdb: a failed write stays dirty, and goes through later', async () => {
    const { session, faulty } = await failing({ at: 0, lasting: 'once', errno: 'ENOSPC', only: ['write'] })
    const { low } = session
    low.data.incidents.a = { id: 'a', n: 1, text: '' }
    await expect(low.write()).rejects.toThrow()
    expect('a' in low.data.incidents).toBe(true)
    faulty.disarm()
    await low.write()
    await session.close()
    expect(await dataOnDisk(path, ports)).toMatchObject({ incidents: { a: { n: 1 } } })
  })
})

describe('a file changed by somebody else', () => {
  test('is not overwritten', async () => {
    const older = expectValue(await createTestLog(path, logOf(1), ports))
    await older.close()
    const bytes = await readFile(path)
    const changes = [
      // A sync tool puts an older version in place, by renaming and by writing over.
      async () => {
        await writeFile(join(folder, 'sync'), bytes)
        await rename(join(folder, 'sync'), path)
      },
      () => writeFile(path, 'another program'),
      () => truncate(path, bytes.length),
      async () => writeFile(path, Buffer.alloc(1), { flag: 'a' }),
    ]
    for (const change of changes) {
      await writeFile(path, bytes)
      const session = expectValue(await openTestLog(path, ports))
      expectValue(await session.update(setN(7)))
      await change()
      const there = await readFile(path)
      const refused = { ok: false, error: { code: 'vault/changed-on-disk' } }
      expect(await session.update(setN(8))).toEqual(refused)
      expect(await session.compact()).toEqual(refused)
      expect(await session.addPassphrase(SECRET, passphraseSecret('x'))).toEqual(refused)
      expect(session.data.meta.n).toBe(7)
      await session.close()
      expect(await readFile(path)).toEqual(there)
    }
    expect(await readdir(folder)).toEqual(['log.daybook'])
  })

  test('a file that was removed is not made again', async () => {
    const session = expectValue(await createTestLog(path, logOf(1), ports))
    await rename(path, join(folder, 'moved'))
    expect(await session.update(setN(2))).toMatchObject({ error: { code: 'vault/changed-on-disk' } })
    await session.close()
    expect(await readdir(folder)).toEqual(['moved'])
  })
})

describe('passphrases and recovery key', () => {
  const other = passphraseSecret('another one')

  test('a changed passphrase opens, the old one does not, and no version with the old one stays beside it', async () => {
    const session = expectValue(await createTestLog(path, logOf(2), ports))
    expectValue(await session.compact())
    expect(await readdir(folder)).toContain('log.daybook.bak')
    expect(await session.changePassphrase(other, SECRET)).toEqual({
      ok: false,
      error: { code: 'vault/wrong-passphrase' },
    })
    expectValue(await session.changePassphrase(SECRET, other))
    expect(await session.verifyPassphrase(SECRET)).toEqual(ok(false))
    expect(await session.verifyPassphrase(other)).toEqual(ok(true))
    expectValue(await session.update(setN(9)))
    await session.close()
    expect(await readdir(folder)).toEqual(['log.daybook'])
    expect(await openTestLog(path, ports)).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    expect(await dataOnDisk(path, ports, 'another one')).toEqual({ ...logOf(2), meta: { n: 9 } })
  })

  test('changing it costs the same for every log: only the first two pages change', async () => {
    const session = expectValue(await createTestLog(path, logOf(300), ports))
    const before = await readFile(path)
    expectValue(await session.changePassphrase(SECRET, other))
    const after = await readFile(path)
    expect(after.subarray(8192).equals(before.subarray(8192))).toBe(true)
    expect(after.subarray(0, 4096).equals(before.subarray(0, 4096))).toBe(false)
    expect(after.subarray(4096, 8192).equals(after.subarray(0, 4096))).toBe(true)
    await session.close()
  })

  test('two passphrases and a recovery key open the same log; each can be taken away but the last passphrase', async () => {
    const session = expectValue(await createTestLog(path, logOf(2), ports))
    expectValue(await session.addPassphrase(SECRET, other))
    const recovery = expectValue(await session.addRecoveryKey(other))
    const [first, second, third] = session.info().slots
    expect([first?.kind, second?.kind, third?.kind]).toEqual(['passphrase', 'passphrase', 'recovery'])
    expect(third?.kdf).toBeNull()
    await session.close()
    for (const passphrase of [PASSPHRASE, 'another one']) {
      expect(await dataOnDisk(path, ports, passphrase)).toEqual(logOf(2))
    }
    const recovered = expectValue(await openWithRecoveryKey(recovery))
    expect(plain(recovered.data)).toEqual(logOf(2))
    expect(await recovered.removeSlot(other, 'ff'.repeat(8))).toMatchObject({
      error: { code: 'vault/no-such-slot' },
    })
    expectValue(await recovered.removeSlot(other, first?.id ?? ''))
    expect(await recovered.removeSlot(other, second?.id ?? '')).toMatchObject({
      error: { code: 'vault/last-slot' },
    })
    expectValue(await recovered.removeSlot(other, third?.id ?? ''))
    await recovered.close()
    expect(await openWithRecoveryKey(recovery)).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    expect(await openTestLog(path, ports)).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    expect(await dataOnDisk(path, ports, 'another one')).toEqual(logOf(2))
  })

  test('a new recovery key replaces the one before', async () => {
    const session = expectValue(await createTestLog(path, logOf(1), ports))
    const first = expectValue(await session.addRecoveryKey(SECRET))
    const second = expectValue(await session.addRecoveryKey(SECRET))
    await session.close()
    expect(await openWithRecoveryKey(first)).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    await expectValue(await openWithRecoveryKey(second)).close()
  })

  test('there is room for six ways to open a log, and an empty passphrase is none', async () => {
    const session = expectValue(await createTestLog(path, logOf(1), ports))
    for (let count = 2; count <= 6; count += 1) {
      expectValue(await session.addPassphrase(SECRET, passphraseSecret(`passphrase ${count}`)))
    }
    expect(await session.addPassphrase(SECRET, other)).toEqual({
      ok: false,
      error: { code: 'vault/too-many-slots' },
    })
    expect(await session.changePassphrase(SECRET, passphraseSecret(''))).toEqual({
      ok: false,
      error: { code: 'vault/empty-passphrase' },
    })
    expect(session.info().slots.length).toBe(6)
    await session.close()
    expect(await dataOnDisk(path, ports, 'passphrase 6')).toEqual(logOf(1))
  })

  test('a new data key: the old file is no use for what comes later, and other ways in are gone', async () => {
    const session = expectValue(await createTestLog(path, logOf(2), ports))
    const recovery = expectValue(await session.addRecoveryKey(SECRET))
    await writeFile(join(folder, 'stolen'), await readFile(path))
    expect(await session.rekey(other)).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    expectValue(await session.rekey(SECRET))
    expectValue(await session.update(setN(5)))
    expect(session.info().slots.map(({ kind }) => kind)).toEqual(['passphrase'])
    await session.close()
    expect((await readdir(folder)).sort()).toEqual(['log.daybook', 'stolen'])
    expect(await openWithRecoveryKey(recovery)).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    expect(await dataOnDisk(path, ports)).toEqual({ ...logOf(2), meta: { n: 5 } })

    // The pages of the stolen file in front of the new frames: the keys do not fit.
    const stolen = await readFile(join(folder, 'stolen'))
    const mixed = Buffer.concat([stolen.subarray(0, 8192), (await readFile(path)).subarray(8192)])
    await writeFile(path, mixed)
    expect(await openTestLog(path, ports)).toMatchObject({ error: { code: 'vault/damaged' } })
  })
})

describe('compaction', () => {
  test('keeps what is there, drops what is outdated, and keeps the file before as .bak', async () => {
    const session = expectValue(await createTestLog(path, logOf(20), ports))
    for (let round = 0; round < 30; round += 1) expectValue(await session.update(put('a', `round ${round}`)))
    expectValue(
      await session.update((log) => {
        delete log.incidents.i3
      }),
    )
    const expected = plain(session.data)
    const framesLength = async () => (await stat(path)).size - FRAMES_OFFSET
    const before = await framesLength()
    expectValue(await session.compact())
    expect(await framesLength()).toBeLessThan(before / 2)
    expect(session.info()).toMatchObject({ counter: 32, generation: 2, sizeBytes: (await stat(path)).size })
    expect(plain(session.data)).toEqual(expected)
    expectValue(await session.update(setN(5)))
    await session.close()
    expect((await readdir(folder)).sort()).toEqual(['log.daybook', 'log.daybook.bak'])
    expect(await dataOnDisk(`${path}.bak`, ports)).toEqual(expected)
    expect(await dataOnDisk(path, ports)).toMatchObject({ meta: { n: 5 } })
  })

  test('what is saved meanwhile is in the new file', async () => {
    const session = expectValue(await createTestLog(path, logOf(2000), ports))
    let isDone = false
    const compacted = session.compact().then((result) => {
      isDone = true
      return result
    })
    let saved = 0
    while (!isDone) {
      expectValue(await session.update(put(`m${saved}`)))
      saved += 1
      await nextTurn()
    }
    expectValue(await compacted)
    expect(saved).toBeGreaterThan(1)
    await session.close()
    const found = await dataOnDisk(path, ports)
    expect(found).toHaveProperty(['incidents', `m${saved - 1}`])
    expect(found).toHaveProperty(['incidents', 'm0'])
    expect(found).toHaveProperty(['incidents', 'i1999'])
  })

  test('begins by itself when the journal has grown, and says so', async () => {
    const policy = { ...QUIET_POLICY, compactAfterFrames: 10 }
    const session = expectValue(await createTestLog(path, logOf(5), { ...ports, policy }))
    for (let round = 0; round < 11; round += 1) expectValue(await session.update(setN(round)))
    await expect.poll(() => session.info().generation).toBe(2)
    await session.close()
    expect(await dataOnDisk(path, ports)).toEqual({ ...logOf(5), meta: { n: 10 } })
  })

  test('one that fails leaves the log as it is, and saves go on', async () => {
    const faulty = faultyDisk()
    const session = expectValue(
      await createTestLog(path, logOf(5), { policy: QUIET_POLICY, disk: faulty.disk }),
    )
    faulty.arm({ at: 0, lasting: 'once', errno: 'ENOSPC', only: ['create'] })
    expect(await session.compact()).toEqual({ ok: false, error: { code: 'disk/full' } })
    expect(session.info()).toMatchObject({
      failure: null,
      compactionFailure: { code: 'disk/full' },
      generation: 1,
    })
    expectValue(await session.update(setN(1)))
    faulty.disarm()
    expectValue(await session.compact())
    expect(session.info()).toMatchObject({ compactionFailure: null, generation: 2 })
    await session.close()
    expect((await readdir(folder)).sort()).toEqual(['log.daybook', 'log.daybook.bak'])
  })
})

describe('copies', () => {
  test('a backup is a log of its own file, opens with the same passphrase, and takes no existing name', async () => {
    const session = expectValue(await createTestLog(path, logOf(5), ports))
    expectValue(await session.update(setN(3)))
    const target = join(folder, 'backup.daybook')
    const report = expectValue(await session.backup(target))
    expect(report).toMatchObject({
      path: target,
      records: 5,
      counter: 2,
      sizeBytes: (await stat(target)).size,
    })
    expect(await session.backup(target)).toEqual({ ok: false, error: { code: 'vault/exists' } })
    expect(await session.backup(path)).toEqual({ ok: false, error: { code: 'vault/exists' } })
    expectValue(await session.update(setN(4)))
    const copy = expectValue(await openTestLog(target, ports))
    expect(plain(copy.data)).toEqual({ ...logOf(5), meta: { n: 3 } })
    expect(copy.info().fileId).toBe(session.info().fileId)
    expectValue(await copy.update(setN(5)))
    await copy.close()
    expect(session.data.meta.n).toBe(4)
    await session.close()
    const [a, b] = [await readFile(path), await readFile(target)]
    const epochOf = (bytes: Buffer) => /"epoch":"([0-9a-f]{32})"/.exec(bytes.toString('latin1', 0, 4096))?.[1]
    expect(epochOf(a)).not.toBe(epochOf(b))
  })

  test('a backup that fails leaves nothing under its name', async () => {
    const faulty = faultyDisk()
    const session = expectValue(
      await createTestLog(path, logOf(5), { policy: QUIET_POLICY, disk: faulty.disk }),
    )
    const target = join(folder, 'backup.daybook')
    for (const only of ['create', 'write', 'sync', 'link'] as const) {
      faulty.arm({ at: 0, lasting: 'once', errno: 'EIO', only: [only] })
      expect(await session.backup(target)).toEqual({
        ok: false,
        error: { code: 'disk/failed', errno: 'EIO' },
      })
      expect((await readdir(folder)).sort()).toEqual(['log.daybook', 'log.daybook.lock'])
    }
    faulty.disarm()
    expectValue(await session.backup(target))
    expectValue(await session.update(setN(1)))
    await session.close()
  })

  test('saved elsewhere, it goes on there: lock, passphrase, everything saved meanwhile', async () => {
    const session = expectValue(await createTestLog(path, logOf(3), ports))
    const other = join(folder, 'other.daybook')
    expectValue(await session.update(put('before')))
    const moved = session.saveElsewhere(other)
    const meanwhile = session.update(put('meanwhile'))
    expectValue(await moved)
    expectValue(await meanwhile)
    expectValue(await session.update(put('after')))
    expect(session.info().path).toBe(other)
    expect(await openTestLog(other, ports)).toMatchObject({ error: { code: 'vault/in-use' } })
    await expectValue(await openTestLog(path, ports)).close()
    expect(await session.saveElsewhere(path)).toEqual({ ok: false, error: { code: 'vault/exists' } })
    expectValue(await session.update(put('last')))
    await session.close()
    const found = await dataOnDisk(other, ports)
    for (const id of ['i0', 'before', 'meanwhile', 'after', 'last']) {
      expect(found).toHaveProperty(['incidents', id])
    }
    expect((await readdir(folder)).sort()).toEqual(['log.daybook', 'other.daybook'])
  })
})

test('no record and no key stands readable in any file of the folder', async () => {
  const planted = ['Zelimkhan Murdalov', 'Станица Ассиновская', '+7 928 000 00 00', 'الشاهد', 'incidents']
  const session = expectValue(await createTestLog(path, logOf(1), ports))
  for (const [n, text] of planted.entries()) expectValue(await session.update(put(`p${n}`, text)))
  const recovery = expectValue(await session.addRecoveryKey(SECRET))
  expectValue(await session.compact())
  for (const [n, text] of planted.entries()) expectValue(await session.update(put(`q${n}`, text)))
  const names = await readdir(folder)
  expect(names.sort()).toEqual(['log.daybook', 'log.daybook.bak', 'log.daybook.lock'])
  for (const name of names) {
    const bytes = await readFile(join(folder, name))
    for (const text of planted) {
      for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
        const needle =
          encoding === 'utf8' || encoding === 'utf16le'
            ? Buffer.from(text, encoding)
            : Buffer.from(text).toString(encoding).slice(0, -4)
        expect(bytes.includes(needle), `${name} ${encoding}`).toBe(false)
      }
    }
    expect(recovery.use((key) => bytes.includes(key) || bytes.includes(key.toString('hex')))).toBe(false)
  }
  await session.close()
})

test('a session shows no secret and no record when it is printed', async () => {
  const session = expectValue(await createTestLog(path, logOf(1), ports))
  const shown = inspect(session, { depth: 9, showHidden: true }) + JSON.stringify(session)
  expect(shown).not.toContain(PASSPHRASE)
  expect(shown).not.toContain('случай')
  await session.close()
})

test('errors of the system get a code, defects get none, and every code has a sentence', () => {
  const errno = (code: string) => toVaultError(Object.assign(new Error(code), { code }))
  expect(errno('ENOSPC')).toEqual({ code: 'disk/full' })
  expect(errno('EROFS')).toEqual({ code: 'disk/read-only' })
  expect(errno('EIO')).toEqual({ code: 'disk/failed', errno: 'EIO' })
  expect(errno('ERR_INVALID_ARG_TYPE')).toBeNull()
  expect(toVaultError(new TypeError('x'))).toBeNull()
  const sentences = (['empty', 'not-a-log', 'length', 'frame', 'superblock'] as const).map((where) =>
    describeVaultError({ code: 'vault/damaged', where, at: 77 }),
  )
  expect(new Set(sentences).size).toBe(5)
  expect(sentences[3]).toContain('77')
})
