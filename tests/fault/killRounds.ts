/** Rounds of killing a process that saves, and judging what it leaves to the next. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  applyToState,
  describeDifference,
  initialLog,
  isSameState,
  type LogState,
  randomEdits,
  stateOf,
  updateNumber,
} from '../support/vault/logModel.ts'
import { createRandom } from '../support/vault/random.ts'
import { createTestLog, expectValue, openTestLog } from '../support/vault/testLog.ts'
import { KILL_POLICY, LONGEST_TEXT } from './killPolicy.ts'

const CHILD = fileURLToPath(new URL('./savingChild.ts', import.meta.url))
const MOST_ACKNOWLEDGEMENTS = 80
/** A child may be killed before it has even opened the log. */
const START_MS = 250

export interface KillReport {
  readonly rounds: number
  readonly acknowledged: number
  /** Rounds after which an update was found that had not been acknowledged: allowed. */
  readonly beyond: number
  readonly tornTails: number
  readonly killedDuringCompaction: number
  readonly killedBeforeFirst: number
  readonly failures: readonly string[]
}

export async function runKillRounds(options: {
  readonly folder: string
  readonly rounds: number
  readonly seed: number
  readonly onRound?: (round: number) => void
}): Promise<KillReport> {
  const { folder, rounds, seed, onRound } = options
  const random = createRandom(seed)
  const path = join(folder, 'log.daybook')
  await expectValue(await createTestLog(path, initialLog())).close()
  let state = stateOf(initialLog())
  const report = { rounds: 0, acknowledged: 0, beyond: 0, tornTails: 0 }
  let killedDuringCompaction = 0
  let killedBeforeFirst = 0
  const failures: string[] = []

  for (let round = 0; round < rounds && failures.length === 0; round += 1) {
    const childSeed = random.below(1e9)
    const base = updateNumber(state)
    const early = random.chance(0.1)
    const last = await killOne(path, round % 2 === 0 ? 'serial' : 'burst', childSeed, {
      afterMs: early ? random.below(START_MS) : null,
      afterAcknowledged: random.below(MOST_ACKNOWLEDGEMENTS),
    })
    report.acknowledged += last === null ? 0 : last - base
    if (last === null) killedBeforeFirst += 1
    if (readdirSync(folder).some((name) => name.endsWith('.tmp'))) killedDuringCompaction += 1
    const found = await judge(path, state, last ?? base, childSeed)
    if (typeof found === 'string') failures.push(`round ${round}, seed ${seed}: ${found}`)
    else {
      if (updateNumber(found.state) > (last ?? base)) report.beyond += 1
      if (found.torn) report.tornTails += 1
      state = found.state
    }
    report.rounds += 1
    onRound?.(round)
  }
  return { ...report, killedDuringCompaction, killedBeforeFirst, failures }
}

/** Starts a child, kills it, and returns the last update that it saw acknowledged, or null. */
async function killOne(
  path: string,
  mode: 'serial' | 'burst',
  seed: number,
  moment: { readonly afterMs: number | null; readonly afterAcknowledged: number },
): Promise<number | null> {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    [CHILD, path, mode, String(seed)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const exited = once(child, 'exit')
  if (moment.afterMs !== null) void delay(moment.afterMs).then(() => child.kill('SIGKILL'))
  let last: number | null = null
  let count = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [kind, number] = line.split(' ')
    if (kind === 'A') {
      last = Math.max(last ?? 0, Number(number))
      count += 1
    }
    if (moment.afterMs === null && count >= moment.afterAcknowledged) child.kill('SIGKILL')
  }
  const [, signal] = await exited
  if (signal !== 'SIGKILL') throw new Error('the saving process ended by itself')
  return last
}

/** What is found on the disk, or what is wrong with it. */
async function judge(
  path: string,
  before: LogState,
  acknowledged: number,
  seed: number,
): Promise<string | { readonly state: LogState; readonly torn: boolean }> {
  const opened = await openTestLog(path, { policy: KILL_POLICY })
  if (!opened.ok) return `does not open: ${JSON.stringify(opened.error)}`
  const session = opened.value
  const found = stateOf(session.data)
  const torn = session.report.tornTail !== null
  const number = updateNumber(found)
  await session.close()
  if (number < acknowledged) return `lost: found up to ${number}, ${acknowledged} was acknowledged`
  let expected = before
  for (let next = updateNumber(before) + 1; next <= number; next += 1) {
    expected = applyToState(expected, randomEdits(createRandom(seed, next), expected, next, LONGEST_TEXT))
  }
  if (!isSameState(found, expected)) return `never was: ${describeDifference(found, expected)}`
  const left = readdirSync(join(path, '..')).filter((name) => /\.(lock|tmp|takeover)$/.test(name))
  return left.length > 0 ? `left behind: ${left.join()}` : { state: found, torn }
}
