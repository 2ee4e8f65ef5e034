/** Updates so large that they go in several frames, and that making the file smaller has to catch up with. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { endHolders } from '../support/vault/earlierBoot.ts'
import { FOLDER, PATH } from '../support/vault/faultScenarios.ts'
import { initialLog } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom, type Random } from '../support/vault/random.ts'
import { allSettled } from '../support/vault/settled.ts'
import { createTestLog, expectValue, openTestLog, type TestSession } from '../support/vault/testLog.ts'

const POLICY = { compactAfterFrames: 1e9, compactAfterBytes: 1e12, commitDelayMs: null, reserveBytes: 4096 }

/** Update `n`: three records that change together, `bytes` long in all and not compressible. */
function update(session: TestSession, random: Random, n: number, bytes: number) {
  const texts = [0, 1, 2].map(() => random.bytes(bytes / 4).toString('base64'))
  return session.update((draft) => {
    for (const [index, text] of texts.entries()) {
      draft.incidents[`large${index}`] = { id: `large${index}`, n, text }
    }
  })
}

/** The update that is there: the same for all three records, or it was torn apart. */
async function updateFound(disk: PowerCutDisk): Promise<number | string> {
  const opened = await openTestLog(PATH, { disk, policy: POLICY })
  if (!opened.ok) return JSON.stringify(opened.error)
  const { incidents } = opened.value.data
  const numbers = new Set([0, 1, 2].map((index) => incidents[`large${index}`]?.n ?? 0))
  await opened.value.close()
  const [number = 0] = numbers
  return numbers.size === 1 ? number : 'torn apart'
}

test('a power cut leaves all frames of an update or none', async () => {
  const wrong: string[] = []
  const first = Date.now() % 1_000_000
  let without = 0
  for (let seed = first; seed < first + 24; seed += 1) {
    const random = createRandom(seed)
    const disk = new PowerCutDisk(random, [FOLDER])
    const session = expectValue(await createTestLog(PATH, initialLog(), { disk, policy: POLICY }))
    expectValue(await update(session, random, 1, 3000))
    // Write, sync, commit record.
    disk.cutAfter(1 + (seed % 3))
    const acknowledged = (await update(session, random, 2, 3_500_000)).ok
    const rest = disk.afterPowerCut()
    endHolders(rest, true)
    await session.close()
    const found = await updateFound(rest)
    if (found === 1) without += 1
    if (found !== 2 && (acknowledged || found !== 1)) wrong.push(`seed ${seed}: ${found}`)
  }
  expect(wrong).toEqual([])
  expect(without).toBeGreaterThan(0)
})

test('what is saved while the file is made smaller is there, after a power cut at any moment', async () => {
  const wrong: string[] = []
  const first = Date.now() % 1_000_000
  for (let seed = first; seed < first + 16; seed += 1) {
    const random = createRandom(seed)
    const disk = new PowerCutDisk(random, [FOLDER])
    const session = expectValue(await createTestLog(PATH, initialLog(), { disk, policy: POLICY }))
    expectValue(await update(session, random, 1, 400_000))
    disk.cutAfter(5 + random.below(60))
    let acknowledged = 1
    const jobs: Promise<unknown>[] = [session.compact()]
    for (let n = 2; n < 12 && !disk.dead; n += 1) {
      // More than is left for the last step.
      jobs.push(
        update(session, random, n, 300_000).then((saved) => {
          if (saved.ok) acknowledged = Math.max(acknowledged, n)
        }),
      )
      await nextTurn()
      if (n % 4 === 0) jobs.push(session.compact())
    }
    await allSettled(jobs, `seed ${seed}`)
    const rest = disk.afterPowerCut()
    endHolders(rest, true)
    await session.close()
    const found = await updateFound(rest)
    if (typeof found === 'string' || found < acknowledged) {
      wrong.push(`seed ${seed}: found ${found}, ${acknowledged} acknowledged`)
    }
  }
  expect(wrong).toEqual([])
})
