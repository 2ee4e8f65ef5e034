/** What two texts have in common: how much of the shorter one, and the longest passage. */
import { type FoldedLetters, shingleHashes, shingleLength } from './shingles.ts'

export interface Shared {
  /** Share of the pieces of the shorter text that stand in the other, 0 to 1. */
  readonly ofShorter: number
  /** The same of the longer text. */
  readonly ofLonger: number
  /** The longest passage, as `a` has it, and its length in letters. */
  readonly passage: string
  readonly letters: number
}

/** Places of one piece that are looked at; a text that repeats itself more often is no longer a passage. */
const MOST_PLACES = 8

/** Compares two texts. Costs their lengths, not the product. */
export function sharedPassage(a: FoldedLetters, b: FoldedLetters): Shared {
  const length = Math.min(shingleLength(a.letters), shingleLength(b.letters))
  const hashesA = shingleHashes(a.letters, length)
  const hashesB = shingleHashes(b.letters, length)
  const placesInB = new Map<number, number[]>()
  hashesB.forEach((hash, at) => {
    const places = placesInB.get(hash)
    if (places === undefined) placesInB.set(hash, [at])
    else if (places.length < MOST_PLACES) places.push(at)
  })
  let best = { end: 0, pieces: 0 }
  let runs = new Map<number, number>()
  const distinctA = new Set(hashesA)
  hashesA.forEach((hash, at) => {
    const next = new Map<number, number>()
    for (const place of placesInB.get(hash) ?? []) {
      const pieces = (runs.get(place - 1) ?? 0) + 1
      next.set(place, pieces)
      if (pieces > best.pieces) best = { end: at, pieces }
    }
    runs = next
  })
  const common = [...distinctA].filter((hash) => placesInB.has(hash)).length
  const sizes = [distinctA.size, placesInB.size]
  const share = (size: number) => (size === 0 ? 0 : common / size)
  const letters = best.pieces === 0 ? 0 : best.pieces + length - 1
  const begin = best.end - best.pieces + 1
  return {
    ofShorter: share(Math.min(...sizes)),
    ofLonger: share(Math.max(...sizes)),
    passage: letters === 0 ? '' : cut(a, begin, begin + letters),
    letters,
  }
}

/** The text from one letter up to, and without, another. */
function cut({ text, places }: FoldedLetters, from: number, to: number): string {
  return text.slice(places[from] ?? 0, places[to] ?? text.length).trim()
}
