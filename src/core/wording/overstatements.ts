/**
 * Does a sentence written by hand say more than the status of its claim allows (briefs.md, "Wording")?
 *
 * The rule, piece by piece (a piece is a sentence, or half of one at a semicolon; what is quoted counts for nothing):
 * - established: anything may be said.
 * - appears established: some word of caution is needed, and none that says it is proved.
 * - partly supported, contested, rumour, not assessed, cannot be verified, superseded: the caution must be that of a
 *   report ("is alleged", "could not be verified"); "appears" says more than is known.
 * - not indicated, false: the first piece must say that nothing was found, or that it is not so; a report alone is too
 *   much. Later pieces may say why. Only of a false claim may it be said that it is false: the kinds of no stay apart.
 * A word of proof does not count when it is turned ("has not been confirmed") or stands under a word of caution that
 * governs it ("reportedly confirmed"); "the alleged killings are proved" is not such. "Not false" is no caution.
 * A question asserts nothing. A quotation on its own needs somebody who says it.
 */
import type { ClaimStatus } from '../vocabularyCodes.ts'
import { formsOf, matchPhrases, type PhraseBook, type PhraseMatch, type Span } from './phraseMatcher.ts'
import { type Piece, sentencePieces } from './sentencePieces.ts'
import { type WordingBooks, wordingBooks, wordingLanguage } from './wordingLanguage.ts'

/**
 * - `asserted`: a word says that it is proved · `says-false`: a word says that it is not so
 * - `no-hedge`: nothing in the piece is careful · `hedge-too-strong`: the caution is less than the status asks for
 * - `not-denied`: of a claim that is not indicated or false, not said so
 * - `language-unknown`: there is no lexicon to judge by
 */
export const OVERSTATEMENT_CODES = [
  'asserted',
  'says-false',
  'no-hedge',
  'hedge-too-strong',
  'not-denied',
  'language-unknown',
] as const
export type OverstatementCode = (typeof OVERSTATEMENT_CODES)[number]

/** How strongly the words found speak, from the weakest. */
export type WordingStrength = 'alleged' | 'appears' | 'plain' | 'confirmed' | 'certain'

export interface Overstatement {
  /** Offsets in the sentence, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly word: string
  readonly strength: WordingStrength
  readonly code: OverstatementCode
}

type Demand = 'none' | 'any' | 'report' | 'denial'

/** The least caution a status asks for. */
function demandOf(status: ClaimStatus): Demand {
  switch (status) {
    case 'established':
      return 'none'
    case 'appears-established':
      return 'any'
    case 'not-indicated':
    case 'false':
      return 'denial'
    case 'not-assessed':
    case 'rumour':
    case 'partly-supported':
    case 'contested':
    case 'cannot-be-verified':
    case 'superseded':
      return 'report'
  }
}

/** Where a sentence says more than the status allows, in order; empty when it may stand. `language` is a hint (BCP 47). */
export function overstatements(
  sentence: string,
  language: string | undefined,
  status: ClaimStatus,
): readonly Overstatement[] {
  const demand = demandOf(status)
  if (demand === 'none') return []
  const pieces = sentencePieces(sentence)
  if (pieces.length === 0) return []
  // What is quoted may be in another language.
  const own = pieces.flatMap((piece) => piece.words.map((word) => word.raw)).join(' ')
  const known = wordingLanguage(own === '' ? sentence : own, language)
  if (known === null) return [whole(sentence, pieces, 'language-unknown', 'plain')]
  const books = wordingBooks(known)
  return pieces.flatMap((piece, place) => {
    if (status === 'false' && place > 0) return []
    const needed = demand === 'denial' && place > 0 ? 'any' : demand
    return findInPiece(sentence, readPiece(piece, books), needed, status)
  })
}

interface ReadPiece {
  readonly piece: Piece
  /** Words of proof that nothing turns or lowers. */
  readonly asserted: readonly PhraseMatch[]
  readonly refuted: readonly PhraseMatch[]
  readonly alleged: readonly PhraseMatch[]
  readonly appears: readonly PhraseMatch[]
  /** Nothing found, nobody could tell, not confirmed. */
  readonly isUnfound: boolean
}

function findInPiece(
  sentence: string,
  { piece, asserted, refuted, alleged, appears, isUnfound }: ReadPiece,
  demand: Demand,
  status: ClaimStatus,
): readonly Overstatement[] {
  const at = (match: Span, code: OverstatementCode, strength: WordingStrength): Overstatement => {
    const start = piece.words[match.from]?.start ?? piece.start
    const end = piece.words[match.to - 1]?.end ?? piece.end
    return { start, end, word: sentence.slice(start, end), strength, code }
  }
  const isDenied = isUnfound || (status === 'false' && refuted.length > 0)
  // What proves a denial is no overstatement of what it denies.
  const isBacking = demand === 'denial' && isDenied
  const found = isBacking
    ? []
    : asserted.map((match) => at(match, 'asserted', match.group === 'certain' ? 'certain' : 'confirmed'))
  if (status !== 'false') found.push(...refuted.map((match) => at(match, 'says-false', 'confirmed')))
  if (found.length > 0) return found.sort((a, b) => a.start - b.start)
  if (isDenied || piece.isQuestion || isTooShort(piece)) return []
  const [report] = alleged
  const [likely] = appears
  if (demand === 'denial')
    return [
      report || likely
        ? at(report ?? likely ?? { from: 0, to: 0 }, 'not-denied', report ? 'alleged' : 'appears')
        : whole(sentence, [piece], 'not-denied', 'plain'),
    ]
  if (report || (likely && demand === 'any')) return []
  return [likely ? at(likely, 'hedge-too-strong', 'appears') : whole(sentence, [piece], 'no-hedge', 'plain')]
}

/** One word alone is a heading or an interjection, unless it is a quotation. */
const isTooShort = (piece: Piece): boolean => piece.words.length < 2 && !piece.hasQuote

function whole(
  sentence: string,
  pieces: readonly Piece[],
  code: OverstatementCode,
  strength: WordingStrength,
): Overstatement {
  const start = pieces[0]?.start ?? 0
  const end = pieces.at(-1)?.end ?? sentence.length
  return { start, end, word: sentence.slice(start, end), strength, code }
}

function readPiece(piece: Piece, books: WordingBooks): ReadPiece {
  const forms = piece.words.map((word) => formsOf(word, books.hasClitics))
  const matches = matchPhrases(books.groups, forms)
  const scan = new ClauseScan(piece, forms, books, matches)
  const hedges = matches.filter(
    ({ group }) => group === 'unfound' || group === 'alleged' || group === 'appears',
  )
  const proofs = matches.filter(({ group }) => group === 'certain' || group === 'confirmed')
  const turned = proofs.filter((match) => scan.isNegated(match))
  const isLowered = (match: PhraseMatch) => hedges.some((hedge) => scan.governs(hedge, match))
  const refuted = matches.filter((match) => match.group === 'refuted' && !scan.isNegated(match))
  return {
    piece,
    asserted: proofs.filter((match) => !turned.includes(match) && !isLowered(match)),
    refuted: refuted.filter((match) => !isLowered(match)),
    alleged: hedges.filter(({ group }) => group === 'alleged'),
    appears: hedges.filter(({ group }) => group === 'appears'),
    isUnfound: turned.length > 0 || hedges.some(({ group }) => group === 'unfound'),
  }
}

/** What stands before a word in its clause. */
class ClauseScan {
  readonly #piece: Piece
  readonly #forms: readonly (readonly string[])[]
  readonly #books: WordingBooks
  readonly #matches: readonly PhraseMatch[]

  constructor(
    piece: Piece,
    forms: readonly (readonly string[])[],
    books: WordingBooks,
    matches: readonly PhraseMatch[],
  ) {
    this.#piece = piece
    this.#forms = forms
    this.#books = books
    this.#matches = matches
  }

  /** "has not been confirmed", "no report was confirmed": a negator before it, with nothing but light words between. */
  isNegated(match: PhraseMatch): boolean {
    return this.#isTurned(match) || this.#isInNegatedClause(match)
  }

  #isTurned({ from }: Span): boolean {
    for (let place = from; place > 0; place--) {
      if (this.#piece.words[place]?.isAfterPause) return false
      if (this.#negatorEndingAt(this.#books.negators, place)) return true
      if (!this.#is(this.#books.light, place - 1)) return false
    }
    return false
  }

  #isInNegatedClause({ from }: Span): boolean {
    for (let place = from; place > Math.max(0, from - MOST_WORDS_UNDER_NO); place--) {
      if (this.#piece.words[place]?.isAfterPause || this.#is(this.#books.joints, place - 1)) return false
      if (this.#negatorEndingAt(this.#books.clauseNegators, place)) return true
    }
    return false
  }

  /** A word of another phrase ("no doubt") turns nothing. */
  #negatorEndingAt(book: PhraseBook, end: number): boolean {
    return [1, 2, 3].some((length) => {
      const from = end - length
      if (from < 0 || book.longestAt(this.#forms, from) !== end) return false
      return !this.#matches.some((match) => from < match.to && match.from < end)
    })
  }

  /** "reportedly confirmed", "it is said that it was proved": the hedge takes the word under it. */
  governs(hedge: PhraseMatch, match: PhraseMatch): boolean {
    if (hedge.to > match.from) return false
    const isLead = hedge.from === 0 && this.#is(this.#books.governing, 0)
    for (let place = hedge.to; place <= match.from; place++) {
      const isLink = this.#is(this.#books.links, place)
      // "Reportedly, …": the pause is part of the hedge.
      const isOwnPause = isLink || (isLead && place === hedge.to)
      if (this.#piece.words[place]?.isAfterPause && !isOwnPause) return false
      if (place < match.from && !isLink && this.#is(this.#books.joints, place)) return false
    }
    const { governing, links, light } = this.#books
    if (this.#is(governing, hedge.from)) return true
    if ([hedge.to, hedge.to + 1].some((place) => place < match.from && this.#is(links, place))) return true
    if (hedge.group === 'alleged') return false
    return this.#piece.words
      .slice(hedge.to, match.from)
      .every((_, index) => this.#is(light, hedge.to + index))
  }

  #is(book: PhraseBook, place: number): boolean {
    return place >= 0 && book.longestAt(this.#forms, place) !== null
  }
}

const MOST_WORDS_UNDER_NO = 8
