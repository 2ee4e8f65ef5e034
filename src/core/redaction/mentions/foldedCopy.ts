/**
 * A copy of a text that patterns are matched on: small letters, digits of every script as 0–9, marks and invisible
 * characters gone, compatibility forms plain; with the way back from its positions to those of the text.
 */
import { asciiDigits } from './digits.ts'

export interface FoldedCopy {
  readonly folded: string
  /** Where in the text the character at a position of the copy begins. */
  toStart(at: number): number
  /** Where in the text the character before a position of the copy, which is not 0, ends. */
  toEnd(at: number): number
}

/** What folds to something else than one small letter or digit: marks, invisible and compatibility characters. */
const ODD =
  /[\p{M}\p{Cf}\u0640\u00a0-\u00bf\u0130\u0132-\u017f\u02b0-\u036f\u1d00-\u1dbf\u1e00-\u206f\u2100-\u218f\u2460-\u24ff\u3000-\u33ff\ufb00-\ufffd\u{10000}-\u{1ffff}]+/gu

/** Folds a text for patterns, keeping the way back. */
export function foldedCopy(text: string): FoldedCopy {
  const pieces = new Pieces()
  let folded = ''
  let done = 0
  for (const { 0: odd, index } of text.matchAll(ODD)) {
    folded += text.slice(done, index)
    let at = index
    for (const char of odd) {
      const plain = lowered(asciiDigits(char.normalize('NFKD').replace(/[\p{M}\p{Cf}\u0640]/gu, '')))
      if (plain.length !== char.length) pieces.breakAt(folded.length, at, plain.length, char.length)
      folded += plain
      at += char.length
    }
    done = at
  }
  folded += text.slice(done)
  return {
    folded: lowered(asciiDigits(folded)).replace(ARABIC, (letter) => OF_ARABIC[letter] ?? letter),
    toStart: (at) => pieces.startOf(at),
    toEnd: (at) => pieces.endOf(at - 1),
  }
}

/** Arabic letters and signs with more than one form. */
const ARABIC = /[أإآٱىیةک٫٬،]/g
const OF_ARABIC: Readonly<Record<string, string>> = {
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', '٫': '.', '٬': ',', '،': ',' },
}

/** Small letters where they take the same room; the few that do not were folded one by one. */
function lowered(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

/** Stretches of the copy and where they stand in the text; between breaks the two run in step. */
class Pieces {
  readonly #inCopy = [0]
  readonly #inText = [0]

  /** `length` characters of the copy from `copyAt` stand for `textLength` of the text from `textAt`. */
  breakAt(copyAt: number, textAt: number, length: number, textLength: number): void {
    this.#inCopy.push(copyAt, copyAt + length)
    this.#inText.push(textAt, textAt + textLength)
  }

  startOf(at: number): number {
    const piece = this.#pieceOf(at)
    // Breaks are the odd pieces: all of one stands for the same character.
    return piece % 2 === 1 ? this.#text(piece) : this.#text(piece) + at - this.#copy(piece)
  }

  endOf(at: number): number {
    const piece = this.#pieceOf(at)
    return piece % 2 === 1 ? this.#text(piece + 1) : this.#text(piece) + at - this.#copy(piece) + 1
  }

  /** The last piece that begins at or before a position: empty ones are passed over. */
  #pieceOf(at: number): number {
    let low = 0
    let high = this.#inCopy.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#copy(middle) <= at) low = middle
      else high = middle - 1
    }
    return low
  }

  #copy(piece: number): number {
    return this.#inCopy[piece] ?? 0
  }

  #text(piece: number): number {
    return this.#inText[piece] ?? 0
  }
}
