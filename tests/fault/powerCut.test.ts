/** Simulated power cuts: nothing acknowledged is lost, whatever was under way; and known mistakes are found. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { BUGS } from '../support/vault/plantedBugs.ts'
import { runPowerCutTrials } from './powerCutTrials.ts'

const RUN = fileURLToPath(new URL('./powerCutRun.ts', import.meta.url))
const TRIALS = 200

test(`${TRIALS} trials (the long run: tests/fault/powerCutRun.ts)`, { timeout: 180_000 }, async () => {
  const seed = Date.now() % 1_000_000
  const report = await runPowerCutTrials({ seed, trials: TRIALS })
  console.log(`seed ${seed}: ${JSON.stringify(report.counts)}`)
  expect(report.failures).toEqual([])
  // Trials in which nothing happens hold as well.
  const { cuts, kills, cutsDuringRecovery, tornTails, compactions, backups, passphraseChanges } =
    report.counts
  for (const count of [cuts, kills, cutsDuringRecovery, tornTails, compactions, backups, passphraseChanges]) {
    expect(count).toBeGreaterThan(0)
  }
})

// In a process of its own, since the mistake is in the program there. A fixed seed: not found must mean gone blind. What
// a new kind of record changes is the course of every trial; a mistake that is seldom found may then need another seed.
test.each(BUGS)('%s is found', { timeout: 120_000 }, async (bug) => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[RUN, '--bug', bug, '--seed', '1', '--trials', '400'],
  ])
  expect(stdout).toContain(`${bug}: found`)
})
