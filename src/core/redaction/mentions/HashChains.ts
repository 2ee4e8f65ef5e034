/**
 * Values by a 32-bit hash, many a hash: arrays of numbers in place of a map of lists, since the tables of a log's names
 * are built each time a brief is made. Equal hashes are no proof; whoever asks compares.
 */

const SLOT_BITS = 19
const MASK = (1 << SLOT_BITS) - 1
const SEED = 0x811c9dc5
const PRIME = 0x01000193

export class HashChains<T> {
  /** Per slot one more than the index of its newest value; 0 for none. */
  readonly #heads = new Int32Array(1 << SLOT_BITS)
  readonly #next: number[] = []
  readonly #hashes: number[] = []
  readonly #values: T[] = []

  get size(): number {
    return this.#values.length
  }

  /** Files a value under a hash. */
  add(hash: number, value: T): void {
    const slot = slotOf(hash)
    this.#next.push(this.#heads[slot] ?? 0)
    this.#hashes.push(hash)
    this.#values.push(value)
    this.#heads[slot] = this.#values.length
  }

  /** False when nothing is filed under a hash; true for nearly nothing else. */
  mayHold(hash: number): boolean {
    return this.#heads[slotOf(hash)] !== 0
  }

  /** Calls back for every value filed under a hash, newest first. */
  forEach(hash: number, found: (value: T) => void): void {
    let at = this.#heads[slotOf(hash)] ?? 0
    while (at !== 0) {
      const value = this.#values[at - 1]
      if (this.#hashes[at - 1] === hash && value !== undefined) found(value)
      at = this.#next[at - 1] ?? 0
    }
  }
}

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & MASK

/** FNV-1a, one character at a time: start with {@link EMPTY_HASH}. */
export function hashOn(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME)
}

export const EMPTY_HASH = SEED | 0
