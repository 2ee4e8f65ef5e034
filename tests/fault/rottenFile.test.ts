/** A file that the disk changes while the log is open: noticed by whatever reads it again, and said at once. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Disk, DiskFile } from '../../src/vault/disk.ts'
import { FRAMES_OFFSET } from '../../src/vault/format/layout.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import { FOLDER, PATH, STICK } from '../support/vault/faultScenarios.ts'
import { initialLog, stateOf } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  type TestLog,
  type TestSession,
} from '../support/vault/testLog.ts'

const QUIET = { compactAfterFrames: 1e9, compactAfterBytes: 1e12, commitDelayMs: null, reserveBytes: 4096 }
const ELSEWHERE = `${STICK}/elsewhere.daybook`
const ROTTEN = { code: 'vault/rotten', at: FRAMES_OFFSET }

let disk: PowerCutDisk
beforeEach(() => {
  disk = new PowerCutDisk(createRandom(1), [FOLDER, STICK])
})

const setN = (n: number) => (log: TestLog) => {
  log.meta.n = n
}

function flipBit(at: number): void {
  const file = disk.open(PATH, 'write')
  file.write(at, Buffer.of((file.read(at, 1)[0] ?? 0) ^ 1))
  file.close()
}

/** A log with one update, of whose first frame a bit has flipped since. */
async function openRotten(policy = QUIET): Promise<TestSession> {
  const session = expectValue(await createTestLog(PATH, initialLog(), { disk, policy }))
  expectValue(await session.update(setN(1)))
  flipBit(FRAMES_OFFSET + 100)
  return session
}

const readers: readonly (readonly [string, (session: TestSession) => Promise<unknown>])[] = [
  ['compaction', (session) => session.compact()],
  ['a backup', (session) => session.backup(`${STICK}/backup.daybook`)],
  ['a new data key', (session) => session.rekey(passphraseSecret(PASSPHRASE))],
]

describe.each(readers)('found by %s', (_name, read) => {
  test('it ends all saving, and everything can be saved elsewhere', async () => {
    const session = await openRotten()
    let told = 0
    session.whenFailed(() => {
      told += 1
    })
    expect(await read(session)).toEqual({ ok: false, error: ROTTEN })
    expect(session.info().failure).toEqual(ROTTEN)
    expect(told).toBe(1)
    expect(await session.update(setN(2))).toEqual({ ok: false, error: ROTTEN })
    expect(disk.paths.filter((path) => path.startsWith(STICK))).toEqual([])
    const state = stateOf(session.data)

    expectValue(await session.saveElsewhere(ELSEWHERE))
    expect(session.info()).toMatchObject({ path: ELSEWHERE, failure: null })
    expectValue(await session.update(setN(3)))
    await session.close()
    const reopened = expectValue(await openTestLog(ELSEWHERE, { disk }))
    expect(stateOf(reopened.data)).toEqual(new Map([...state, ['meta', JSON.stringify({ n: 3 })]]))
    await reopened.close()
    expect(disk.carelessness).toBeNull()
  })
})

test('found in the background, where nobody waits for an answer', async () => {
  const session = await openRotten({ ...QUIET, compactAfterFrames: 2 })
  const told = new Promise<void>((resolve) => session.whenFailed(resolve))
  expectValue(await session.update(setN(2)))
  expectValue(await session.update(setN(3)))
  await told
  expect(session.info()).toMatchObject({ failure: ROTTEN, compactionFailure: ROTTEN })
  expect(await session.update(setN(4))).toEqual({ ok: false, error: ROTTEN })
  await session.close()
})

test('in a save behind the snapshot', async () => {
  const session = await openRotten()
  flipBit(FRAMES_OFFSET + 100)
  flipBit(session.info().sizeBytes - 20)
  expect(await session.backup(`${STICK}/backup.daybook`)).toMatchObject({ error: { code: 'vault/rotten' } })
  await session.close()
})

test('what another program wrote over is told as that', async () => {
  const session = await openRotten()
  const file = disk.open(PATH, 'write')
  file.truncate(FRAMES_OFFSET + 200)
  file.close()
  expect(await session.backup(`${STICK}/backup.daybook`)).toMatchObject({
    error: { code: 'vault/changed-on-disk' },
  })
  await session.close()
})

test('a disk that is gone is told as that, not as the work of another program', async () => {
  const memory = disk
  let isGone = false
  const stick: Disk = {
    realPath: (name) => memory.realPath(name),
    open: (name, mode) => {
      const file = memory.open(name, mode)
      const read: DiskFile['read'] = (position, length) => {
        if (isGone) throw Object.assign(new Error('gone'), { code: 'EIO' })
        return file.read(position, length)
      }
      return { ...file, read }
    },
    stamp: (name) => (isGone ? null : memory.stamp(name)),
    link: (from, to) => memory.link(from, to),
    rename: (from, to) => memory.rename(from, to),
    remove: (name) => memory.remove(name),
    list: (folder) => memory.list(folder),
    syncFolder: (folder) => memory.syncFolder(folder),
  }
  const session = expectValue(await createTestLog(PATH, initialLog(), { disk: stick, policy: QUIET }))
  isGone = true
  const answer = await session.backup(`${STICK}/backup.daybook`)
  expect(answer).toMatchObject({ ok: false })
  expect(answer).not.toMatchObject({ error: { code: 'vault/changed-on-disk' } })
  expect(session.info().failure).toBeNull()
  await session.close()
})

test('a log that is open for reading only has no save to refuse', async () => {
  const first = expectValue(await createTestLog(PATH, initialLog(), { disk, policy: QUIET }))
  await first.close()
  const session = expectValue(await openTestLog(PATH, { disk }, { readOnly: true }))
  flipBit(FRAMES_OFFSET + 100)
  expect(await session.backup(`${STICK}/backup.daybook`)).toMatchObject({ error: { code: 'vault/damaged' } })
  expect(session.info().failure).toBeNull()
  await session.close()
})
