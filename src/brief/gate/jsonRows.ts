/**
 * What lists of rows give away together: keys that only some rows have, numbers with holes, counts of rows that are
 * not there, an order that the values shown do not explain.
 */
import type { Finding } from './finding.ts'
import type { FindingClass } from './leakClasses.ts'

type Row = Readonly<Record<string, unknown>>

const NUMBER_KEY =
  /^(?:_?id|no|nr|num|number|index|row|n|seq|serial|ref|.*_id|.*Id|label|pseudonym|name|case)$/
const DATE_KEY = /^(?:when|date|day|month|year|quarter|period|time|start|from|season)$/i
const COUNT_KEY =
  /^(?:total|count|number_?of_?(?:rows|records|incidents)|records|rows|total_?(?:rows|records|incidents|count))$/i
/** An order that comes up by chance less often than this is no chance. */
const MOST_CHANCE = 1e-4
const LEAST_ROWS = 3
/** Numbers of a log's own, of which a brief shows one in so many. */
const MOST_SPARSE = 50

/** Findings of one list of rows. */
export function rowFindings(rows: readonly Row[], where: string): Finding[] {
  if (rows.length < 2) return []
  const keys = new Set(rows.flatMap((row) => Object.keys(row)))
  const isUneven = [...keys].some((key) => rows.some((row) => !Object.hasOwn(row, key)))
  const found: FindingClass[] = isUneven ? ['json/uneven-keys'] : []
  for (const key of keys) {
    const column = rows.map((row) => row[key])
    if (NUMBER_KEY.test(key)) found.push(...numberingClasses(column))
    if (DATE_KEY.test(key) && isSortedWithTies(column)) found.push('json/row-order')
  }
  return [...new Set(found)].map((name) => ({ class: name, where, detail: `${rows.length} rows` }))
}

/** A count that stands beside the one list it counts, and says more than the list has. */
export function countFindings(object: Row, where: string): Finding[] {
  const lists = Object.entries(object).filter(([, value]) => Array.isArray(value) && value.length > 0)
  const findings: Finding[] = []
  for (const [key, value] of Object.entries(object)) {
    if (typeof value !== 'number' || !COUNT_KEY.test(key) || lists.length !== 1) continue
    const [, list] = lists[0] ?? []
    if (Array.isArray(list) && value > list.length)
      findings.push({ class: 'json/numbering-gap', where, detail: 'a count of more rows than there are' })
  }
  return findings
}

function numberingClasses(column: readonly unknown[]): FindingClass[] {
  if (column.length < LEAST_ROWS) return []
  const parts = column.map((value) => /^(.*?)(\d{1,15})$/.exec(String(value)))
  const prefixes = new Set(parts.map((part) => part?.[1] ?? null))
  if (prefixes.size !== 1 || prefixes.has(null)) return []
  const numbers = parts.map((part) => Number(part?.[2]))
  if (new Set(numbers).size !== numbers.length) return []
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  if (least <= 1 && most - least + 1 === numbers.length) return []
  // Numbers far apart are codes of a vocabulary, years, sums.
  if (most - least > MOST_SPARSE * numbers.length) return []
  const isRising = numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? 0))
  const hasHoles = most - least + 1 !== numbers.length
  return [
    ...(isRising ? (['json/sequential-id'] as const) : []),
    ...(hasHoles ? (['json/numbering-gap'] as const) : []),
  ]
}

/** Rows that show the same coarse date stand in an order too: whoever sorts by date sorted them by the true one. */
function isSortedWithTies(column: readonly unknown[]): boolean {
  const dates = column.map((value) => (value === null ? '' : String(value)))
  if (!dates.every((text) => /^-?\d{4}/.test(text) || text === '')) return false
  const counts = new Map<string, number>()
  for (const date of dates) counts.set(date, (counts.get(date) ?? 0) + 1)
  if (counts.size < 2 || counts.size === dates.length) return false
  const isRising = dates.every((date, i) => i === 0 || date >= (dates[i - 1] ?? ''))
  const isFalling = dates.every((date, i) => i === 0 || date <= (dates[i - 1] ?? ''))
  if (!isRising && !isFalling) return false
  const logFactorial = (n: number): number => {
    let sum = 0
    for (let i = 2; i <= n; i += 1) sum += Math.log(i)
    return sum
  }
  const orders = [...counts.values()].reduce((sum, n) => sum - logFactorial(n), logFactorial(dates.length))
  return Math.log(2) - orders < Math.log(MOST_CHANCE)
}
