/**
 * A text taken apart for the wording check: what is quoted is left out, sentences and halves at a semicolon are looked
 * at one by one, and words keep the place they stand at in the text.
 */
import { foldText } from '../foldText.ts'

export interface Word {
  readonly folded: string
  readonly raw: string
  /** Offsets in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** A comma, colon, dash or bracket stands before it. */
  readonly isAfterPause: boolean
}

export interface Piece {
  readonly words: readonly Word[]
  readonly start: number
  readonly end: number
  readonly isQuestion: boolean
  /** Something in it stood between quotation marks. */
  readonly hasQuote: boolean
}

const QUOTED =
  /“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|"[^"]*"|(?<![\p{L}\p{N}])‘[^‘]*?’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'[^'\n]*'(?![\p{L}\p{N}])/gu
/** A full stop ends a sentence unless a small letter or a figure goes on, as after most abbreviations. */
const PIECES =
  /[^.!?؟…;؛\n。！？]*(?:\.(?!\s|$)[^.!?؟…;؛\n。！？]*|\.(?=\s+[\p{Ll}\p{N}])[^.!?؟…;؛\n。！？]*)*[.!?؟…;؛\n。！？]*/gu
const WORD = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu
const PAUSE = /[,:،()[\]—–]|\s-\s/u
const QUOTE_STAND_IN = '\uE001'

/** The pieces of a text in order; those with neither words nor quotations are left out. */
export function sentencePieces(text: string): readonly Piece[] {
  const unquoted = text.replace(QUOTED, (quote) => QUOTE_STAND_IN.repeat(quote.length))
  return [...unquoted.matchAll(PIECES)].flatMap((match) => {
    const [piece] = match
    const hasQuote = piece.includes(QUOTE_STAND_IN)
    const words = wordsOf(piece, match.index)
    if (words.length === 0 && !hasQuote) return []
    const lead = piece.length - piece.trimStart().length
    const start = match.index + lead
    return [{ words, start, end: start + piece.trim().length, isQuestion: /[?؟？]/u.test(piece), hasQuote }]
  })
}

function wordsOf(piece: string, offset: number): readonly Word[] {
  let last = 0
  return [...piece.matchAll(WORD)].map(({ 0: raw, index }) => {
    const isAfterPause = PAUSE.test(piece.slice(last, index))
    last = index + raw.length
    return { folded: foldText(raw), raw, start: offset + index, end: offset + last, isAfterPause }
  })
}
