/**
 * What the title and the introduction of a brief say beyond its claims. They speak for all claims of the brief: a word of
 * proof needs every claim established, and a sentence that repeats a claim is held to the status of that claim. Pure.
 */
import { foldText } from '../../../core/foldText.ts'
import type { BriefLanguage } from '../../../core/redaction/briefData.ts'
import { CLAIM_STATUSES, type ClaimStatus } from '../../../core/vocabularyCodes.ts'
import { type Overstatement, overstatements } from '../../../core/wording/overstatements.ts'

/** A claim as far as sentences are held against it. */
export interface WordedClaim {
  readonly id: string
  readonly statement: string
  readonly wording: string | undefined
  /** As of the day of the brief. */
  readonly status: ClaimStatus
}

export interface StrongSentence {
  readonly sentence: string
  readonly code: Overstatement['code']
  /** The words that say too much. */
  readonly word: string
  readonly claim: WordedClaim
}

/** A sentence with this part of the longer words of a claim is taken to repeat it. */
const REPEATS = 0.6
/** Shorter words are in every sentence. */
const SHORTEST = 4
const WORDS = /[\p{L}\p{M}\p{N}]+/gu

/** Sentences that are stronger than a claim of the brief allows, with the claim that each is held against. */
export function strongSentences(
  text: string,
  language: BriefLanguage,
  claims: readonly WordedClaim[],
): readonly StrongSentence[] {
  const open = claims.filter(({ status }) => status !== 'established' && status !== 'superseded')
  const [weakest] = open.toSorted((a, b) => strength(a.status) - strength(b.status))
  if (weakest === undefined || text.trim() === '') return []
  const known = open.map((claim) => ({ claim, words: [...wordSets(claim)] }))
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return [...segmenter.segment(text)].flatMap(({ segment }) => {
    const sentence = segment.trim()
    if (sentence === '') return []
    const repeated = repeatedClaim(sentence, known)
    const found =
      repeated === null
        ? overstatements(sentence, language, 'appears-established').filter(({ code }) => code === 'asserted')
        : overstatements(sentence, language, repeated.status)
    return found.map(({ code, word }) => ({ sentence, code, word, claim: repeated ?? weakest }))
  })
}

/** The claim that a sentence repeats most of; null when it repeats none. */
function repeatedClaim(
  sentence: string,
  known: readonly { readonly claim: WordedClaim; readonly words: readonly ReadonlySet<string>[] }[],
): WordedClaim | null {
  const said = wordsOf(sentence)
  let best: WordedClaim | null = null
  let most = REPEATS
  for (const { claim, words } of known) {
    for (const set of words) {
      if (set.size === 0) continue
      const share = [...set].filter((word) => said.has(word)).length / set.size
      if (share < most || (share === most && best !== null)) continue
      most = share
      best = claim
    }
  }
  return best
}

function* wordSets({ statement, wording }: WordedClaim): Generator<ReadonlySet<string>> {
  yield wordsOf(statement)
  if (wording !== undefined) yield wordsOf(wording)
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = foldText(text).match(WORDS) ?? []
  return new Set(words.filter((word) => word.length >= SHORTEST))
}

/** How much a status allows to be said; the order in which claims are named when none is meant in particular. */
function strength(status: ClaimStatus): number {
  const order: readonly ClaimStatus[] = [
    'false',
    'not-indicated',
    'not-assessed',
    'rumour',
    'cannot-be-verified',
    'contested',
    'partly-supported',
    'appears-established',
  ]
  const at = order.indexOf(status)
  return at < 0 ? CLAIM_STATUSES.length : at
}
