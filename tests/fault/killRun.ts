/**
 * `node tests/fault/killRun.ts [--rounds 1000] [--seed 1] [--workers 2]`
 *
 * Kills a real process with SIGKILL while it saves, again and again. Ends with 0 when nothing was lost.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runKillRounds } from './killRounds.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    workers: { type: 'string', default: '2' },
  },
})
const workers = Number(values.workers)
const rounds = Math.ceil(Number(values.rounds) / workers)
const seed = Number(values.seed)
console.log(`seed ${seed}, ${workers} × ${rounds} rounds`)

const reports = await Promise.all(
  Array.from({ length: workers }, async (_, worker) => {
    const folder = await mkdtemp(join(tmpdir(), 'daybook-kill-'))
    try {
      return await runKillRounds({
        folder,
        rounds,
        seed: seed + worker,
        onRound: (round) => {
          if ((round + 1) % 100 === 0) console.log(`worker ${worker}: ${round + 1} rounds`)
        },
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }),
)
for (const report of reports) console.log(JSON.stringify(report))
process.exitCode = reports.every(({ failures }) => failures.length === 0) ? 0 : 1
