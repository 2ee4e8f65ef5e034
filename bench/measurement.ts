/**
 * From samples to the rows of the report: median, 95th percentile, and ratios to what was measured in the same run.
 * Times are in milliseconds, sizes and memory in bytes, fsyncs are a count.
 */
import { median, quantile } from './statistics.ts'

/** All samples of one engine for one question at one size. */
export interface Measurement {
  readonly engine: string
  readonly n: number
  readonly metric: string
  readonly values: readonly number[]
}

/** One line of `--json`. `ratio` is this median to that of `baseline`; both null where there is nothing to compare. */
export interface Row {
  readonly engine: string
  readonly n: number
  readonly metric: string
  readonly median: number
  readonly p95: number
  readonly ratio: number | null
  readonly baseline: string | null
}

const GROWTH = '-growth'

/** What a metric is compared with. Memory is that of the process which did the work of the same name. */
function baselinesOf(metric: string): readonly string[] {
  if (/^(save|burst-100|together-100)$/.test(metric)) return ['sqlcipher', 'append']
  if (/^open-|^peak-memory-open-|^file-bytes$/.test(metric)) return ['json-parse']
  if (/^import-|^peak-memory-import$/.test(metric)) return ['sqlcipher']
  if (/^edit-/.test(metric)) return ['afresh']
  if (/^search-(?:first|all|index)$/.test(metric)) return ['fts5', 'fts5-prefix', 'fts5-unranked']
  if (metric === 'find-mentions') return ['split-and-fold']
  if (metric === 'typeset') return ['bare-typst']
  return []
}

/** One row for each measurement and baseline, then how each grew from the smallest size to the largest. */
export function toRows(measurements: readonly Measurement[]): Row[] {
  return [...measurements.flatMap((each) => ratioRows(each, measurements)), ...growthRows(measurements)]
}

/** True for rows that tell how much larger a median is at the largest size than at the smallest. */
export const isGrowth = (row: Row): boolean => row.metric.endsWith(GROWTH)

function ratioRows(measurement: Measurement, all: readonly Measurement[]): Row[] {
  const { engine, n, metric, values } = measurement
  const row = { engine, n, metric, median: round(median(values)), p95: round(quantile(values, 0.95)) }
  const compared = baselinesOf(metric).flatMap((baseline) => {
    const other = all.find((each) => each.engine === baseline && each.n === n && each.metric === metric)
    if (other === undefined || other === measurement) return []
    return [{ ...row, ratio: round(median(values) / median(other.values)), baseline }]
  })
  return compared.length > 0 ? compared : [{ ...row, ratio: null, baseline: null }]
}

function growthRows(measurements: readonly Measurement[]): Row[] {
  const sizes = measurements.map(({ n }) => n)
  const smallest = Math.min(...sizes)
  const largest = Math.max(...sizes)
  if (smallest === largest) return []
  return measurements.flatMap((large) => {
    const small = measurements.find(
      (each) => each.n === smallest && each.engine === large.engine && each.metric === large.metric,
    )
    if (large.n !== largest || small === undefined) return []
    const ratio = round(median(large.values) / median(small.values))
    const p95 = round(quantile(large.values, 0.95) / quantile(small.values, 0.95))
    const { engine, n, metric } = large
    return [{ engine, n, metric: metric + GROWTH, median: ratio, p95, ratio, baseline: `n=${smallest}` }]
  })
}

/** Four significant digits, counts in full: more would claim to know what the next run will not repeat. */
const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(4)))
