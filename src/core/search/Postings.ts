/**
 * Which documents hold a word: for each word a chain of slices of one array, in ascending order of documents. One more
 * document is written behind the one before, and nothing is ever sorted. An entry is the document times two, plus one
 * where the word stands in the title.
 */
import { grown } from './WordTable.ts'

/** Entries of the first slice of a word: most words are names, in one document or two. */
const FIRST_SLICE = 1
/** Each slice has twice as many as the one before, up to so many: no more than that is kept ready in vain. */
const LONGEST_SLICE = 1 << 8
/** Slices are cut from pages of so many cells, a power of two: to have room for more, nothing is copied. */
const PAGE_BITS = 16
const PAGE = 1 << PAGE_BITS
/** Where the first slice begins, so that no place of a slice is taken for a length. */
const FIRST_CELL = LONGEST_SLICE + 1
/** What is kept of a word: numbers of which these are the places, behind its first cell. */
const PER_WORD = 4
const NEXT = 1
const END = 2
const LAST_DOC = 3
const NO_PAGE = new Int32Array()

export class Postings {
  /**
   * Entries + 1; 0 where none was written yet. The last cell of a slice is negative: where the next slice begins, or, while
   * this is the last one, how many entries it has.
   */
  readonly #pages: Int32Array[] = [new Int32Array(PAGE)]
  #used = FIRST_CELL
  /** Of each word, side by side: its first cell, the next one to write, the last one of that slice, its last document + 1. */
  #words = new Uint32Array(PER_WORD << 12)

  /**
   * Notes the first `count` words as words of a document, which has no smaller number than any that they were noted for
   * before. Of a word, only the first time in a document counts.
   */
  add(words: Uint32Array, count: number, doc: number, inTitle: 0 | 1): void {
    const entry = doc * 2 + inTitle + 1
    const pages = this.#pages
    let state: Uint32Array = this.#words
    for (let at = 0; at < count; at += 1) {
      const place = (words[at] ?? 0) * PER_WORD
      while (place >= state.length) {
        this.#words = grown(this.#words)
        state = this.#words
      }
      // The page is not looked into: words that are everywhere are far apart in it.
      if (state[place + LAST_DOC] === doc + 1) continue
      state[place + LAST_DOC] = doc + 1
      let next = state[place + NEXT] ?? 0
      if (next === (state[place + END] ?? 0)) next = this.#goOn(place, next)
      const page = pages[next >>> PAGE_BITS] ?? NO_PAGE
      page[next & (PAGE - 1)] = entry
      state[place + NEXT] = next + 1
    }
  }

  /** Calls back with every entry of a word. */
  forEach(word: number, found: (entry: number) => void): void {
    let slice = this.#words[word * PER_WORD] ?? 0
    while (slice >= FIRST_CELL) {
      const page = this.#pages[slice >>> PAGE_BITS] ?? NO_PAGE
      let cell = slice & (PAGE - 1)
      let value = page[cell] ?? 0
      while (value > 0) {
        found(value - 1)
        cell += 1
        value = page[cell] ?? 0
      }
      slice = -value
    }
  }

  /** The same without some documents. */
  without(isGone: (doc: number) => boolean): Postings {
    const kept = new Postings()
    const word = new Uint32Array(1)
    for (let number = 0; number * PER_WORD < this.#words.length; number += 1) {
      word[0] = number
      this.forEach(number, (entry) => {
        if (!isGone(entry >>> 1)) kept.add(word, 1, entry >>> 1, (entry & 1) === 0 ? 0 : 1)
      })
    }
    return kept
  }

  /** Begins another slice for a word whose slice ends at `end`; 0 when it has none. Returns its first cell. */
  #goOn(place: number, end: number): number {
    const page = this.#pages[end >>> PAGE_BITS] ?? NO_PAGE
    const length = -(page[end & (PAGE - 1)] ?? 0)
    const entries = end === 0 ? FIRST_SLICE : Math.min(length * 2, LONGEST_SLICE)
    const first = this.#slice(entries)
    if (end === 0) this.#words[place] = first
    else page[end & (PAGE - 1)] = -first
    this.#words[place + END] = first + entries
    return first
  }

  /** Room for so many entries; returns its first cell. */
  #slice(entries: number): number {
    const end = this.#pages.length * PAGE
    if (this.#used + entries >= end) {
      this.#pages.push(new Int32Array(PAGE))
      this.#used = end
    }
    const first = this.#used
    this.#used += entries + 1
    const page = this.#pages[first >>> PAGE_BITS] ?? NO_PAGE
    page[(first & (PAGE - 1)) + entries] = -entries
    return first
  }
}
