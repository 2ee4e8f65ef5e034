/** A disk that gets full at every possible place: in memory at any size, and a real one where a small one can be mounted. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import { smallDisk } from '../support/vault/smallDisk.ts'
import { type FullDiskReport, tellFullDiskStory } from './fullDiskStory.ts'
import { runMounted } from './smallMount.ts'

const CHILD = fileURLToPath(new URL('./fullDiskChild.ts', import.meta.url))
/** What a log of this size needs at the least, and what it never fills before the story ends. */
const SIZES = { from: 200, to: 60_000, step: 1499 }

test('in memory, at every size', async () => {
  const wrong: string[] = []
  let acknowledged = 0
  for (let capacity = SIZES.from; capacity <= SIZES.to; capacity += SIZES.step) {
    // One that is made smaller by itself now and then, and one that never is.
    for (const compactAfterFrames of [8, 1e9]) {
      const base = new PowerCutDisk(createRandom(1), ['/full', '/other'])
      const small = smallDisk(base, capacity)
      const other = new PowerCutDisk(createRandom(2), ['/other'])
      const report = await tellFullDiskStory({
        ports: {
          disk: twoDisks(small.disk, other),
          policy: { compactAfterFrames, compactAfterBytes: 1e12, commitDelayMs: null, reserveBytes: 4096 },
        },
        folder: '/full',
        elsewhere: '/other',
        free: () => {
          small.capacity = 1e9
        },
        list: () => base.list('/full'),
      })
      acknowledged += report.acknowledged
      wrong.push(...report.wrong.map((line) => `${capacity} bytes, ${compactAfterFrames}: ${line}`))
    }
  }
  expect(wrong).toEqual([])
  expect(acknowledged).toBeGreaterThan(100)
})

/** `/other…` is on another disk. */
function twoDisks(small: ReturnType<typeof smallDisk>['disk'], other: PowerCutDisk): typeof small {
  const of = (path: string) => (path.startsWith('/other') ? other : small)
  return {
    realPath: (path) => of(path).realPath(path),
    open: (path, mode) => of(path).open(path, mode),
    stamp: (path) => of(path).stamp(path),
    link: (from, to) => of(from).link(from, to),
    rename: (from, to) => of(from).rename(from, to),
    remove: (path) => of(path).remove(path),
    list: (folder) => of(folder).list(folder),
    syncFolder: (folder) => of(folder).syncFolder(folder),
  }
}

// Linux lets root, or anybody in a user namespace of their own, mount a small disk. Elsewhere the test above must do.
test.runIf(process.platform === 'linux')('on a real disk of 1 MiB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-full-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [small, elsewhere] = [join(folder, 'small'), join(folder, 'elsewhere')]
  await mkdir(small)
  await mkdir(elsewhere)
  const stdout = await runMounted('mount -t tmpfs -o size=1m,mode=700 tmpfs "$1"', CHILD, small, elsewhere)
  const report: FullDiskReport = JSON.parse(stdout)
  expect(report.wrong).toEqual([])
  expect(report.acknowledged).toBeGreaterThan(50)
  expect(report.refused).toBeGreaterThan(5)
})
