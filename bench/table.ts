/** The report as one table for people. */
import { isGrowth, type Row } from './measurement.ts'

const HEAD = ['metric', 'n', 'engine', 'median', 'p95', 'ratio', 'grew'] as const

/** Lines of equal columns; growth stands beside the row of the largest size. */
export function formatTable(rows: readonly Row[]): string {
  const groups = new Map<string, Row[]>()
  for (const row of rows.filter((each) => !isGrowth(each))) {
    const key = `${row.metric}\n${row.n}\n${row.engine}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const sorted = [...groups.values()].sort((a, b) => orderOf(rows, a) - orderOf(rows, b))
  const lines = sorted.flatMap(([first, ...rest]) =>
    first === undefined ? [] : [toCells(rows, [first, ...rest])],
  )
  return layOut([HEAD, ...withoutRepeats(lines)])
}

/** By metric in order of measuring, within it by size, then as measured. */
function orderOf(rows: readonly Row[], [row]: readonly Row[]): number {
  if (row === undefined) return 0
  const metric = rows.findIndex((each) => each.metric === row.metric)
  const position = rows.findIndex((each) => each.metric === row.metric && each.engine === row.engine)
  return metric * 1e12 + row.n * 1e3 + position
}

function toCells(rows: readonly Row[], compared: readonly [Row, ...Row[]]): string[] {
  const [row] = compared
  const ratios = compared.flatMap(({ ratio, baseline }) =>
    ratio === null || baseline === null ? [] : [`${formatRatio(ratio)} ${baseline}`],
  )
  const growth = rows.find(
    (each) => each.metric === `${row.metric}-growth` && each.engine === row.engine && each.n === row.n,
  )
  const grew = growth === undefined ? '' : `${formatRatio(growth.median)} ${growth.baseline}`
  return [
    row.metric,
    row.n.toLocaleString('en'),
    row.engine,
    formatValue(row.metric, row.median),
    formatValue(row.metric, row.p95),
    ratios.join(', '),
    grew,
  ]
}

function formatValue(metric: string, value: number): string {
  if (/bytes$|^peak-memory/.test(metric)) return `${(value / 1e6).toFixed(value < 1e7 ? 2 : 0)} MB`
  if (/(?:fsyncs|-long-tasks|-slow-frames)$/.test(metric)) return String(value)
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`
}

const formatRatio = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`

/** The metric is named once, where it begins. */
function withoutRepeats(lines: readonly string[][]): string[][] {
  return lines.map(([metric = '', ...cells], index) => [
    lines[index - 1]?.[0] === metric ? '' : metric,
    ...cells,
  ])
}

function layOut(lines: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const isNumber = (column: number) => column === 1 || column === 3 || column === 4
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
