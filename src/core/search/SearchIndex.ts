/**
 * The search over everything: documents of a title and a body, found by all typed words at once, each by itself, by its
 * forms or by its beginning. Kept up one document at a time. Ranked by {@link WordMatch}: a word in the title before one
 * in the body, the word itself before a form of it before a longer word; among equals what was added last comes first.
 * Numbers in typed arrays throughout, no document is held.
 */
import { Postings } from './Postings.ts'
import { searchWords } from './searchWords.ts'
import { BEGINNING, EXACT, FORM, IN_BODY, type WordMatch } from './WordMatch.ts'
import { WordsByStart } from './WordsByStart.ts'
import { WordTable } from './WordTable.ts'
import { formsOf, stemOf } from './wordForms.ts'

/** No ending of a stem is longer. */
const LONGEST_ENDING = 12
/** Typed words beyond these are not looked for. */
const MOST_TYPED = 16
const NONE = 255

export class SearchIndex {
  readonly #words = new WordTable()
  readonly #byStart = new WordsByStart(this.#words)
  #postings = new Postings()
  /** By document: 1 while it is there. */
  #alive = new Uint8Array(1 << 10)
  #docs = 0
  /** Documents that the postings still tell of, and how many of them are gone. */
  #noted = 0
  #gone = 0

  /** How many numbers are given to documents, gone ones included. */
  get size(): number {
    return this.#docs
  }

  /** Adds a document and returns its number: the next one from 0. */
  add(title: string, body: string): number {
    const doc = this.#docs
    this.#docs += 1
    this.#noted += 1
    if (doc === this.#alive.length) {
      const longer = new Uint8Array(doc * 2)
      longer.set(this.#alive)
      this.#alive = longer
    }
    this.#alive[doc] = 1
    this.#note(doc, title, 1)
    this.#note(doc, body, 0)
    return doc
  }

  /** Takes a document out; it keeps its number. */
  remove(doc: number): void {
    if ((this.#alive[doc] ?? 0) === 0) return
    this.#alive[doc] = 0
    this.#gone += 1
    if (this.#gone * 2 > this.#noted) this.#forgetGone()
  }

  /** Takes in what the first search would have to. */
  settle(): void {
    this.#byStart.update()
  }

  /** Documents that answer every typed word, the best first; none when no word was typed. */
  search(typed: string): Uint32Array {
    this.#byStart.update()
    const words = [...new Set(searchWords(typed))].slice(0, MOST_TYPED)
    if (words.length === 0) return new Uint32Array(0)
    const scores = new Uint8Array(this.#docs)
    const answered = new Uint8Array(this.#docs)
    const best = new Uint8Array(this.#docs)
    const touched = new Uint32Array(this.#docs)
    let found = 0
    words.forEach((word, turn) => {
      best.fill(NONE)
      const seen = this.#matchDocs(word, best, touched)
      found = 0
      for (let at = 0; at < seen; at += 1) {
        const doc = touched[at] ?? 0
        if (answered[doc] !== turn || this.#alive[doc] === 0) continue
        answered[doc] = turn + 1
        scores[doc] = (scores[doc] ?? 0) + (best[doc] ?? 0)
        touched[found] = doc
        found += 1
      }
    })
    return byScore(touched.subarray(0, found), scores)
  }

  #forgetGone(): void {
    this.#postings = this.#postings.without((doc) => this.#alive[doc] === 0)
    this.#noted -= this.#gone
    this.#gone = 0
  }

  #note(doc: number, text: string, inTitle: 0 | 1): void {
    const count = this.#words.read(text)
    this.#postings.add(this.#words.found, count, doc, inTitle)
  }

  /** Notes for each document how it answers one typed word, in `best`, and lists them; returns how many. */
  #matchDocs(typed: string, best: Uint8Array, touched: Uint32Array): number {
    let seen = 0
    const note = (word: number, match: WordMatch) => {
      this.#postings.forEach(word, (entry) => {
        const doc = entry >>> 1
        const rank = match + (entry & 1 ? 0 : IN_BODY)
        const before = best[doc] ?? 0
        if (rank >= before) return
        if (before === NONE) {
          touched[seen] = doc
          seen += 1
        }
        best[doc] = rank
      })
    }
    const itself = this.#words.find(typed)
    if (itself >= 0) note(itself, EXACT)
    const forms = this.#forms(typed, itself)
    for (const word of forms) note(word, FORM)
    this.#byStart.forEach(typed, (word) => {
      if (word !== itself && !forms.has(word)) note(word, BEGINNING)
    })
    return seen
  }

  /** Words of the same stem, other than the typed one. */
  #forms(typed: string, itself: number): ReadonlySet<number> {
    const found = new Set<number>()
    const forms = formsOf(typed)
    for (const beginning of forms?.beginnings ?? []) {
      this.#byStart.forEach(beginning, (word) => {
        if (word === itself || this.#words.lengthOf(word) > beginning.length + LONGEST_ENDING) return
        if (stemOf(this.#words.textOf(word)) === forms?.stem) found.add(word)
      })
    }
    return found
  }
}

/** The smallest score first, among equals the greatest number. */
function byScore(docs: Uint32Array, scores: Uint8Array): Uint32Array {
  const places = new Uint32Array(NONE + 2)
  for (const doc of docs) places[(scores[doc] ?? 0) + 1] = (places[(scores[doc] ?? 0) + 1] ?? 0) + 1
  for (let score = 0; score <= NONE; score += 1)
    places[score + 1] = (places[score + 1] ?? 0) + (places[score] ?? 0)
  const sorted = docs.slice().sort()
  const ranked = new Uint32Array(docs.length)
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    const doc = sorted[at] ?? 0
    const score = scores[doc] ?? 0
    const place = places[score] ?? 0
    ranked[place] = doc
    places[score] = place + 1
  }
  return ranked
}
