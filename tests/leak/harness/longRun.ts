/**
 * The long run: `node tests/leak/harness/longRun.ts --pairs 1000 --seed 7 [--from 0] [--pdf-every 50]
 * [--profile NAME]`. Prints a report; exit code 1 when bytes differ or the briefs held less than half of the eligible rows.
 */
import { parseArgs } from 'node:util'
import { PROFILES } from '../../../src/core/redaction/profile.ts'
import { describeRun } from './describeRun.ts'
import { FORMS } from './exportBrief.ts'
import { runPairs, shareHeld } from './runPairs.ts'

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    'pdf-every': { type: 'string', default: '50' },
    profile: { type: 'string' },
  },
})
const started = performance.now()
const report = await runPairs({
  seed: Number(values.seed),
  from: Number(values.from),
  pairs: Number(values.pairs),
  profiles: Object.values(PROFILES).filter(
    ({ name }) => values.profile === undefined || name === values.profile,
  ),
  forms: FORMS,
  pdfEvery: Number(values['pdf-every']),
  onPair: (done) => {
    if (done % 50 === 0) process.stderr.write(`${done} pairs\n`)
  },
})
process.stdout.write(`${describeRun(report)}\n`)
process.stdout.write(`${Math.round((performance.now() - started) / 1000)} s\n`)
process.exitCode = report.failures.length === 0 && shareHeld(report) >= 0.5 ? 0 : 1
