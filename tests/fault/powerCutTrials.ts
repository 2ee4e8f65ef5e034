/** Many power-cut trials and what they found. */
import type { Forgotten } from '../support/vault/forgetfulDisk.ts'
import { runPowerCutTrial } from './powerCutTrial.ts'
import { noCounts, type TrialCounts } from './trialCounts.ts'

export interface TrialFailure {
  readonly trial: number
  readonly message: string
}

export interface TrialsReport {
  readonly trials: number
  readonly counts: TrialCounts
  readonly failures: readonly TrialFailure[]
}

export interface TrialsOptions {
  readonly seed: number
  /** Number of the first trial; the same seed and number give the same trial. */
  readonly from?: number
  readonly trials: number
  readonly forgotten?: Forgotten | null
  /** Stops after so many failures. */
  readonly enough?: number
  readonly onTrial?: (trial: number, failure: TrialFailure | null) => void
}

export async function runPowerCutTrials(options: TrialsOptions): Promise<TrialsReport> {
  const { seed, from = 0, trials, forgotten = null, enough = 20, onTrial } = options
  const counts = noCounts()
  const failures: TrialFailure[] = []
  let trial = from
  for (; trial < from + trials && failures.length < enough; trial += 1) {
    let failure: TrialFailure | null = null
    try {
      await runPowerCutTrial(seed, trial, counts, forgotten)
    } catch (thrown) {
      const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
      failure = { trial, message }
      failures.push(failure)
    }
    onTrial?.(trial, failure)
  }
  return { trials: trial - from, counts, failures }
}
