/**
 * The lanes that records are put in by one of their fields. One with several codes stands in the lane of each; what has
 * none has a lane of its own, and so have the codes for which there is no room.
 */
import { ACROSS, type CodesOf, codeIndex, FIRST_CODE, NONE } from './codeIndex.ts'

/** The lane of what has no code, and the one of all codes without a lane. No code is written so. */
export const NO_CODE = ''
export const OTHER_CODES = '\u0000'

export interface Lanes {
  /** Most records first; what has no code last. */
  readonly keys: readonly string[]
  /** By record, where its lanes begin in {@link lanes}; one more for the end of the last. */
  readonly starts: Uint32Array
  readonly lanes: Uint32Array
  /** Records by lane. */
  readonly totals: Uint32Array
  /** Records that stand in more than one lane. */
  readonly inSeveral: number
}

/** Puts records into at most so many lanes. @param most at least 3. */
export function lanesOf<R extends object>(records: readonly R[], codesOf: CodesOf<R>, most: number): Lanes {
  const { codes, places, starts, of, totals } = codeIndex(records, codesOf)
  const total = (place: number) => totals[place] ?? 0
  const hasNone = total(NONE) + total(ACROSS) > 0
  const ordered = codes
    .map((code, at) => ({ code, place: FIRST_CODE + at }))
    .sort((a, b) => total(b.place) - total(a.place) || (a.code < b.code ? -1 : 1))
  const room = most - (hasNone ? 1 : 0)
  const named = ordered.length <= room ? ordered : ordered.slice(0, room - 1)
  const keys = named.map(({ code }) => code)
  if (named.length < ordered.length) keys.push(OTHER_CODES)
  if (hasNone) keys.push(NO_CODE)
  const laneOf = new Uint32Array(places).fill(named.length)
  for (const [lane, { place }] of named.entries()) laneOf[place] = lane
  laneOf[NONE] = keys.length - 1
  laneOf[ACROSS] = keys.length - 1
  return { keys, ...fill(starts, of, laneOf, keys.length) }
}

/** The lanes of each record, each once: codes without a lane may be several. */
function fill(
  codeStarts: Uint32Array,
  of: Uint32Array,
  laneOf: Uint32Array,
  count: number,
): Omit<Lanes, 'keys'> {
  const starts = new Uint32Array(codeStarts.length)
  const lanes = new Uint32Array(of.length)
  const totals = new Uint32Array(count)
  let end = 0
  let inSeveral = 0
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const start = end
    for (let at = codeStarts[row] ?? 0; at < (codeStarts[row + 1] ?? 0); at += 1) {
      const lane = laneOf[of[at] ?? 0] ?? 0
      let isNew = true
      for (let before = start; isNew && before < end; before += 1) isNew = lanes[before] !== lane
      if (!isNew) continue
      lanes[end] = lane
      end += 1
      totals[lane] = (totals[lane] ?? 0) + 1
    }
    if (end - start > 1) inSeveral += 1
    starts[row + 1] = end
  }
  return { starts, lanes: lanes.subarray(0, end), totals, inSeveral }
}
