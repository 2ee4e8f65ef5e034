/**
 * Finds the stems that a word is one typing error away from, without comparing it with each: every stem is filed under
 * itself less one letter, and so is every word that asks (a deletion neighbourhood). An error is one letter missing, added, wrong, or two neighbours swapped.
 */
import { EMPTY_HASH, HashChains, hashOn } from './HashChains.ts'

export class NearIndex<T> {
  readonly #chains = new HashChains<T>()

  get size(): number {
    return this.#chains.size
  }

  /** Files a value under a stem. */
  add(stem: string, value: T): void {
    for (let left = -1; left < stem.length; left += 1) {
      // Either of two equal neighbours leaves the same.
      if (left > 0 && stem[left] === stem[left - 1]) continue
      this.#chains.add(hashWithout(stem, left), value)
    }
  }

  /**
   * Calls back for values whose stem may be one error away from the first `length` letters of a word, for each length
   * from `shortest` to `longest`; check with {@link isNear}. The hash grows with the length, less one letter each time.
   */
  forEach(word: string, shortest: number, longest: number, found: (value: T, length: number) => void): void {
    const probe = (hash: number, length: number) => {
      if (this.#chains.mayHold(hash)) this.#chains.forEach(hash, (value) => found(value, length))
    }
    let prefix = EMPTY_HASH
    for (let left = 0; left <= longest; left += 1) {
      // Nothing left out of the first `left` letters; then the letter there left out of more.
      if (left >= shortest) probe(prefix, left)
      let hash = prefix
      if (left + 1 >= shortest && left < longest) probe(hash, left + 1)
      for (let at = left + 1; at < longest; at += 1) {
        hash = hashOn(hash, word.charCodeAt(at))
        if (at + 1 >= shortest) probe(hash, at + 1)
      }
      prefix = hashOn(prefix, word.charCodeAt(left))
    }
  }
}

/** A hash of a stem's letters less the one at `left`; of all of them when that is -1. */
function hashWithout(stem: string, left: number): number {
  let hash = EMPTY_HASH
  for (let at = 0; at < stem.length; at += 1) {
    if (at !== left) hash = hashOn(hash, stem.charCodeAt(at))
  }
  return hash
}

/** Are two different strings one error apart: a letter missing, added or wrong, or two neighbours swapped? */
export function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || short === long) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1)
  const isSwap =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return isSwap || short.slice(at + 1) === long.slice(at + 1)
}
