/**
 * Values by a 32-bit hash, many a hash: arrays of numbers in place of a map of lists, since the tables of a log's names
 * are built each time a brief is made. Equal hashes are no proof; whoever asks compares.
 */

/** Few names touch little memory; of very many, chains get longer. */
const FEWEST_SLOTS = 1 << 14
const MOST_SLOTS = 1 << 19
/** Slots for each value, so that most of them are free. */
const ROOM = 16
const SEED = 0x811c9dc5
const PRIME = 0x01000193

export class HashChains<T> {
  /** Per slot one more than the index of its newest value; 0 for none. */
  #heads = new Int32Array(FEWEST_SLOTS)
  #mask = FEWEST_SLOTS - 1
  readonly #next: number[] = []
  readonly #hashes: number[] = []
  readonly #values: T[] = []

  get size(): number {
    return this.#values.length
  }

  /** Files a value under a hash. */
  add(hash: number, value: T): void {
    if (this.#values.length * ROOM >= this.#heads.length && this.#heads.length < MOST_SLOTS) this.#grow()
    const slot = slotOf(hash, this.#mask)
    this.#next.push(this.#heads[slot] ?? 0)
    this.#hashes.push(hash)
    this.#values.push(value)
    this.#heads[slot] = this.#values.length
  }

  /** False when nothing is filed under a hash; true for nearly nothing else. */
  mayHold(hash: number): boolean {
    return this.#heads[slotOf(hash, this.#mask)] !== 0
  }

  /** Calls back for every value filed under a hash, newest first. */
  forEach(hash: number, found: (value: T) => void): void {
    let at = this.#heads[slotOf(hash, this.#mask)] ?? 0
    while (at !== 0) {
      const value = this.#values[at - 1]
      if (this.#hashes[at - 1] === hash && value !== undefined) found(value)
      at = this.#next[at - 1] ?? 0
    }
  }

  #grow(): void {
    this.#heads = new Int32Array(Math.min(MOST_SLOTS, this.#heads.length * 4))
    this.#mask = this.#heads.length - 1
    this.#hashes.forEach((hash, at) => {
      const slot = slotOf(hash, this.#mask)
      this.#next[at] = this.#heads[slot] ?? 0
      this.#heads[slot] = at + 1
    })
  }
}

const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask

/** FNV-1a, one character at a time: start with {@link EMPTY_HASH}. */
export function hashOn(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME)
}

export const EMPTY_HASH = SEED | 0
