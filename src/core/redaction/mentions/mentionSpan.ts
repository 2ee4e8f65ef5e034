/**
 * What a mention finder says of a text: where it mentions something protected, what stands there once it is masked,
 * and what a person who reads the text over should look at twice. Positions are UTF-16 offsets of the text as given.
 */

/** What a masked place of a text says: constant by kind, so that nothing of the value is left, its length included. */
export const MENTION_TOKENS = [
  '[person]',
  '[place]',
  '[organisation]',
  '[phone]',
  '[email]',
  '[handle]',
  '[link]',
  '[id]',
  '[plate]',
  '[coordinates]',
  '[date]',
  '[contact]',
] as const
export type MentionToken = (typeof MENTION_TOKENS)[number]

/**
 * Why a place was masked; a code, for the reader of the review.
 * exact: as the log has it · inflected: another case, gender or number · spelled: another alphabet or spelling ·
 * misspelt: one letter off · common-word: also an ordinary word, masked since it is capitalised · broken: spaced out,
 * joined or disguised · neighbour: initials, a patronymic or a particle beside a name · pattern: looks like a phone
 * number, an address, a day, whoever's it is · marked: by a person who read the text.
 */
export const MENTION_REASONS = [
  'exact',
  'inflected',
  'spelled',
  'misspelt',
  'common-word',
  'broken',
  'neighbour',
  'pattern',
  'marked',
] as const
export type MentionReason = (typeof MENTION_REASONS)[number]

export interface MentionSpan {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly token: MentionToken
  readonly why: MentionReason
}

/** A capitalised word or a number that nothing protected was found in: for a person to judge. */
export interface Unmatched {
  readonly start: number
  readonly end: number
  readonly kind: 'capitalised' | 'number'
}

export interface TextReview {
  /** The text with every span replaced by its token. */
  readonly masked: string
  /** In order, none touching another. */
  readonly spans: readonly MentionSpan[]
  /** In order; none inside a span. */
  readonly unmatched: readonly Unmatched[]
}

/** The text with each of its spans replaced by its token. Spans are in order and do not overlap. */
export function maskSpans(text: string, spans: readonly MentionSpan[]): string {
  let masked = ''
  let at = 0
  for (const { start, end, token } of spans) {
    masked += text.slice(at, start) + token
    at = end
  }
  return masked + text.slice(at)
}
