/**
 * Coordinates in degrees, minutes and seconds, as maps and cameras write them: 43°19′05.7″ N, 43 deg 19' 5.70". The text
 * is read and the coordinates of the log are looked up, since each may be written as exactly as somebody likes.
 */
import type { Canary } from '../../core/redaction/briefData.ts'
import { asciiDigits } from '../../core/redaction/mentions/digits.ts'
import { type Finding, leakFinding } from './finding.ts'

/** A coordinate without its sign; the hemisphere says that. */
export interface ProtectedNumber {
  readonly size: number
  readonly canary: Canary
}

/** From the smallest on. */
export function protectedNumbers(canaries: readonly Canary[]): readonly ProtectedNumber[] {
  return canaries
    .filter((canary) => canary.protected === 'number')
    .map((canary) => ({ size: Math.abs(Number(canary.value.replace(',', '.'))), canary }))
    .filter(({ size }) => Number.isFinite(size) && !Number.isInteger(size))
    .sort((a, b) => a.size - b.size)
}

const DEGREES =
  /(?<!\p{N})(\d{1,3})\s?(?:[°º˚]|deg\.?)\s?(\d{1,2}(?:[.,]\d+)?)\s?['’′ʹ](?!['’′ʹ])\s?(?:(\d{1,2}(?:[.,]\d+)?)\s?(?:["”″]|['’′ʹ]{2}))?/gu
const SIGN = /[°º˚]|deg/
/** Half a minute and half a second, in degrees, and a little for what was cut off instead of rounded. */
const OF_MINUTES = 0.009
const OF_SECONDS = 0.0006

/** Findings for the coordinates a text says in degrees. */
export function degreeLeaks(text: string, where: string, known: () => readonly ProtectedNumber[]): Finding[] {
  if (!SIGN.test(text)) return []
  return writtenDegrees(text).flatMap(({ size, reach }) => {
    const numbers = known()
    const found = numbers[firstFrom(numbers, size - reach)]
    return found !== undefined && found.size <= size + reach ? [leakFinding(found.canary, where)] : []
  })
}

/** What a text says in degrees, and how far off it may be. */
export function writtenDegrees(text: string): { readonly size: number; readonly reach: number }[] {
  const number = (digits: string): number => Number(digits.replace(',', '.'))
  return [...asciiDigits(text).matchAll(DEGREES)].map(([, degrees = '', minutes = '', seconds]) => {
    const isToSeconds = seconds !== undefined || /[.,]\d{2}/.test(minutes)
    return {
      size: number(degrees) + number(minutes) / 60 + number(seconds ?? '0') / 3600,
      reach: isToSeconds ? OF_SECONDS : OF_MINUTES,
    }
  })
}

/** Where the first number stands that is not under `least`. */
function firstFrom(numbers: readonly ProtectedNumber[], least: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle]?.size ?? 0) < least) from = middle + 1
    else to = middle
  }
  return from
}
