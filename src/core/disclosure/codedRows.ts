/**
 * Rows as whole numbers: equal number, equal value. Classes of hundreds of coarsenings are counted on these, so that
 * each text is made once and rows that show the same are counted together.
 */

/** One number for each row, 0 … `size` − 1. */
export interface Codes {
  readonly codes: Int32Array
  readonly size: number
}

/** Numbers texts in the order in which they come. */
export function codeTexts(texts: readonly string[]): Codes {
  const known = new Map<string, number>()
  const codes = new Int32Array(texts.length)
  texts.forEach((text, index) => {
    const code = known.get(text) ?? known.size
    known.set(text, code)
    codes[index] = code
  })
  return { codes, size: known.size }
}

/** So many pairs are looked up in an array; of more, most do not occur. */
const MOST_IN_ARRAY = 1 << 16

/** Equal numbers where both columns are equal. */
export function pairCodes(a: Codes, b: Codes): Codes {
  if (a.size <= 1) return b
  if (b.size <= 1) return a
  const pairs = a.size * b.size
  const known = pairs <= MOST_IN_ARRAY ? new PairArray(pairs) : new Map<number, number>()
  const codes = new Int32Array(a.codes.length)
  let size = 0
  for (let index = 0; index < codes.length; index++) {
    const pair = (a.codes[index] ?? 0) * b.size + (b.codes[index] ?? 0)
    const code = known.get(pair) ?? size
    if (code === size) {
      known.set(pair, code)
      size += 1
    }
    codes[index] = code
  }
  return { codes, size }
}

/** A map of numbers under a limit. */
class PairArray {
  /** One more than the value; 0 for none. */
  readonly #values: Int32Array

  constructor(limit: number) {
    this.#values = new Int32Array(limit)
  }

  get(pair: number): number | undefined {
    const value = this.#values[pair] ?? 0
    return value === 0 ? undefined : value - 1
  }

  set(pair: number, value: number): void {
    this.#values[pair] = value + 1
  }
}

/** Equal numbers where all columns are equal; one class of all rows without columns. */
export function joinCodes(columns: readonly Codes[], rows: number): Codes {
  return columns.reduce(pairCodes, { codes: new Int32Array(rows), size: rows === 0 ? 0 : 1 })
}
