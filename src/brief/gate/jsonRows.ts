/**
 * What lists of rows give away together: keys that only some rows have, numbers with holes, counts of rows that are
 * not there, an order that the values shown do not explain.
 */
import type { Finding } from './finding.ts'
import { keyKinds } from './jsonKeys.ts'
import type { FindingClass } from './leakClasses.ts'

type Row = Readonly<Record<string, unknown>>

/** An order that comes up by chance less often than this is no chance. */
const MOST_CHANCE = 1e-4
const LEAST_ROWS = 3
/** Numbers of a log's own, of which a brief shows one in so many. */
const MOST_SPARSE = 50

/** Findings of one list of rows. */
export function rowFindings(rows: readonly Row[], where: string): Finding[] {
  if (rows.length < 2) return []
  const keys = new Set(rows.flatMap((row) => Object.keys(row)))
  const found: FindingClass[] = areUneven(rows) ? ['json/uneven-keys'] : []
  for (const key of keys) {
    const column = rows.map((row) => row[key])
    const kinds = keyKinds(key)
    const isNumbered = kinds.has('number') || column.every(isFileNumber)
    if (isNumbered) found.push(...numberingClasses(column))
    if (hasMissingLetters(column)) found.push('json/numbering-gap')
    if ((kinds.has('date') || column.every(isCoarseDate)) && isSortedWithTies(column))
      found.push('json/row-order')
    if (areDigests(column, kinds.has('named') || kinds.has('id'))) found.push('json/hashed-pseudonym')
    const inner = column.filter(isRow)
    if (inner.length === rows.length && areUneven(inner)) found.push('json/uneven-keys')
    const listed = column.flatMap((value) => (Array.isArray(value) ? value.filter(isRow) : []))
    if (areUneven(listed)) found.push('json/uneven-keys')
  }
  return [...new Set(found)].map((name) => ({ class: name, where, detail: `${rows.length} rows` }))
}

/** Findings of an object that holds rows under keys of their own: several that have most of their keys in common. */
export function keyedRowFindings(object: Row, where: string): Finding[] {
  const rows = Object.values(object).filter(isRow)
  if (rows.length < LEAST_ROWS || rows.length !== Object.keys(object).length) return []
  const sets = rows.map((row) => new Set(Object.keys(row)))
  const all = new Set(sets.flatMap((set) => [...set]))
  const shared = [...all].filter((key) => sets.every((set) => set.has(key)))
  return shared.length * 2 >= all.size ? rowFindings(rows, where) : []
}

function areUneven(rows: readonly Row[]): boolean {
  const keys = new Set(rows.flatMap((row) => Object.keys(row)))
  return [...keys].some((key) => rows.some((row) => !Object.hasOwn(row, key)))
}

/** An object that is no list. */
export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** "DK-00412", "2021/017", "№ 118": a number that some register gave. No date, span or quarter. */
const isFileNumber = (value: unknown): boolean =>
  typeof value === 'string' && /^(?!\d{4}-\d{2}(?:$|-))(?:.*[\p{L}#№])\P{N}*\d+$|^\d{4}\/\d{3,}$/u.test(value)

const isCoarseDate = (value: unknown): boolean =>
  typeof value === 'string' && /^-?\d{4}(?:-\d{2})?$/.test(value)

/** "Person A", "Person B", "Person D": who was C? */
function hasMissingLetters(column: readonly unknown[]): boolean {
  if (column.length < LEAST_ROWS) return false
  const parts = column.map((value) => /^(\p{L}{2,}[ _-])([A-ZА-Я])$/u.exec(String(value)))
  if (parts.includes(null) || new Set(parts.map((found) => found?.[1])).size !== 1) return false
  const letters = parts.map((found) => found?.[2]?.codePointAt(0) ?? 0)
  if (new Set(letters).size !== letters.length) return false
  return Math.max(...letters) - Math.min(...letters) + 1 !== letters.length
}

/** "3fa9-1c02" */
const withoutHyphens = (text: string): string =>
  /^[0-9a-f]{3,8}(?:-[0-9a-f]{3,8})+$/i.test(text) ? text.replaceAll('-', '') : text

/** Values of one length that look drawn at random, in hexadecimal or base64: somebody's name, hashed and cut. */
function areDigests(column: readonly unknown[], isOfSomebody: boolean): boolean {
  if (column.length < LEAST_ROWS || new Set(column).size < column.length / 2) return false
  const texts = column.map((value) => withoutHyphens(String(value)))
  if (isOfSomebody && texts.every((text) => /^[1-9]\d{8,9}$/.test(text))) return true
  if (new Set(texts.map((text) => text.length)).size !== 1) return false
  const most = (pattern: RegExp): boolean =>
    texts.filter((text) => pattern.test(text)).length >= 0.6 * texts.length
  const isHex = texts.every((text) => /^(?:\p{L}+[-_ #])?(?:[0-9a-f]{4,64}|[0-9A-F]{4,64})$/u.test(text))
  if (isHex && most(/(?=[^-_ #]*\d)(?=[^-_ #]*[a-f])[0-9a-f]{4,}$/i)) return true
  const isBase32 = isOfSomebody && texts.every((text) => /^[A-Z2-7]{8,32}$/.test(text))
  if (isBase32 && most(/(?=.*[2-7])(?=.*[A-Z])/)) return true
  const isBase64 = texts.every((text) => /^(?:\p{L}+[-_ #])?[A-Za-z0-9+/_-]{8,44}={0,2}$/u.test(text))
  return isBase64 && most(/(?=.*\d)(?=.*[a-z])(?=.*[A-Z])/)
}

/** A count that stands beside the one list it counts, and says more than the list has. */
export function countFindings(object: Row, where: string): Finding[] {
  const lists = Object.entries(object).filter(([, value]) => Array.isArray(value) && value.length > 0)
  const findings: Finding[] = []
  for (const [key, value] of Object.entries(object)) {
    if (typeof value !== 'number' || !keyKinds(key).has('count') || lists.length !== 1) continue
    const [, list] = lists[0] ?? []
    if (Array.isArray(list) && value > list.length)
      findings.push({ class: 'json/numbering-gap', where, detail: 'a count of more rows than there are' })
  }
  return findings
}

const ROMANS =
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV'.split(' ')

/** "Witness IV" as "Witness 4". */
const inDigits = (value: unknown): string =>
  String(value).replace(/(?<=^|\P{L})[IVX]{1,5}$/u, (roman) => {
    const at = ROMANS.indexOf(roman)
    return at < 0 ? roman : String(at + 1)
  })

function numberingClasses(column: readonly unknown[]): FindingClass[] {
  if (column.length < LEAST_ROWS) return []
  const parts = column.map((value) => /^(.*?)(\d{1,15})$/.exec(inDigits(value)))
  const prefixes = new Set(parts.map((part) => part?.[1] ?? null))
  if (prefixes.size !== 1 || prefixes.has(null)) return []
  const numbers = parts.map((part) => Number(part?.[2]))
  if (new Set(numbers).size !== numbers.length) return []
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  if (least <= 1 && most - least + 1 === numbers.length) return []
  // Numbers far apart are codes of a vocabulary, years, sums.
  if (most - least > MOST_SPARSE * numbers.length) return []
  const isRising = numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? 0))
  const isFalling = numbers.every((n, i) => i === 0 || n < (numbers[i - 1] ?? 0))
  const hasHoles = most - least + 1 !== numbers.length
  return [
    ...(isRising || isFalling ? (['json/sequential-id'] as const) : []),
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
