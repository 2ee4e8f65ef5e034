/**
 * `npm run bench -- vault`: what saving, opening and importing cost in Daybook's vault and in its rivals, at several
 * sizes, as ratios within one run. docs/bench.md says how to read it.
 */
import fs from 'node:fs'
import path from 'node:path'
import { bundlePhases } from './bundlePhases.ts'
import { whyAbsent } from './engines/registry.ts'
import { type Measurement, type Row, toRows } from './measurement.ts'
import { type BenchOptions, metricOf } from './options.ts'
import type { Outcome } from './phases/job.ts'
import { runPhase } from './runPhase.ts'
import { STEPS } from './steps.ts'

/** Measures everything asked for in `folder`; `tell` hears what is missing and how far it is. */
export async function runVaultBench(
  options: BenchOptions,
  folder: string,
  tell: (line: string) => void,
): Promise<readonly Row[]> {
  const benchFolder = import.meta.dirname
  for (const name of options.engines) {
    const why = whyAbsent(name, benchFolder)
    if (why !== null) tell(why)
  }
  const engines = options.engines.filter((name) => whyAbsent(name, benchFolder) === null)
  const script = await bundlePhases(path.join(folder, 'code'))
  const measured = new Map<string, Measurement & { readonly values: number[] }>()
  for (const n of options.sizes) {
    const courseFolder = path.join(folder, String(n))
    fs.mkdirSync(courseFolder)
    const course = {
      n,
      options,
      folder: courseFolder,
      engines,
      logs: engines.filter((name) => name !== 'append'),
      tell: (line: string) => tell(`n=${n}: ${line}`),
      add: (outcome: Outcome) => collect(measured, n, outcome),
      run: (job: Parameters<typeof runPhase>[1]) => runPhase(script, job),
      shared: { n, folder: courseFolder, benchFolder },
    }
    for (const [step, run] of STEPS) {
      course.tell(step)
      await run(course)
    }
    fs.rmSync(courseFolder, { recursive: true, force: true })
  }
  return toRows(inOrder([...measured.values()], options))
}

function collect(
  measured: Map<string, Measurement & { readonly values: number[] }>,
  n: number,
  { samples }: Outcome,
): void {
  for (const [engine, byMetric] of Object.entries(samples)) {
    for (const [metric, values] of Object.entries(byMetric)) {
      const key = `${metric}\n${n}\n${engine}`
      const known = measured.get(key) ?? { engine, n, metric, values: [] }
      known.values.push(...values)
      measured.set(key, known)
    }
  }
}

/** As the metrics and engines are listed, whatever the order of measuring. */
function inOrder(measurements: readonly Measurement[], { metrics, engines }: BenchOptions): Measurement[] {
  const orders = new Map<string | undefined, number>(metrics.map((name, index) => [name, index]))
  const positions = new Map<string, number>(engines.map((name, index) => [name, index]))
  const rank = ({ metric, engine, n }: Measurement): number =>
    (orders.get(metricOf(metric)) ?? 0) * 1e12 + n * 100 + (positions.get(engine) ?? 0)
  return measurements.filter(({ metric }) => orders.has(metricOf(metric))).sort((a, b) => rank(a) - rank(b))
}
