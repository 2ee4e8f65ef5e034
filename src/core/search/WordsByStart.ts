/**
 * The words of a table by their first two units, so that those with one beginning need not be looked for among all. A
 * new word costs the same however many there are: nothing is kept in order.
 */
import { grown, type WordTable } from './WordTable.ts'

const NO_UNIT = 0

export class WordsByStart {
  readonly #words: WordTable
  /** The newest word + 1 of each start. */
  readonly #newest = new Map<number, number>()
  /** By word: the one before it of the same start + 1. */
  #before = new Uint32Array(1 << 12)
  #count = 0

  constructor(words: WordTable) {
    this.#words = words
  }

  /** Takes in the words that were added to the table since the last call. */
  update(): void {
    while (this.#words.count > this.#before.length) this.#before = grown(this.#before)
    for (; this.#count < this.#words.count; this.#count += 1) {
      const start = startOf(this.#words.unitAt(this.#count, 0), this.#words.unitAt(this.#count, 1))
      this.#before[this.#count] = this.#newest.get(start) ?? 0
      this.#newest.set(start, this.#count + 1)
    }
  }

  /** Calls back for every word that begins with `prefix`, which is not empty. */
  forEach(prefix: string, found: (word: number) => void): void {
    const first = prefix.charCodeAt(0)
    if (prefix.length > 1) this.#walk(startOf(first, prefix.charCodeAt(1)), prefix, found)
    else for (const start of this.#newest.keys()) if (start >>> 16 === first) this.#walk(start, prefix, found)
  }

  #walk(start: number, prefix: string, found: (word: number) => void): void {
    const words = this.#words
    for (let next = this.#newest.get(start) ?? 0; next > 0; next = this.#before[next - 1] ?? 0)
      if (words.startsWith(next - 1, prefix)) found(next - 1)
  }
}

const startOf = (first: number, second = NO_UNIT): number => (first << 16) | second
