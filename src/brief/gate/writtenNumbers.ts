/**
 * Coordinates in decimals, with a point or a comma, rounded or cut down to two decimals or more. The text is read and the
 * coordinates of the log are looked up, since each of them has a dozen forms and hardly a text has a number like it.
 */
import type { Canary } from '../../core/redaction/briefData.ts'
import { type Finding, leakFinding } from './finding.ts'

/** The first coordinate of the log that a number with a point may be; null when there is none. */
export type ProtectedDecimals = (number: string) => Canary | null

const DECIMAL = /^[+-]?(\d+)[.,](\d+)$/
const FEWEST_PLACES = 2
/** As many decimals as a number of this language can have. */
const MOST_PLACES = 15

/** A lookup among the coordinates of a log. Forms are made for the numbers of decimals that texts have. */
export function protectedDecimals(canaries: readonly Canary[]): ProtectedDecimals {
  const decimals = canaries.flatMap((canary) => {
    const match = canary.protected === 'number' ? DECIMAL.exec(canary.value.trim()) : null
    return match === null ? [] : [{ canary, whole: match[1] ?? '', fraction: match[2] ?? '' }]
  })
  const byPlaces = new Map<number, ReadonlyMap<string, Canary>>()
  const formsWith = (places: number): ReadonlyMap<string, Canary> => {
    const known = byPlaces.get(places)
    if (known !== undefined) return known
    const made = new Map<string, Canary>()
    for (const { canary, whole, fraction } of decimals)
      for (const form of decimalForms(whole, fraction, places)) if (!made.has(form)) made.set(form, canary)
    byPlaces.set(places, made)
    return made
  }
  return (number) => formsWith(number.length - number.indexOf('.') - 1).get(number) ?? null
}

/** A coordinate cut down and rounded to so many decimals; nothing where it has fewer itself. */
function decimalForms(whole: string, fraction: string, places: number): string[] {
  if (places < FEWEST_PLACES || fraction.length < places) return []
  const cut = `${whole}.${fraction.slice(0, places)}`
  return places > MOST_PLACES ? [cut] : [cut, Number(`${whole}.${fraction}`).toFixed(places)]
}

/** Of each pair of whole runs of digits with a sign between them, "1.23" and "23.45" in "1.23.45". */
const WRITTEN = /(?<!\d)\d+(?=([.,])(\d{2,}))/g
const OTHER_DIGIT = /\p{N}/u

/** Every number with decimals in a folded text, and where it begins. It may have letters beside it ("N43.31"). */
export function writtenDecimals(folded: string): { readonly text: string; readonly at: number }[] {
  return [...folded.matchAll(WRITTEN)].flatMap(({ index, 0: whole, 1: sign = '', 2: fraction = '' }) => {
    const text = whole + sign + fraction
    const [before, after] = [folded.charAt(index - 1), folded.charAt(index + text.length)]
    return OTHER_DIGIT.test(before) || OTHER_DIGIT.test(after) ? [] : [{ text, at: index }]
  })
}

/** Findings for the coordinates a folded text says in decimals; `isTaken` is told each number as it is written. */
export function decimalLeaks(
  folded: string,
  where: string,
  known: () => ProtectedDecimals,
  isTaken: (number: string) => boolean,
): Finding[] {
  const found = writtenDecimals(folded).flatMap(({ text }) => {
    if (!isTaken(text)) return []
    return known()(text.replace(',', '.')) ?? []
  })
  return [...new Set(found)].map((canary) => leakFinding(canary, where))
}
