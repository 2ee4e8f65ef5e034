/** Rubbish behind the end of a log, as a sync program or a failing file system leaves it: any amount, in bounded memory. */
import { expect, test } from 'vitest'
import type { Disk } from '../../src/vault/disk.ts'
import { FOLDER, PATH } from '../support/vault/faultScenarios.ts'
import { initialLog, isSameState, stateOf } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import { createTestLog, expectValue, openTestLog } from '../support/vault/testLog.ts'

const RUBBISH_LENGTH = 40 * 1024 * 1024
const MOST_AT_ONCE = 16 * 1024 * 1024

/** `base`, which refuses to move much at once, as a system does beyond 2 GiB. */
function inPieces(base: Disk): Disk {
  const check = (length: number) => {
    if (length > MOST_AT_ONCE) throw new RangeError(`${length} bytes at once`)
  }
  return {
    realPath: (name) => base.realPath(name),
    open: (name, mode) => {
      const file = base.open(name, mode)
      return {
        ...file,
        read: (position, length) => {
          check(length)
          return file.read(position, length)
        },
        write: (position, bytes) => {
          check(bytes.length)
          file.write(position, bytes)
        },
      }
    },
    stamp: (name) => base.stamp(name),
    link: (from, to) => base.link(from, to),
    rename: (from, to) => base.rename(from, to),
    remove: (name) => base.remove(name),
    list: (folder) => base.list(folder),
    syncFolder: (folder) => base.syncFolder(folder),
  }
}

test('is searched and kept aside in pieces', async () => {
  const memory = new PowerCutDisk(createRandom(1), [FOLDER])
  const disk = inPieces(memory)
  await expectValue(await createTestLog(PATH, initialLog(), { disk })).close()
  const whole = memory.contentOf(PATH) ?? Buffer.alloc(0)
  const rubbish = Buffer.alloc(RUBBISH_LENGTH, 'rubbish')
  // What looks like the beginning of a frame, also across two pieces, must not stop it.
  for (const at of [7, 8 * 1024 * 1024 - 2, 20 * 1024 * 1024]) rubbish.write('DBF1', at)
  memory.put(PATH, Buffer.concat([whole, rubbish]))

  const session = expectValue(await openTestLog(PATH, { disk }))
  const { tornTail } = session.report
  expect(tornTail?.bytes).toBe(RUBBISH_LENGTH)
  expect(memory.contentOf(tornTail?.keptAs ?? '')?.equals(rubbish)).toBe(true)
  expect(isSameState(stateOf(session.data), stateOf(initialLog()))).toBe(true)
  await session.close()
  expect(memory.contentOf(PATH)?.equals(whole)).toBe(true)
})

test('a genuine frame far behind is still found to be damage, wherever the pieces end', async () => {
  const memory = new PowerCutDisk(createRandom(1), [FOLDER])
  const disk = inPieces(memory)
  const policy = { compactAfterFrames: 1e9, compactAfterBytes: 1e12, commitDelayMs: 2 ** 30, reserveBytes: 0 }
  const session = expectValue(await createTestLog(PATH, initialLog(), { disk, policy }))
  const before = session.info().sizeBytes
  for (const n of [1, 2]) {
    expectValue(
      await session.update((draft) => {
        draft.meta = { n }
      }),
    )
  }
  const bytes = memory.contentOf(PATH) ?? Buffer.alloc(0)
  const second = before + 44 + bytes.readUInt32BE(before + 4)
  for (const offset of [-2, 0, 1]) {
    // The search begins one byte behind the bad frame.
    const gap = Buffer.alloc(8 * 1024 * 1024 + 1 + offset, 'x')
    const damaged = new PowerCutDisk(createRandom(1), [FOLDER])
    damaged.put(PATH, Buffer.concat([bytes.subarray(0, before), gap, bytes.subarray(second)]))
    expect(await openTestLog(PATH, { disk: inPieces(damaged) })).toMatchObject({
      error: { code: 'vault/damaged', where: 'frame', at: before },
    })
  }
  await session.close()
})
