/**
 * `node tests/fault/powerCutRun.ts [--trials 10000] [--seed 1] [--from 0] [--workers 2] [--enough 20] [--bug NAME]`
 *
 * Ends with 0 when nothing was lost; with `--bug`, which builds a known mistake into the program or the disk, when the
 * trials found it. The seed is printed: `--seed S --from N --trials 1` repeats trial N alone.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { BUGS, type Bug, isSourceBug, plantBug } from '../support/vault/plantedBugs.ts'

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    from: { type: 'string', default: '0' },
    workers: { type: 'string', default: '1' },
    enough: { type: 'string', default: '20' },
    bug: { type: 'string' },
  },
})
const trials = Number(values.trials)
const seed = Number(values.seed)
const from = Number(values.from)
const workers = Number(values.workers)
const bug = parseBug(values.bug)

if (workers > 1) await shareOut()
else await runHere()

function parseBug(name: string | undefined): Bug | null {
  if (name === undefined) return null
  const found = BUGS.find((known) => known === name)
  if (found === undefined) throw new Error(`--bug is one of ${BUGS.join(', ')}`)
  return found
}

async function runHere(): Promise<void> {
  if (bug !== null && isSourceBug(bug)) plantBug(bug)
  // Only now: a planted bug is in what is loaded from here on.
  const { runPowerCutTrials } = await import('./powerCutTrials.ts')
  const startedAt = performance.now()
  const report = await runPowerCutTrials({
    seed,
    from,
    trials,
    forgotten: bug === 'no-fsync' ? 'file' : bug === 'no-folder-fsync' ? 'folder' : null,
    enough: bug === null ? Number(values.enough) : 1,
    onTrial: (trial, failure) => {
      if ((trial - from + 1) % 1000 === 0) console.log(`${trial - from + 1} trials done`)
      if (failure !== null) console.log(`trial ${trial}: ${failure.message}`)
    },
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`seed ${seed}, trials ${from} to ${from + report.trials - 1}, ${seconds} s`)
  console.log(JSON.stringify(report.counts))
  const found = report.failures.length > 0
  if (bug !== null) console.log(found ? `${bug}: found` : `${bug}: NOT FOUND`)
  else if (!found) console.log('nothing lost')
  process.exitCode = found === (bug !== null) ? 0 : 1
}

async function shareOut(): Promise<void> {
  const share = Math.ceil(trials / workers)
  const codes = await Promise.all(
    Array.from({ length: workers }, async (_, index) => {
      const count = Math.min(share, trials - index * share)
      const args = [
        '--trials',
        count,
        '--seed',
        seed,
        '--enough',
        values.enough,
        '--from',
        from + index * share,
      ].map(String)
      if (bug !== null) args.push('--bug', bug)
      const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit' })
      const [code] = await once(child, 'exit')
      return code === 0
    }),
  )
  process.exitCode = codes.every(Boolean) ? 0 : 1
}
