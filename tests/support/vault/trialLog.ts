/**
 * A log under trial beside its model: issues updates, notes which were acknowledged, and judges what is found later.
 */
import {
  applyToDraft,
  applyToState,
  describeDifference,
  isSameState,
  type LogState,
  randomEdits,
  stateOf,
  updateNumber,
} from './logModel.ts'
import type { Random } from './random.ts'
import type { TestLog, TestSession } from './testLog.ts'

/** A promise broken: what no trial may ever find. */
export class BrokenPromise extends Error {}

export class TrialLog {
  /** The state after each update that was issued; the first is that of the beginning. */
  #states: LogState[]
  #acknowledged = 0
  /** Updates that were found although they had not been acknowledged: allowed. */
  beyondAcknowledged = 0
  readonly #random: Random

  constructor(random: Random, initial: TestLog) {
    this.#random = random
    this.#states = [stateOf(initial)]
  }

  get issued(): number {
    return this.#states.length - 1
  }

  get acknowledged(): number {
    return this.#acknowledged
  }

  /** Issues one update; `isDead` tells whether a refusal is excused. */
  async update(session: TestSession, isDead: () => boolean): Promise<void> {
    const number = this.#states.length
    const edits = randomEdits(this.#random, this.latest, number)
    this.#states.push(applyToState(this.latest, edits))
    const result = await session.update((draft) => applyToDraft(draft, edits))
    if (result.ok) this.#acknowledged = Math.max(this.#acknowledged, number)
    else if (!isDead())
      throw new BrokenPromise(`update refused without cause: ${JSON.stringify(result.error)}`)
  }

  /** An update whose function throws half-way: nothing of it may ever be seen. */
  async failingUpdate(session: TestSession): Promise<void> {
    const edits = randomEdits(this.#random, this.latest, -1)
    let thrown: unknown = null
    try {
      await session.update((draft) => {
        applyToDraft(draft, edits)
        throw new Error('on purpose')
      })
    } catch (error) {
      thrown = error
    }
    if (!(thrown instanceof Error && thrown.message === 'on purpose')) {
      throw new BrokenPromise(`an update that throws does not say so: ${String(thrown)}`)
    }
  }

  /** The state that all issued updates lead to. */
  get latest(): LogState {
    const state = this.#states.at(-1)
    if (state === undefined) throw new Error('no state')
    return state
  }

  /** Holds the state of an open session against the model when nothing is under way. */
  expectLatest(data: TestLog): void {
    const found = stateOf(data)
    if (isSameState(found, this.latest)) return
    throw new BrokenPromise(`memory differs after all is saved: ${describeDifference(found, this.latest)}`)
  }

  /** Holds something found on a disk against the model: one of the states from update `from` to `to`. Returns which. */
  expectIssued(data: TestLog, from: number, to: number, what: string): number {
    const found = stateOf(data)
    const number = updateNumber(found)
    if (number < from) {
      throw new BrokenPromise(`${what}: lost: found up to update ${number}, ${from} was acknowledged`)
    }
    const expected = this.#states[number]
    if (number > to || expected === undefined) throw new BrokenPromise(`${what}: update ${number} never was`)
    if (!isSameState(found, expected)) {
      throw new BrokenPromise(
        `${what}: a state that never was, at ${number}: ${describeDifference(found, expected)}`,
      )
    }
    return number
  }

  /** The log was opened again and holds `data`: goes on from there. */
  recovered(data: TestLog): void {
    const number = this.expectIssued(data, this.#acknowledged, this.issued, 'reopened')
    if (number > this.#acknowledged) this.beyondAcknowledged += 1
    this.#states = this.#states.slice(0, number + 1)
    this.#acknowledged = number
  }
}
