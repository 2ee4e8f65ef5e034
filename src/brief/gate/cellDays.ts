/**
 * Days whose year, month and day stand in a cell each: "23 | 10 | 2021", or the numbers of a row under a heading that
 * says which is which. Three numbers side by side are mostly counts, so something must make a day of them: the signs
 * between them, a nought before one, or the heading.
 */
import { foldForGate } from './canaryForms.ts'
import { monthNumber } from './monthNumbers.ts'

type Part = 'd' | 'm' | 'y'
type Order = `${Part}${Part}${Part}`

const SIGN = '[ |;]{1,3}'
const SHORT = String.raw`(\d{1,2})`
const YEAR = String.raw`((?:19|20)\d\d)`
const ALONE = [String.raw`(?<![\p{L}\p{N}]|\p{N}[.,:/-])`, String.raw`(?![\p{L}\p{N}]|[.,:/-]\p{N})`] as const
const YEAR_LAST = new RegExp(`${ALONE[0]}${SHORT}(${SIGN})${SHORT}(${SIGN})${YEAR}${ALONE[1]}`, 'gu')
const YEAR_FIRST = new RegExp(`${ALONE[0]}${YEAR}(${SIGN})${SHORT}(${SIGN})${SHORT}${ALONE[1]}`, 'gu')
/** With the month as a word; "23 october 2021" is read like any day. */
const NAMED = new RegExp(
  String.raw`${ALONE[0]}${YEAR}${SIGN}(\p{L}{3,12})\.?${SIGN}${SHORT}${ALONE[1]}`,
  'gu',
)

const HEADINGS: Readonly<Record<Part, string>> = {
  d: 'day dd date jour jj dia día tag день число дд يوم اليوم',
  m: 'month mm mois mes monat месяц мм شهر الشهر',
  y: 'year yyyy yy annee année aaaa año ano jahr год гггг سنة السنة عام العام',
}
const PART_OF: ReadonlyMap<string, Part> = new Map(
  (['d', 'm', 'y'] as const).flatMap((part) =>
    HEADINGS[part].split(' ').map((word) => [foldForGate(word), part] as const),
  ),
)
const WORD = [...PART_OF.keys()].join('|')
const HEADING = new RegExp(String.raw`(?<!\p{L})(${WORD})${SIGN}(${WORD})${SIGN}(${WORD})(?!\p{L})`, 'gu')
/** As far as a table goes that fills a page. */
const LONGEST_TABLE = 6_000

/** Every day that a folded text may say so, as YYYY-MM-DD. */
export function cellDays(folded: string): string[] {
  const days: string[] = []
  const add = (year: string, month: number | undefined, day: string): void => {
    if (month !== undefined && month >= 1 && month <= 12)
      days.push(`${year}-${two(month)}-${two(Number(day))}`)
  }
  let headed: readonly Headed[] | null = null
  const look = (
    match: RegExpExecArray,
    parts: readonly [string, string, string],
    orders: readonly Order[],
  ) => {
    const [, , before = '', , after = ''] = match
    const isPlain = /[|;]/.test(before) && /[|;]/.test(after)
    const isPadded = parts.some((part) => part.startsWith('0')) && !hasNumberBeside(folded, match)
    headed ??= headings(folded)
    const heading = headed.findLast(({ at }) => at < match.index && match.index - at < LONGEST_TABLE)
    for (const order of orders) {
      if (!isPlain && !isPadded && heading?.order !== order) continue
      const part = (of: Part): string => parts[order.indexOf(of)] ?? ''
      add(part('y'), Number(part('m')), part('d'))
    }
  }
  for (const match of folded.matchAll(YEAR_LAST))
    look(match, [match[1] ?? '', match[3] ?? '', match[5] ?? ''], ['dmy', 'mdy'])
  for (const match of folded.matchAll(YEAR_FIRST))
    look(match, [match[1] ?? '', match[3] ?? '', match[5] ?? ''], ['ymd', 'ydm'])
  for (const [, year = '', month = '', day = ''] of folded.matchAll(NAMED)) add(year, monthNumber(month), day)
  return days
}

/** A longer run of numbers is a phone's or a row of counts. */
function hasNumberBeside(text: string, { index, 0: whole }: RegExpExecArray): boolean {
  return (
    /\p{N} $/u.test(text.slice(Math.max(0, index - 2), index)) ||
    /^ \p{N}/u.test(text.slice(index + whole.length))
  )
}

interface Headed {
  readonly at: number
  readonly order: Order
}

function headings(folded: string): readonly Headed[] {
  return [...folded.matchAll(HEADING)].flatMap(({ index, 1: one = '', 2: two = '', 3: three = '' }) => {
    const parts = [one, two, three].map((word) => PART_OF.get(word) ?? '')
    return new Set(parts).size === 3 ? [{ at: index, order: parts.join('') as Order }] : []
  })
}

const two = (n: number): string => String(n).padStart(2, '0')
