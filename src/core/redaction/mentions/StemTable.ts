/** Values by stem, looked up by all beginnings of a word at once, with a hash that grows letter by letter. */
import { EMPTY_HASH, HashChains, hashOn } from './HashChains.ts'

interface Filed<T> {
  readonly stem: string
  readonly value: T
}

export class StemTable<T> {
  readonly #chains = new HashChains<Filed<T>>()

  /** Files a value under a stem. */
  add(stem: string, value: T): void {
    let hash = EMPTY_HASH
    for (let at = 0; at < stem.length; at += 1) hash = hashOn(hash, stem.charCodeAt(at))
    this.#chains.add(hash, { stem, value })
  }

  get size(): number {
    return this.#chains.size
  }

  /** Calls back for every value whose stem is a beginning of the word that leaves `rest` letters at most. */
  forEach(word: string, rest: number, found: (value: T, length: number) => void): void {
    let hash = EMPTY_HASH
    for (let at = 0; at < word.length; at += 1) {
      hash = hashOn(hash, word.charCodeAt(at))
      const length = at + 1
      if (length < word.length - rest || !this.#chains.mayHold(hash)) continue
      this.#chains.forEach(hash, ({ stem, value }) => {
        if (stem.length === length && word.startsWith(stem)) found(value, length)
      })
    }
  }
}
