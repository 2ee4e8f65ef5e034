/** A text cut into what is masked, words to look at twice, other words, and what stands between them. Pure. */
import type { MentionSpan, TextReview, Unmatched } from '../../../core/redaction/mentions/mentionSpan.ts'

export interface Segment {
  readonly kind: 'masked' | 'word' | 'between'
  /** UTF-16 offsets of the text as it was typed. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly span?: MentionSpan
  /** A capitalised word or a number that nothing protected was found in. */
  readonly unmatched?: Unmatched['kind']
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-‐‑'’@._/+:][\p{L}\p{N}\p{M}]+)*/gu

/** The segments of a text, in order, without a gap. */
export function textSegments(
  original: string,
  { spans, unmatched }: Pick<TextReview, 'spans' | 'unmatched'>,
): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const span of spans) {
    segments.push(...wordsBetween(original, at, span.start, unmatched))
    const { start, end } = span
    segments.push({ kind: 'masked', start, end, text: original.slice(start, end), span })
    at = end
  }
  return [...segments, ...wordsBetween(original, at, original.length, unmatched)]
}

function wordsBetween(
  original: string,
  from: number,
  to: number,
  unmatched: readonly Unmatched[],
): Segment[] {
  const segments: Segment[] = []
  const between = (start: number, end: number) => {
    if (start < end) segments.push({ kind: 'between', start, end, text: original.slice(start, end) })
  }
  let at = from
  for (const found of original.slice(from, to).matchAll(WORD)) {
    const start = from + found.index
    const end = start + found[0].length
    between(at, start)
    const odd = unmatched.find((each) => each.start < end && each.end > start)
    segments.push({ kind: 'word', start, end, text: found[0], ...(odd ? { unmatched: odd.kind } : {}) })
    at = end
  }
  between(at, to)
  return segments
}

/** From the first word of a selection to its last, whichever was chosen first; null when it holds no word. */
export function rangeOfWords(
  words: readonly Pick<Segment, 'start' | 'end'>[],
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | null {
  const first = words[Math.min(from, to)]
  const last = words[Math.max(from, to)]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end }
}
