/**
 * Every word once, numbered from 0 in the order of arrival: its letters one after another in one array, found by a hash
 * in an open table. A log may have half a million different words; as strings in a map they would take ten times this.
 * Two letters are held, hashed and compared as one number, a pair.
 */
import { LONGEST_WORD, searchWords } from './searchWords.ts'
import { COMPLEX, SEPARATOR, SKIPPED, unitFold } from './unitFolds.ts'

const FIRST_WORDS = 1 << 12
const HASH_START = 0x811c9dc5 | 0
const HASH_STEP = 0x01000193
const MOST_PAIRS = LONGEST_WORD / 2

/** An array of twice the length that begins with the same values. */
export function grown<A extends Uint16Array | Uint32Array | Int32Array>(array: A): A {
  const Kind = array.constructor as new (length: number) => A
  const larger = new Kind(array.length * 2)
  larger.set(array)
  return larger
}

export class WordTable {
  #count = 0
  /** Where the pairs of a word begin; those of the next one follow. */
  #starts = new Uint32Array(FIRST_WORDS)
  /** An odd letter at the end makes a pair with 0. */
  #pairs = new Int32Array(FIRST_WORDS * 4)
  /** Word + 1 and its hash, side by side, at a place by the hash; 0 where there is none. At most half of it is taken. */
  #slots = new Int32Array(FIRST_WORDS * 4)
  /** Pairs of the word that is being spelled. */
  readonly #word = new Int32Array(MOST_PAIRS)
  /** The text that is being read, unit by unit. */
  #folded = new Uint16Array(1 << 12)
  #found = new Uint32Array(1 << 8)

  get count(): number {
    return this.#count
  }

  /** What the last `read` has found: as many numbers as it said. */
  get found(): Uint32Array {
    return this.#found
  }

  /** Reads the words of a text into `found`, in order; new words are added. Returns how many it has. */
  read(text: string): number {
    const length = this.#fold(text)
    return length < 0 ? this.#readWhole(text) : this.#split(length)
  }

  /** The number of a word; -1 when no text has it. */
  find(word: string): number {
    if (word.length > LONGEST_WORD) return -1
    const pairs = this.#spell(word)
    return (this.#slots[this.#slotOf(pairs, this.#hash(pairs))] ?? 0) - 1
  }

  lengthOf(word: number): number {
    const end = this.#endOf(word)
    const isOdd = (this.#pairs[end - 1] ?? 0) >>> 16 === 0
    return (end - (this.#starts[word] ?? 0)) * 2 - (isOdd ? 1 : 0)
  }

  textOf(word: number): string {
    return String.fromCharCode(
      ...Array.from({ length: this.lengthOf(word) }, (_, at) => this.unitAt(word, at)),
    )
  }

  /** A unit of a word, from 0; 0 behind its end. */
  unitAt(word: number, at: number): number {
    const place = (this.#starts[word] ?? 0) + (at >>> 1)
    if (place >= this.#endOf(word)) return 0
    const pair = this.#pairs[place] ?? 0
    return (at & 1) === 0 ? pair & 0xffff : pair >>> 16
  }

  startsWith(word: number, prefix: string): boolean {
    for (let at = 0; at < prefix.length; at += 1)
      if (this.unitAt(word, at) !== prefix.charCodeAt(at)) return false
    return true
  }

  /** Folds a text of everyday letters, with a separator behind it; -1 when it has others. Returns its length. */
  #fold(text: string): number {
    const end = text.length
    while (end >= this.#folded.length) this.#folded = grown(this.#folded)
    const folded = this.#folded
    let length = 0
    for (let at = 0; at < end; at += 1) {
      const fold = unitFold(text.charCodeAt(at))
      if (fold === COMPLEX) return -1
      folded[length] = fold
      if (fold !== SKIPPED) length += 1
    }
    folded[length] = SEPARATOR
    return length
  }

  #split(length: number): number {
    const folded = this.#folded
    const word = this.#word
    while (length >= this.#found.length) this.#found = grown(this.#found)
    const numbers = this.#found
    let found = 0
    for (let at = 0; at < length; at += 1) {
      let first = folded[at] ?? 0
      if (first === SEPARATOR) continue
      let pairs = 0
      let hash = HASH_START
      // The separator behind the text ends its last word.
      while (first !== SEPARATOR) {
        at += 1
        const second = folded[at] ?? 0
        const pair = second === SEPARATOR ? first : first | (second << 16)
        if (pairs < MOST_PAIRS) {
          word[pairs] = pair
          pairs += 1
          hash = hashStep(hash, pair)
        }
        if (second === SEPARATOR) break
        at += 1
        first = folded[at] ?? 0
      }
      numbers[found] = this.#take(pairs, hash)
      found += 1
    }
    return found
  }

  /** A text of rarer letters, folded as a whole first. */
  #readWhole(text: string): number {
    let found = 0
    for (const word of searchWords(text)) {
      if (found === this.#found.length) this.#found = grown(this.#found)
      const pairs = this.#spell(word)
      this.#found[found] = this.#take(pairs, this.#hash(pairs))
      found += 1
    }
    return found
  }

  /** Returns how many pairs it has. */
  #spell(word: string): number {
    const pairs = (word.length + 1) >>> 1
    for (let pair = 0; pair < pairs; pair += 1) {
      const second = pair * 2 + 1 < word.length ? word.charCodeAt(pair * 2 + 1) : 0
      this.#word[pair] = word.charCodeAt(pair * 2) | (second << 16)
    }
    return pairs
  }

  /** Of the word that is spelled. */
  #hash(pairs: number): number {
    let hash = HASH_START
    for (let at = 0; at < pairs; at += 1) hash = hashStep(hash, this.#word[at] ?? 0)
    return hash
  }

  #endOf(word: number): number {
    return this.#starts[word + 1] ?? this.#pairs.length
  }

  /** The number of the word that was spelled, new or known. */
  #take(pairs: number, hash: number): number {
    const slot = this.#slotOf(pairs, hash)
    const known = this.#slots[slot] ?? 0
    return known > 0 ? known - 1 : this.#add(slot, pairs, hash)
  }

  /** Where the spelled word stands in the table, or would stand. */
  #slotOf(pairs: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 2
    let slot = placeOf(hash) & mask
    for (;;) {
      const taken = slots[slot] ?? 0
      if (taken === 0 || (slots[slot + 1] === hash && this.#isSpelled(taken - 1, pairs))) return slot
      slot = (slot + 2) & mask
    }
  }

  #isSpelled(word: number, pairs: number): boolean {
    const start = this.#starts[word] ?? 0
    if (this.#endOf(word) - start !== pairs) return false
    const own = this.#pairs
    const spelled = this.#word
    for (let at = 0; at < pairs; at += 1) if (own[start + at] !== spelled[at]) return false
    return true
  }

  #add(slot: number, pairs: number, hash: number): number {
    const word = this.#count
    const start = this.#starts[word] ?? 0
    // One entry more than words: the end of the last one.
    if (word + 2 > this.#starts.length) this.#starts = grown(this.#starts)
    while (start + pairs > this.#pairs.length) this.#pairs = grown(this.#pairs)
    for (let at = 0; at < pairs; at += 1) this.#pairs[start + at] = this.#word[at] ?? 0
    this.#starts[word + 1] = start + pairs
    this.#slots[slot] = word + 1
    this.#slots[slot + 1] = hash
    this.#count = word + 1
    if (this.#count * 4 > this.#slots.length) this.#rehash()
    return word
  }

  #rehash(): void {
    const before = this.#slots
    const slots = new Int32Array(before.length * 2)
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

function hashStep(hash: number, pair: number): number {
  const mixed = Math.imul(hash ^ pair, HASH_STEP)
  // What differs in the second letter alone would not get down to the low bits.
  return mixed ^ (mixed >>> 15)
}

/** The high bits of the hash are the better ones. */
const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) << 1
