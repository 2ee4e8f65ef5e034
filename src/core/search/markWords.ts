/** Where the words that were typed stand in a text, so that they can be shown. */
import { searchWords } from './searchWords.ts'
import { wordMatcher } from './WordMatch.ts'

export interface TextPiece {
  readonly text: string
  readonly isFound: boolean
}

/** A word as it stands in a text, with the marks above it and the signs within it that nobody sees. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu
/** How much of a long text is shown around the first word found. */
const AROUND = 60

export type Marker = (text: string) => readonly TextPiece[]

/** Cuts texts into what was found and what stands between, for what was typed. */
export function createMarker(typed: string): Marker {
  const matchers = [...new Set(searchWords(typed))].map(wordMatcher)
  const isFound = (word: string) =>
    searchWords(word).some((each) => matchers.some((match) => match(each) !== null))
  return (text) => {
    const pieces: TextPiece[] = []
    let from = 0
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!isFound(word)) continue
      if (index > from) pieces.push({ text: text.slice(from, index), isFound: false })
      pieces.push({ text: word, isFound: true })
      from = index + word.length
    }
    if (from < text.length) pieces.push({ text: text.slice(from), isFound: false })
    return pieces
  }
}

/** The part of a text around the first word found; null when none stands in it. */
export function foundPart(mark: Marker, text: string): readonly TextPiece[] | null {
  const pieces = mark(text.replace(/\n+/gu, ' · '))
  const first = pieces.findIndex(({ isFound }) => isFound)
  if (first < 0) return null
  const before = pieces[first - 1]?.text ?? ''
  const shown: TextPiece[] = before === '' ? [] : [{ text: ending(before), isFound: false }]
  let room = AROUND * 2
  for (const piece of pieces.slice(first)) {
    if (room <= 0) break
    shown.push(
      piece.isFound || piece.text.length <= room ? piece : { ...piece, text: beginning(piece.text, room) },
    )
    room -= piece.text.length
  }
  return shown
}

/** Cut at a blank where there is one. */
function ending(text: string): string {
  if (text.length <= AROUND) return text
  const blank = text.indexOf(' ', text.length - AROUND)
  return `…${text.slice(blank < 0 ? text.length - AROUND : blank)}`
}

function beginning(text: string, room: number): string {
  const blank = text.lastIndexOf(' ', room)
  return `${text.slice(0, blank > 0 ? blank : room)}…`
}
