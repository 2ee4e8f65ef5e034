/** The codes of many records as numbers, so that pictures count and recount without looking texts up again. */

/** The codes of a record; null when it lies across several of them and in no single one. */
export type CodesOf<R> = (record: R, row: number) => readonly string[] | null

/** Places of what has no code, and of what lies across several; then those of the codes. */
export const NONE = 0
export const ACROSS = 1
export const FIRST_CODE = 2

export interface CodeIndex {
  /** Those that some record has, in the order in which they came. */
  readonly codes: readonly string[]
  /** {@link FIRST_CODE} more than there are codes. */
  readonly places: number
  /** By record, where its places begin in {@link of}; one more for the end of the last. */
  readonly starts: Uint32Array
  /** Places of the records, one after the other; each record has at least one, and none of them twice. */
  readonly of: Uint32Array
  /** Records by place. */
  readonly totals: Uint32Array
  /** Records with more than one place. */
  readonly inSeveral: number
}

/** Reads the codes of records, in one pass. */
export function codeIndex<R extends object>(records: readonly R[], codesOf: CodesOf<R>): CodeIndex {
  const placeOf = new Map<string, number>()
  const count = records.length
  const starts = new Uint32Array(count + 1)
  let of = new Uint32Array(count * 2 + 8)
  let end = 0
  for (let row = 0; row < count; row += 1) {
    const start = end
    const record = records[row]
    const codes = record === undefined ? null : codesOf(record, row)
    const length = codes === null ? 0 : codes.length
    if (end + length >= of.length) of = grown(of, end + length)
    for (let at = 0; codes !== null && at < length; at += 1) {
      const code = codes[at] ?? ''
      let place = placeOf.get(code)
      if (place === undefined) {
        place = FIRST_CODE + placeOf.size
        placeOf.set(code, place)
      }
      if (at === 0 || !holds(of, start, end, place)) {
        of[end] = place
        end += 1
      }
    }
    if (length === 0) {
      of[end] = codes === null ? ACROSS : NONE
      end += 1
    }
    starts[row + 1] = end
  }
  return indexOf([...placeOf.keys()], starts, of.subarray(0, end))
}

/** An index of these codes, with what is counted of it. */
export function indexOf(codes: readonly string[], starts: Uint32Array, of: Uint32Array): CodeIndex {
  const places = FIRST_CODE + codes.length
  let inSeveral = 0
  for (let row = 0; row + 1 < starts.length; row += 1)
    if ((starts[row + 1] ?? 0) - (starts[row] ?? 0) > 1) inSeveral += 1
  return { codes, places, starts, of, totals: totalsOf(of, places), inSeveral }
}

/** Does a place stand among those from `start` to before `end`? */
export function holds(of: Uint32Array, start: number, end: number, place: number): boolean {
  for (let at = start; at < end; at += 1) if (of[at] === place) return true
  return false
}

function grown(of: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(of.length * 2, least + 8))
  larger.set(of)
  return larger
}

function totalsOf(of: Uint32Array, places: number): Uint32Array {
  const totals = new Uint32Array(places)
  for (let at = 0; at < of.length; at += 1) {
    const place = of[at] ?? NONE
    totals[place] = (totals[place] ?? 0) + 1
  }
  return totals
}
