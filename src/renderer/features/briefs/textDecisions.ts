/**
 * What a person decided on the texts of a brief, as a value, and the steps that change it. A decision is bound to what
 * would be printed: one letter more, or one mask more, and the text has not been read. No React, no bridge.
 */
import { type Mark, marksByText, withMarks } from '../../../core/redaction/markedSpans.ts'
import {
  type MentionToken,
  maskSpans,
  type TextReview,
} from '../../../core/redaction/mentions/mentionSpan.ts'
import { textKey } from '../../../core/redaction/policies/text.ts'
import type { ReviewedText, TextField } from '../../../shared/ipc/brief.ts'

export interface Decisions {
  readonly accepted: ReadonlySet<string>
  readonly leftOut: ReadonlySet<string>
  readonly marks: readonly Mark[]
}
export type TextState = 'unread' | 'accepted' | 'left-out'

export const NO_DECISIONS: Decisions = { accepted: new Set(), leftOut: new Set(), marks: [] }

/** Where a text stands in the preview. */
export interface TextPlace {
  readonly row: string
  readonly field: TextField
}

/** One text to read; texts that would be printed alike are read once. */
export interface TextItem extends TextReview {
  /** SHA-256 of what would be printed. */
  readonly key: string
  /** SHA-256 of the text as it was typed: what a mark is bound to. */
  readonly originalKey: string
  readonly original: string
  readonly policy: ReviewedText['policy']
  readonly places: readonly TextPlace[]
}

export interface KeyedText extends ReviewedText {
  readonly originalKey: string
}

/** Texts with the keys of what was typed; worked out once, since hashing many texts takes a moment. */
export function keyedTexts(texts: readonly ReviewedText[]): KeyedText[] {
  return texts.map((text) => ({ ...text, originalKey: textKey(text.original) }))
}

/** The texts to read, in order, with the marks in them masked too. */
export function textItems(texts: readonly KeyedText[], marks: readonly Mark[]): TextItem[] {
  const byText = marksByText(marks)
  const items = new Map<string, TextItem>()
  for (const { row, field, policy, original, originalKey, spans, unmatched } of texts) {
    const found = { masked: maskSpans(original, spans), spans, unmatched }
    const review = withMarks(original, found, byText.get(originalKey) ?? [])
    const key = review.masked === original ? originalKey : textKey(review.masked)
    const place = { row, field }
    const known = items.get(key)
    if (known) items.set(key, { ...known, places: [...known.places, place] })
    else items.set(key, { ...review, key, originalKey, original, policy, places: [place] })
  }
  return [...items.values()]
}

export function stateOf(key: string, { accepted, leftOut }: Decisions): TextState {
  if (leftOut.has(key)) return 'left-out'
  return accepted.has(key) ? 'accepted' : 'unread'
}

export function decide(decisions: Decisions, key: string, state: TextState): Decisions {
  const accepted = new Set(decisions.accepted)
  const leftOut = new Set(decisions.leftOut)
  accepted.delete(key)
  leftOut.delete(key)
  if (state === 'accepted') accepted.add(key)
  if (state === 'left-out') leftOut.add(key)
  return { ...decisions, accepted, leftOut }
}

/** Masks part of a text; positions are UTF-16 offsets of the text as it was typed. */
export function addMark(
  decisions: Decisions,
  { originalKey: text }: Pick<TextItem, 'originalKey'>,
  range: { readonly start: number; readonly end: number },
  token: MentionToken,
): Decisions {
  return { ...decisions, marks: [...decisions.marks, { text, start: range.start, end: range.end, token }] }
}

export function removeMark(decisions: Decisions, mark: Mark): Decisions {
  return { ...decisions, marks: decisions.marks.filter((each) => each !== mark) }
}

/** Only what the texts at hand need: what was decided on others is not told to anybody. */
export function decisionsOn(items: readonly TextItem[], decisions: Decisions) {
  const keys = items.map(({ key }) => key)
  const originals = new Set(items.map(({ originalKey }) => originalKey))
  return {
    accepted: keys.filter((key) => stateOf(key, decisions) === 'accepted'),
    leftOut: keys.filter((key) => stateOf(key, decisions) === 'left-out'),
    marks: decisions.marks.filter(({ text }) => originals.has(text)),
  }
}

/** As `decisionsOn`, for looking at it: what nobody has read yet stands as it would leave. */
export function shownOf(items: readonly TextItem[], decisions: Decisions) {
  const { leftOut, marks } = decisionsOn(items, decisions)
  const accepted = items.flatMap(({ key }) => (stateOf(key, decisions) === 'left-out' ? [] : [key]))
  return { accepted, leftOut, marks }
}

export function countUnread(items: readonly TextItem[], decisions: Decisions): number {
  return items.filter(({ key }) => stateOf(key, decisions) === 'unread').length
}
