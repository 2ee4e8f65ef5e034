/** The zeros behind the frames of an open log: saves are written over them, and nothing is told by them. */
import { copyFile, open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { contentEnd } from '../../../src/vault/file/contentEnd.ts'
import { FRAMES_OFFSET } from '../../../src/vault/format/layout.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { isWholeRescue, rescueVault } from '../../../src/vault/rescueVault.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import { faultyDisk } from '../../support/vault/faultyDisk.ts'
import { PowerCutDisk } from '../../support/vault/powerCutDisk.ts'
import { createRandom } from '../../support/vault/random.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  type TestSession,
  testPorts,
  testSchema,
} from '../../support/vault/testLog.ts'
import { EMPTY_LOG, logOf, plain, QUIET_POLICY, temporaryFolder } from './vaultFixture.ts'

const RESERVE = 64 * 1024
const POLICY = { ...QUIET_POLICY, reserveBytes: RESERVE }
let path: string
let session: TestSession

beforeEach(async () => {
  path = join(await temporaryFolder(), 'log.daybook')
  session = expectValue(await createTestLog(path, logOf(20), { policy: POLICY }))
  onTestFinished(() => session.close())
})

const save = async (n: number, text = 'saved') =>
  expectValue(
    await session.update((log) => {
      log.incidents[`r${n}`] = { id: `r${n}`, n, text }
    }),
  )

/** Opens a copy of the file as a crash would leave it now, changed by `change`. */
async function crashed(change: (bytes: Buffer) => Buffer = (bytes) => bytes) {
  const copy = `${path}.copy`
  const bytes = change(await readFile(path))
  await writeFile(copy, bytes)
  const reopened = expectValue(await openTestLog(copy, { policy: POLICY }))
  onTestFinished(() => reopened.close())
  return reopened
}

test('the end of what is not zero is found, whatever lies before it', () => {
  const bytes = fc.uint8Array({ maxLength: 40 })
  fc.assert(
    fc.property(bytes, fc.nat(40), fc.nat(600_000), (some, from, zeros) => {
      const content = Buffer.concat([some, Buffer.alloc(zeros)])
      const disk = new PowerCutDisk(createRandom(1), ['/a'])
      disk.put('/a/b', content)
      const start = Math.min(from, content.length)
      const last = some.findLastIndex((byte, index) => index >= start && byte !== 0)
      expect(contentEnd(disk.open('/a/b', 'read'), start, content.length)).toBe(last < 0 ? start : last + 1)
    }),
    { numRuns: 30 },
  )
})

describe('a log that is open', () => {
  test('gets a reserve with its first save, and saves do not make it longer', async () => {
    expect((await stat(path)).size).toBe(session.info().sizeBytes)
    await save(1)
    const { size } = await stat(path)
    expect(size).toBeGreaterThanOrEqual(session.info().sizeBytes + RESERVE)
    for (let n = 2; n < 20; n += 1) await save(n)
    expect((await stat(path)).size).toBe(size)
    const { sizeBytes } = session.info()
    expect((await readFile(path)).subarray(sizeBytes).every((byte) => byte === 0)).toBe(true)
  })

  test('gets more when half of it is used up, and a save that is larger than it is whole', async () => {
    await save(1)
    const { size } = await stat(path)
    const long = createRandom(3).bytes(100_000).toString('base64')
    await save(2, long)
    expect((await stat(path)).size).toBeGreaterThan(size)
    const reopened = await crashed()
    expect(reopened.data.incidents.r2?.text).toBe(long)
  })

  test('has none when it is closed, nor has a copy of it', async () => {
    await save(1)
    const { sizeBytes } = session.info()
    const copy = `${path}.backup`
    expect(expectValue(await session.backup(copy)).sizeBytes).toBe((await stat(copy)).size)
    await session.close()
    expect((await stat(path)).size).toBe(sizeBytes)
  })

  test('gets one again after it was made smaller', async () => {
    await save(1)
    expectValue(await session.compact())
    expect((await stat(path)).size).toBe(session.info().sizeBytes)
    await save(2)
    expect((await stat(path)).size).toBeGreaterThan(session.info().sizeBytes)
  })
})

describe('after a crash', () => {
  test('a reserve is no torn tail, and is used again', async () => {
    await save(1)
    const reopened = await crashed()
    expect(reopened.report).toMatchObject({ tornTail: null, repaired: false })
    expect(plain(reopened.data)).toEqual(plain(session.data))
    const copy = reopened.info().path
    const { size } = await stat(copy)
    expectValue(
      await reopened.update((log) => {
        log.meta.n = 99
      }),
    )
    expect((await stat(copy)).size).toBe(size)
  })

  test('a frame torn in the middle, with zeros behind it, is kept aside without them', async () => {
    await save(1)
    const { sizeBytes } = session.info()
    const before = plain(session.data)
    const pages = (await readFile(path)).subarray(0, FRAMES_OFFSET)
    await save(2)
    const reopened = await crashed((bytes) => {
      pages.copy(bytes)
      return bytes.fill(0, sizeBytes + 301)
    })
    expect(plain(reopened.data)).toEqual(before)
    const { tornTail } = reopened.report
    const kept = await readFile(tornTail?.keptAs ?? '')
    expect(kept.length).toBe(tornTail?.bytes)
    expect(kept).toEqual((await readFile(path)).subarray(sizeBytes, sizeBytes + kept.length))
    expect(kept.length).toBeGreaterThan(280)
    // What is written from now on stands before no rest of it.
    expect((await stat(reopened.info().path)).size).toBe(sizeBytes)
  })

  test('zeros instead of what a commit record speaks of are damage', async () => {
    await save(1)
    const { sizeBytes } = session.info()
    await save(2)
    const bytes = (await readFile(path)).fill(0, sizeBytes)
    await writeFile(`${path}.copy`, bytes)
    expect(await openTestLog(`${path}.copy`)).toMatchObject({
      ok: false,
      error: { code: 'vault/damaged', where: 'frame', at: sizeBytes },
    })
  })
})

describe('a rescue', () => {
  async function rescue(bytes: Buffer) {
    await writeFile(`${path}.copy`, bytes)
    return expectValue(
      await rescueVault({
        path: `${path}.copy`,
        key: { kind: 'passphrase', secret: passphraseSecret(PASSPHRASE) },
        out: `${path}.rescued`,
        newPassphrase: passphraseSecret(PASSPHRASE),
        initial: EMPTY_LOG,
        schema: testSchema,
        kdf: KDF_FLOOR,
        ports: testPorts({}),
      }),
    )
  }

  test('does not count a reserve as lost', async () => {
    await save(1)
    const report = await rescue(await readFile(path))
    expect(report.lost).toEqual([])
    expect(isWholeRescue(report)).toBe(true)
  })

  test('does count zeros that stand where something was saved', async () => {
    await save(1)
    const { sizeBytes } = session.info()
    await save(2)
    const end = session.info().sizeBytes
    const report = await rescue((await readFile(path)).fill(0, sizeBytes))
    expect(report).toMatchObject({ lost: [{ from: sizeBytes, to: end }], missingFrames: 1, endsEarly: false })
    expect(isWholeRescue(report)).toBe(false)
  })
})

test('another program that wrote into the reserve is noticed, and nothing is written over it', async () => {
  await save(1)
  await copyFile(path, `${path}.other`)
  const other = expectValue(await openTestLog(`${path}.other`, { policy: POLICY }))
  onTestFinished(() => other.close())
  expectValue(
    await other.update((log) => {
      log.meta.n = 7
    }),
  )
  const { sizeBytes } = session.info()
  const frame = (await readFile(`${path}.other`)).subarray(sizeBytes, other.info().sizeBytes)
  const handle = await open(path, 'r+')
  await handle.write(frame, 0, frame.length, sizeBytes)
  await handle.close()
  const before = await readFile(path)
  const refused = await session.update((log) => {
    log.meta.n = 8
  })
  expect(refused).toEqual({ ok: false, error: { code: 'vault/changed-on-disk' } })
  await session.close()
  expect(await readFile(path)).toEqual(before)
})

describe('where there is no room for a reserve', () => {
  const FOLDER = '/logs'
  const PATH = '/logs/log.daybook'

  test('saves make the file longer', async () => {
    const memory = new PowerCutDisk(createRandom(1), [FOLDER])
    const faulty = faultyDisk(memory)
    const ports = { disk: faulty.disk, policy: POLICY }
    const full = expectValue(await createTestLog(PATH, EMPTY_LOG, ports))
    for (let n = 1; n <= 6; n += 1) {
      // Of a save: the frame, the commit record, the reserve.
      faulty.arm({ at: 2, lasting: 'once', errno: 'ENOSPC', only: ['write'] })
      expectValue(
        await full.update((log) => {
          log.meta.n = n
        }),
      )
      // Not tried at every save: that would be half written each time.
      expect(faulty.failed).toEqual(n === 1 ? ['write'] : [])
      expect(memory.contentOf(PATH)?.length).toBe(full.info().sizeBytes)
    }
    expect(full.info().failure).toBeNull()
    await full.close()
    const reopened = expectValue(await openTestLog(PATH, { disk: memory.afterPowerCut() }))
    expect(reopened.data.meta.n).toBe(6)
    await reopened.close()
  })

  test('a sync of it that fails ends the session, as that of a save does', async () => {
    const faulty = faultyDisk(new PowerCutDisk(createRandom(1), [FOLDER]))
    const full = expectValue(await createTestLog(PATH, EMPTY_LOG, { disk: faulty.disk, policy: POLICY }))
    faulty.arm({ at: 1, lasting: 'once', errno: 'EIO', only: ['sync'] })
    const change = (log: { meta: { n: number } }) => {
      log.meta.n += 1
    }
    expectValue(await full.update(change))
    expect(await full.update(change)).toEqual({
      ok: false,
      error: { code: 'disk/sync-failed', errno: 'EIO' },
    })
    await full.close()
  })
})
