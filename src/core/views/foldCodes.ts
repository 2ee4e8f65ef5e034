/** The fullest codes each by itself, and all others as one: thousands of rows are neither drawn nor read. */
import { type CodeIndex, FIRST_CODE, holds, indexOf } from './codeIndex.ts'

/** All codes that have no place of their own. No code is written so. */
export const OTHER_CODES = '\u0000'

/** At most so many codes, most records first and then the others; a record with several of those counts there once. */
export function foldCodes(index: CodeIndex, most: number): CodeIndex {
  const { codes, totals, starts } = index
  const total = (place: number) => totals[place] ?? 0
  const ordered = codes
    .map((code, at) => ({ code, place: FIRST_CODE + at }))
    .sort((a, b) => total(b.place) - total(a.place) || (a.code < b.code ? -1 : 1))
  const named = ordered.length <= most ? ordered : ordered.slice(0, most - 1)
  const placeOf = new Uint32Array(index.places).fill(FIRST_CODE + named.length)
  for (let place = 0; place < FIRST_CODE; place += 1) placeOf[place] = place
  for (const [at, { place }] of named.entries()) placeOf[place] = FIRST_CODE + at
  const names = named.map(({ code }) => code)
  if (named.length < ordered.length) names.push(OTHER_CODES)
  const of = new Uint32Array(index.of.length)
  const ends = new Uint32Array(starts.length)
  let end = 0
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const start = end
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const place = placeOf[index.of[at] ?? 0] ?? 0
      if (holds(of, start, end, place)) continue
      of[end] = place
      end += 1
    }
    ends[row + 1] = end
  }
  return indexOf(names, ends, of.subarray(0, end))
}
