/**
 * The lanes that records are put in by one of their fields. One with several codes stands in the lane of each; what has
 * none has a lane of its own, and so have the codes for which there is no room.
 */
import { ACROSS, type CodesOf, codeIndex, FIRST_CODE, NONE } from './codeIndex.ts'
import { foldCodes } from './foldCodes.ts'

/** The lane of what has no code. No code is written so. */
export const NO_CODE = ''

export interface Lanes {
  /** Most records first; then all others, and what has no code last. */
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
  const index = codeIndex(records, codesOf)
  const without = (index.totals[NONE] ?? 0) + (index.totals[ACROSS] ?? 0)
  const { codes, starts, of, totals, inSeveral } = foldCodes(index, most - (without > 0 ? 1 : 0))
  const none = codes.length
  return {
    keys: without > 0 ? [...codes, NO_CODE] : codes,
    starts,
    lanes: of.map((place) => (place < FIRST_CODE ? none : place - FIRST_CODE)),
    totals: Uint32Array.from([...totals.subarray(FIRST_CODE), ...(without > 0 ? [without] : [])]),
    inSeveral,
  }
}
