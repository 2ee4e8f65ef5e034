/**
 * What a person who reads a kept text over masks in it besides what was found: words no finder could know. A mark is
 * bound to the exact content of its text, as an acceptance is, and reads like any other mask in the brief.
 */
import { z } from 'zod'
import { MENTION_TOKENS, type MentionSpan, maskSpans, type TextReview } from './mentions/mentionSpan.ts'

export const markSchema = z
  .strictObject({
    /** SHA-256 of the whole text as it was typed (policies/text.ts), 64 hex digits. */
    text: z.string().regex(/^[0-9a-f]{64}$/),
    /** UTF-16 offsets; the end is exclusive. */
    start: z.int().nonnegative(),
    end: z.int().positive(),
    token: z.enum(MENTION_TOKENS),
  })
  .refine(({ start, end }) => start < end)
export type Mark = Readonly<z.infer<typeof markSchema>>
/** Key of a text as it was typed → the marks in it. */
export type MarksByText = ReadonlyMap<string, readonly Mark[]>

export function marksByText(marks: readonly Mark[]): MarksByText {
  return Map.groupBy(marks, ({ text }) => text)
}

/** The review of a text with its marks masked too. What overlaps is one mask, under the token of the first of it. */
export function withMarks(text: string, review: TextReview, marks: readonly Mark[]): TextReview {
  const added = marks.flatMap(({ start, end, token }): MentionSpan[] =>
    end > text.length ? [] : [{ start, end, token, why: 'marked' }],
  )
  if (added.length === 0) return review
  const spans: MentionSpan[] = []
  for (const span of [...review.spans, ...added].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = spans.at(-1)
    if (before === undefined || span.start >= before.end) spans.push(span)
    else if (span.end > before.end) spans[spans.length - 1] = { ...before, end: span.end }
  }
  const isOutside = ({ start, end }: { readonly start: number; readonly end: number }) =>
    added.every((mark) => end <= mark.start || start >= mark.end)
  return { masked: maskSpans(text, spans), spans, unmatched: review.unmatched.filter(isOutside) }
}
