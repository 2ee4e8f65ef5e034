/**
 * Every call to the disk fails, once or for good, in every way: what was acknowledged stays, what was refused is not
 * there, memory tells the truth, and the work can be done again, here or, when the disk cannot be trusted, elsewhere.
 */
import { describe, expect, test } from 'vitest'
import {
  CHANGED_TEXT,
  FOLDER,
  NEXT_PASSPHRASE,
  PATH,
  SCENARIOS,
  type Scenario,
  STICK,
} from '../support/vault/faultScenarios.ts'
import {
  CALLS_THAT_NEED_SPACE,
  CHANGING_CALLS,
  type FaultPlan,
  type FaultyDisk,
  faultyDisk,
} from '../support/vault/faultyDisk.ts'
import { initialLog, type LogState, stateOf } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  type TestSession,
} from '../support/vault/testLog.ts'

type Kind = Omit<FaultPlan, 'at'>

const kinds: readonly (readonly [string, Kind])[] = [
  ['EIO once', { lasting: 'once', errno: 'EIO' }],
  ['ENOSPC once', { lasting: 'once', errno: 'ENOSPC', only: CALLS_THAT_NEED_SPACE }],
  ['EIO from then on', { lasting: 'from-then-on', errno: 'EIO' }],
  ['EROFS of changing calls from then on', { lasting: 'from-then-on', errno: 'EROFS', only: CHANGING_CALLS }],
  ['a disk full from then on', { lasting: 'from-then-on', errno: 'ENOSPC', only: CALLS_THAT_NEED_SPACE }],
  ['EIO although it was done', { lasting: 'once', errno: 'EIO', afterwards: true, only: CHANGING_CALLS }],
]

const NEVER = Number.MAX_SAFE_INTEGER
const POLICY = { compactAfterFrames: 1e9, compactAfterBytes: 1e12, commitDelayMs: null, reserveBytes: 4096 }
const BEFORE_TEXT = 'acknowledged'

interface World {
  readonly memory: PowerCutDisk
  readonly faulty: FaultyDisk
  readonly session: TestSession
  readonly before: LogState
  readonly after: LogState
}

/** A log with acknowledged updates, open on a disk that can be made to fail. */
async function openWorld(scenario: Scenario): Promise<World> {
  const memory = new PowerCutDisk(createRandom(1), [FOLDER, STICK])
  const faulty = faultyDisk(memory)
  const ports = { disk: faulty.disk, policy: POLICY }
  const session = expectValue(await createTestLog(PATH, initialLog(), ports))
  for (const id of ['r2', 'r3']) {
    expectValue(
      await session.update((draft) => {
        draft.incidents[id] = { id, n: 1, text: BEFORE_TEXT }
      }),
    )
  }
  expectValue(await session.compact())
  expectValue(
    await session.update((draft) => {
      delete draft.incidents.r4
    }),
  )
  const before = stateOf(session.data)
  const after = scenario.changesData
    ? new Map([...before, ['incidents/r1', JSON.stringify({ id: 'r1', n: 1000, text: CHANGED_TEXT })]])
    : before
  return { memory, faulty, session, before, after }
}

/** What `disk` holds at `path`, read without a lock, with whichever passphrase opens it. */
async function stateOnDisk(disk: PowerCutDisk, path: string): Promise<LogState | string> {
  let problem = ''
  for (const passphrase of [PASSPHRASE, NEXT_PASSPHRASE]) {
    const opened = await openTestLog(path, { disk }, { readOnly: true, passphrase })
    if (opened.ok) {
      const state = stateOf(opened.value.data)
      await opened.value.close()
      return state
    }
    problem = JSON.stringify(opened.error)
  }
  return problem
}

const isOneOf = (state: LogState | string, allowed: readonly LogState[]) =>
  allowed.some((one) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(state)))
const sorted = (state: LogState | string) => (typeof state === 'string' ? state : [...state].sort())

async function countCalls(scenario: Scenario, kind: Kind): Promise<number> {
  const { faulty, session } = await openWorld(scenario)
  faulty.arm({ ...kind, at: NEVER })
  expectValue(await scenario.work(session))
  const { length } = faulty.calls
  await session.close()
  return length
}

/** One failing call; returns what is wrong afterwards. */
async function failAt(scenario: Scenario, kind: Kind, at: number): Promise<readonly string[]> {
  const world = await openWorld(scenario)
  const { memory, faulty, session, before, after } = world
  const wrong: string[] = []
  const note = (what: string) => wrong.push(`${what} (call ${at}: ${faulty.calls[at]})`)

  faulty.arm({ ...kind, at })
  const result = await scenario.work(session)
  if (
    !result.ok &&
    !/^(disk\/(full|failed|read-only|sync-failed)|vault\/changed-on-disk)$/.test(result.error.code)
  ) {
    note(`a strange code: ${JSON.stringify(result.error)}`)
  }
  const { failure, path } = session.info()
  const expected = result.ok ? after : before
  if (!isOneOf(stateOf(session.data), [expected])) note('memory does not follow the answer')

  // Whatever the disk is asked to keep, it may also lose power now.
  const allowed = result.ok
    ? [after]
    : failure === null && kind.lasting === 'once'
      ? [before]
      : [before, after]
  const onDisk = await stateOnDisk(memory, path)
  if (!isOneOf(onDisk, allowed))
    note(`the disk holds ${typeof onDisk === 'string' ? onDisk : 'another state'}`)

  faulty.disarm()
  if (session.info().failure === null) await goOnHere(scenario, world, note)
  else await goOnElsewhere(world, result.ok ? after : before, note)
  await session.close()
  if (memory.carelessness !== null) note(memory.carelessness)
  return wrong
}

/** After a failure that hurt nothing the same work succeeds. */
async function goOnHere(scenario: Scenario, world: World, note: (what: string) => void) {
  const { memory, session, after } = world
  const again = await scenario.work(session)
  // Done after all, and said so now.
  const isDone = !again.ok && /^vault\/(exists|too-many-slots|wrong-passphrase)$/.test(again.error.code)
  // A rename that was done and reported as failed leaves a file under the name that is not the one held.
  const isNoticed =
    !again.ok && again.error.code === 'vault/changed-on-disk' && session.info().failure !== null
  if (isNoticed) return goOnElsewhere(world, after, note)
  if (!again.ok && !isDone) note(`cannot be done again: ${JSON.stringify(again.error)}`)
  const { path } = session.info()
  await session.close()
  const rest = memory.afterPowerCut()
  const found = await stateOnDisk(rest, path)
  if (!isOneOf(found, [after])) note(`after all that: ${typeof found === 'string' ? found : 'another state'}`)
}

/** After one that did, nothing is written here any more, and everything that was acknowledged can be saved elsewhere. */
async function goOnElsewhere({ memory, session }: World, expected: LogState, note: (what: string) => void) {
  const refused = await session.update((draft) => {
    draft.meta = { n: 77 }
  })
  if (refused.ok) note('an update after the disk could not be trusted any more')
  const path = `${STICK}/other.daybook`
  const saved = await session.saveElsewhere(path)
  if (!saved.ok) {
    note(`cannot be saved elsewhere: ${JSON.stringify(saved.error)}`)
    return
  }
  const goesOn = await session.update((draft) => {
    draft.meta = { n: 5 }
  })
  if (!goesOn.ok) note(`cannot go on elsewhere: ${JSON.stringify(goesOn.error)}`)
  await session.close()
  const found = await stateOnDisk(memory.afterPowerCut(), path)
  if (!isOneOf(found, [new Map([...expected, ['meta', JSON.stringify({ n: 5 })]])]))
    note('elsewhere: another state')
}

describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
  test.each(kinds)('%s, at every call', async (_kindName, kind) => {
    const count = await countCalls(scenario, kind)
    expect(count).toBeGreaterThan(0)
    const wrong: string[] = []
    for (let at = 0; at < count; at += 1) wrong.push(...(await failAt(scenario, kind, at)))
    expect(wrong).toEqual([])
  })
})
