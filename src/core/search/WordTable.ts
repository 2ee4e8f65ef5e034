/**
 * Every word once, numbered from 0 in the order of arrival: its letters one after another in one array, found by a hash
 * in an open table. A log may have half a million different words; as strings in a map they would take ten times this.
 */
import { LONGEST_WORD, searchWords } from './searchWords.ts'
import { COMPLEX, SEPARATOR, SKIPPED, unitFold } from './unitFolds.ts'

const FIRST_WORDS = 1 << 12
const HASH_START = 0x811c9dc5 | 0
const HASH_STEP = 0x01000193

/** An array of twice the length that begins with the same values. */
export function grown<A extends Uint16Array | Uint32Array>(array: A): A {
  const Kind = array.constructor as new (length: number) => A
  const larger = new Kind(array.length * 2)
  larger.set(array)
  return larger
}

export class WordTable {
  #count = 0
  /** Where the letters of a word begin; those of the next one follow. */
  #starts = new Uint32Array(FIRST_WORDS)
  #units = new Uint16Array(FIRST_WORDS * 8)
  /** Word + 1 and its hash, side by side, at a place by the hash; 0 where there is none. At most half of it is taken. */
  #slots = new Uint32Array(FIRST_WORDS * 4)
  readonly #word = new Uint16Array(LONGEST_WORD)
  /** Words of the text that was read last. */
  #found = new Uint32Array(256)

  get count(): number {
    return this.#count
  }

  /** Numbers of the words of a text, in order; new words are added. Good until the next call. */
  read(text: string): Uint32Array {
    const word = this.#word
    let found = 0
    let length = 0
    let hash = HASH_START
    const end = text.length
    for (let at = 0; at <= end; at += 1) {
      const fold = at < end ? unitFold(text.charCodeAt(at)) : SEPARATOR
      if (fold > COMPLEX) {
        if (length === LONGEST_WORD) continue
        word[length] = fold
        length += 1
        hash = Math.imul(hash ^ fold, HASH_STEP)
      } else if (fold === SEPARATOR) {
        if (length === 0) continue
        if (found === this.#found.length) this.#found = grown(this.#found)
        this.#found[found] = this.#take(length, hash)
        found += 1
        length = 0
        hash = HASH_START
      } else if (fold !== SKIPPED) return this.#readWhole(text)
    }
    return this.#found.subarray(0, found)
  }

  /** The number of a word; -1 when no text has it. */
  find(word: string): number {
    if (word.length > LONGEST_WORD) return -1
    const slot = this.#slotOf(word.length, this.#spell(word))
    return (this.#slots[slot] ?? 0) - 1
  }

  lengthOf(word: number): number {
    return this.#endOf(word) - (this.#starts[word] ?? 0)
  }

  textOf(word: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#starts[word], this.#endOf(word)))
  }

  /** A unit of a word, from 0; 0 behind its end. */
  unitAt(word: number, at: number): number {
    return at < this.lengthOf(word) ? (this.#units[(this.#starts[word] ?? 0) + at] ?? 0) : 0
  }

  startsWith(word: number, prefix: string): boolean {
    const start = this.#starts[word] ?? 0
    if (this.#endOf(word) - start < prefix.length) return false
    for (let at = 0; at < prefix.length; at += 1)
      if (this.#units[start + at] !== prefix.charCodeAt(at)) return false
    return true
  }

  /** A text of rarer letters, folded as a whole first. */
  #readWhole(text: string): Uint32Array {
    let found = 0
    for (const word of searchWords(text)) {
      if (found === this.#found.length) this.#found = grown(this.#found)
      this.#found[found] = this.#take(word.length, this.#spell(word))
      found += 1
    }
    return this.#found.subarray(0, found)
  }

  #spell(word: string): number {
    let hash = HASH_START
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at)
      this.#word[at] = unit
      hash = Math.imul(hash ^ unit, HASH_STEP)
    }
    return hash
  }

  #endOf(word: number): number {
    return this.#starts[word + 1] ?? this.#units.length
  }

  /** The number of the word that was spelled, new or known. */
  #take(length: number, hash: number): number {
    const slot = this.#slotOf(length, hash)
    const known = this.#slots[slot] ?? 0
    return known > 0 ? known - 1 : this.#add(slot, length, hash)
  }

  /** Where the spelled word stands in the table, or would stand. */
  #slotOf(length: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 2
    const unsigned = hash >>> 0
    let slot = placeOf(hash) & mask
    for (;;) {
      const taken = slots[slot] ?? 0
      if (taken === 0 || (slots[slot + 1] === unsigned && this.#isSpelled(taken - 1, length))) return slot
      slot = (slot + 2) & mask
    }
  }

  #isSpelled(word: number, length: number): boolean {
    const start = this.#starts[word] ?? 0
    if (this.#endOf(word) - start !== length) return false
    for (let at = 0; at < length; at += 1) if (this.#units[start + at] !== this.#word[at]) return false
    return true
  }

  #add(slot: number, length: number, hash: number): number {
    const word = this.#count
    const start = this.#starts[word] ?? 0
    // One entry more than words: the end of the last one.
    if (word + 2 > this.#starts.length) this.#starts = grown(this.#starts)
    while (start + length > this.#units.length) this.#units = grown(this.#units)
    for (let at = 0; at < length; at += 1) this.#units[start + at] = this.#word[at] ?? 0
    this.#starts[word + 1] = start + length
    this.#slots[slot] = word + 1
    this.#slots[slot + 1] = hash
    this.#count = word + 1
    if (this.#count * 4 > this.#slots.length) this.#rehash()
    return word
  }

  #rehash(): void {
    const before = this.#slots
    const slots = new Uint32Array(before.length * 2)
    const mask = slots.length - 2
    for (let at = 0; at < before.length; at += 2) {
      const word = before[at] ?? 0
      if (word === 0) continue
      const hash = before[at + 1] ?? 0
      let slot = placeOf(hash) & mask
      while ((slots[slot] ?? 0) > 0) slot = (slot + 2) & mask
      slots[slot] = word
      slots[slot + 1] = hash
    }
    this.#slots = slots
  }
}

/** The high bits of the hash are the better ones. */
const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) << 1
