/** Finds mentions of protected values in texts: one finder for a log, any number of texts. */
import type { Canary } from '../briefData.ts'
import { findMentions } from './findMentions.ts'
import { joinSpans } from './joinSpans.ts'
import {
  type MentionSpan,
  type MentionToken,
  maskSpans,
  type TextReview,
  type Unmatched,
} from './mentionSpan.ts'
import { patternSpans } from './patternSpans.ts'
import { type ProtectedNames, protectedNames } from './protectedNames.ts'
import { RomanisedArabic } from './romanisedArabic.ts'
import { scanWords, type WordPlace } from './scanWords.ts'
import { WordMatcher } from './WordMatcher.ts'

/** A name the user lists for a person, a place or a body, beside what the records say. */
export interface MentionAlias {
  readonly value: string
  readonly token: MentionToken
}

export interface MentionOptions {
  readonly aliases?: readonly MentionAlias[]
  /** Names of divisions and countries a brief may say: a place called like its region is no exact place. */
  readonly published?: readonly string[]
  /** Phones, addresses, ids, days and the like, whoever's they are; true when absent. */
  readonly patterns?: boolean
  /** The named parts of a protected address, each by itself ("Lenina" of "Lenina street 5"); true when absent. */
  readonly placeParts?: boolean
  /** Those parts too that are one ordinary word ("Nadezhdy" of "Nadezhdy street"); true when absent. */
  readonly commonParts?: boolean
  /** Places as exact as an address; true when absent. */
  readonly places?: boolean
}

export interface MentionFinder {
  /** Places of the text that mention something protected, in order, none touching another. */
  find(text: string): MentionSpan[]
  /** The text masked, with what was matched and what else a reader should look at. */
  review(text: string): TextReview
}

/** A finder of everything protected among `canaries`: names of people, code names, contacts, exact places. */
export function createMentionFinder(
  canaries: readonly Canary[],
  options: MentionOptions = {},
): MentionFinder {
  const { aliases = [], published = [], patterns = true, places = true } = options
  const { placeParts = true, commonParts = true } = options
  return finderOf(protectedNames(canaries, { aliases, published, placeParts, commonParts, places }), patterns)
}

/** A finder of names, and with `patterns` of phones, addresses, ids, days and the like, whoever's they are. */
export function finderOf(names: ProtectedNames, patterns: boolean): MentionFinder {
  const matcher = new WordMatcher(names.words.all())
  const romanised = names.arabic.length === 0 ? null : new RomanisedArabic(names.arabic)
  const findAmong = (text: string, words: readonly WordPlace[]): MentionSpan[] => {
    const found = { text, words }
    const spans = findMentions(found, matcher, names)
    if (romanised !== null) spans.push(...romanised.find(text, words))
    if (patterns) spans.push(...patternSpans(text))
    return joinSpans(found, spans, names.particles)
  }
  return {
    find: (text) => findAmong(text, scanWords(text)),
    review(text) {
      const words = scanWords(text)
      const spans = findAmong(text, words)
      return { masked: maskSpans(text, spans), spans, unmatched: unmatchedWords(words, spans) }
    },
  }
}

const CAPITAL = /^[\p{Lu}\p{Lt}]/u
const NUMBER = /\p{N}/u

/** Capitalised words and numbers outside the spans; both are in order. */
function unmatchedWords(words: readonly WordPlace[], spans: readonly MentionSpan[]): Unmatched[] {
  let next = 0
  return words.flatMap(({ raw, start, end }): Unmatched[] => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    if ((spans[next]?.start ?? Number.POSITIVE_INFINITY) < end) return []
    if (NUMBER.test(raw)) return [{ start, end, kind: 'number' }]
    return CAPITAL.test(raw) ? [{ start, end, kind: 'capitalised' }] : []
  })
}
