/**
 * `node tests/fault/damageRun.ts [--flips 100000] [--last 65536] [--seed 1] [--workers 2]`
 *
 * Every truncation point of the last bytes, random single bits, rearranged frames, each of a log that was closed and of
 * one that was not; fewer of each of a large log; ends with 0 when every attempt was refused with a code or opened to exactly the same data.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeSubjects } from './damageSubject.ts'
import { type DamageReport, flipBits, rearrange, truncateEverywhere } from './damageTrials.ts'
import { makeLargeSubject } from './largeSubject.ts'

const { values } = parseArgs({
  options: {
    flips: { type: 'string', default: '100000' },
    last: { type: 'string', default: '65536' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    workers: { type: 'string', default: '2' },
    worker: { type: 'string' },
  },
})
const seed = Number(values.seed)
const workers = Number(values.workers)
let broken = 0

if (values.worker === undefined) await shareOut()
else await runShare(Number(values.worker))

function print(report: DamageReport): void {
  console.log(`${report.what}: ${report.attempts} attempts, ${JSON.stringify(report.outcomes)}`)
  for (const line of report.broken) console.log(`  BROKEN ${line}`)
  broken += report.broken.length
}

async function runShare(worker: number): Promise<void> {
  const subjects = await makeSubjects(seed)
  if (worker === 0) {
    console.log(
      `seed ${seed}; closed ${subjects.closed.bytes.length} bytes, open ${subjects.open.bytes.length} bytes`,
    )
    for (const report of await rearrange(subjects)) print(report)
  }
  for (const subject of [subjects.closed, subjects.open]) {
    print(await flipBits(subject, Math.ceil(Number(values.flips) / 2 / workers), seed + worker))
    print(await truncateEverywhere(subject, Number(values.last), workers, worker))
  }
  const large = await makeLargeSubject(seed)
  print(await flipBits(large, Math.ceil(Number(values.flips) / 50 / workers), seed + worker))
  print(await truncateEverywhere(large, large.bytes.length, 1009 * workers, 1009 * worker))
  console.log(broken === 0 ? 'nothing differs in silence' : `${broken} promises broken`)
  process.exitCode = broken === 0 ? 0 : 1
}

async function shareOut(): Promise<void> {
  const passed = [
    '--flips',
    values.flips,
    '--last',
    values.last,
    '--seed',
    values.seed,
    '--workers',
    values.workers,
  ]
  const codes = await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      const args = [fileURLToPath(import.meta.url), ...passed, '--worker', String(worker)]
      const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')
      return code === 0
    }),
  )
  process.exitCode = codes.every(Boolean) ? 0 : 1
}
