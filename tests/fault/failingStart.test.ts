/** Creating and opening a log while every call to the disk fails, in every way. */
import { expect, test } from 'vitest'
import { FOLDER, PATH } from '../support/vault/faultScenarios.ts'
import { CHANGING_CALLS, type FaultPlan, faultyDisk } from '../support/vault/faultyDisk.ts'
import { initialLog, isSameState, stateOf } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import { createTestLog, expectValue, openTestLog } from '../support/vault/testLog.ts'

const kinds: readonly (readonly [string, Omit<FaultPlan, 'at'>])[] = [
  ['EIO once', { lasting: 'once', errno: 'EIO' }],
  ['ENOSPC once', { lasting: 'once', errno: 'ENOSPC' }],
  ['EIO from then on', { lasting: 'from-then-on', errno: 'EIO' }],
  ['EROFS of changing calls', { lasting: 'from-then-on', errno: 'EROFS', only: CHANGING_CALLS }],
  ['EIO although it was done', { lasting: 'once', errno: 'EIO', afterwards: true, only: CHANGING_CALLS }],
]
const NEVER = Number.MAX_SAFE_INTEGER
const EXPECTED = stateOf(initialLog())
const newMemory = () => new PowerCutDisk(createRandom(1), [FOLDER])

/** What is at the path of the log: 'whole', 'nothing', or what is wrong. */
async function whatIsThere(disk: PowerCutDisk): Promise<string> {
  const opened = await openTestLog(PATH, { disk }, { readOnly: true })
  if (!opened.ok) return opened.error.code === 'vault/not-found' ? 'nothing' : JSON.stringify(opened.error)
  const same = isSameState(stateOf(opened.value.data), EXPECTED)
  await opened.value.close()
  return same ? 'whole' : 'other data'
}

test.each(kinds)('creating: %s', async (_name, kind) => {
  const wrong: string[] = []
  for (let at = 0, calls = NEVER; at < calls; at += 1) {
    const memory = newMemory()
    const faulty = faultyDisk(memory)
    faulty.arm({ ...kind, at })
    const created = await createTestLog(PATH, initialLog(), { disk: faulty.disk })
    if (faulty.calls.length <= at) calls = 0
    faulty.disarm()
    const where = `(call ${at}: ${faulty.calls[at]})`
    if (created.ok) await created.value.close()
    if (memory.carelessness !== null) wrong.push(`${memory.carelessness} ${where}`)
    if (created.ok) {
      const left = await whatIsThere(memory.afterPowerCut())
      if (left !== 'whole') wrong.push(`created, and there is ${left} ${where}`)
      continue
    }
    if (!/^disk\/(full|failed|read-only|sync-failed)$/.test(created.error.code)) {
      wrong.push(`${JSON.stringify(created.error)} ${where}`)
    }
    // Unacknowledged it may be there all the same, but then whole.
    const left = await whatIsThere(memory)
    if (left !== 'nothing' && left !== 'whole') wrong.push(`not created, and there is ${left} ${where}`)
    if (left === 'whole' && kind.lasting === 'once' && kind.afterwards !== true) {
      wrong.push(`said not to be created, and is in the way ${where}`)
    }
  }
  expect(wrong).toEqual([])
})

test.each(kinds)('opening: %s', async (_name, kind) => {
  const wrong: string[] = []
  for (const left of ['closed', 'killed'] as const) {
    for (let at = 0, calls = NEVER; at < calls; at += 1) {
      const first = newMemory()
      const policy = {
        compactAfterFrames: 1e9,
        compactAfterBytes: 1e12,
        commitDelayMs: 2 ** 30,
        reserveBytes: 4096,
      }
      const session = expectValue(await createTestLog(PATH, initialLog(), { disk: first, policy }))
      // So that there is something to mend: an update behind the commit record, and a tail that is torn.
      expectValue(await session.update((draft) => void delete draft.incidents.r0))
      expectValue(
        await session.update((draft) => {
          draft.incidents.r0 = { id: 'r0', n: 0, text: '' }
        }),
      )
      if (left === 'closed') await session.close()
      const memory = first.afterProcessDeath()
      if (left === 'killed') {
        await session.close()
        const file = memory.open(PATH, 'write')
        file.write(file.stamp().size, Buffer.from('torn'))
        file.close()
        memory.take(`${PATH}.lock`)
      }
      const faulty = faultyDisk(memory)
      faulty.arm({ ...kind, at })
      const opened = await openTestLog(PATH, { disk: faulty.disk })
      if (faulty.calls.length <= at) calls = 0
      faulty.disarm()
      const where = `(${left}, call ${at}: ${faulty.calls[at]})`
      if (opened.ok) await opened.value.close()
      else if (!/^(disk\/(full|failed|read-only|sync-failed)|vault\/unreadable)$/.test(opened.error.code)) {
        wrong.push(`${JSON.stringify(opened.error)} ${where}`)
      }
      if (memory.carelessness !== null) wrong.push(`${memory.carelessness} ${where}`)
      // This process lives, so a lock that could not be removed stays in the way: as it should.
      memory.take(`${PATH}.lock`)
      const again = await openTestLog(PATH, { disk: memory })
      if (!again.ok) wrong.push(`does not open afterwards: ${JSON.stringify(again.error)} ${where}`)
      else {
        if (!isSameState(stateOf(again.value.data), EXPECTED)) wrong.push(`opens to other data ${where}`)
        await again.value.close()
      }
    }
  }
  expect(wrong).toEqual([])
})
