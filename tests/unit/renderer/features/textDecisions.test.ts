import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markSchema, withMarks } from '../../../../src/core/redaction/markedSpans.ts'
import { maskSpans } from '../../../../src/core/redaction/mentions/mentionSpan.ts'
import { textKey } from '../../../../src/core/redaction/policies/text.ts'
import {
  addMark,
  countUnread,
  decide,
  decisionsOn,
  keyedTexts,
  NO_DECISIONS,
  removeMark,
  stateOf,
  textItems,
} from '../../../../src/renderer/features/briefs/textDecisions.ts'
import { rangeOfWords, textSegments } from '../../../../src/renderer/features/briefs/textSegments.ts'
import type { ReviewedText } from '../../../../src/shared/ipc/brief.ts'

const text = (original: string, part: Partial<ReviewedText> = {}): ReviewedText => ({
  row: 'i1',
  field: 'summary',
  policy: 'text',
  original,
  spans: [],
  unmatched: [],
  ...part,
})
const person = (start: number, end: number) => ({
  start,
  end,
  token: '[person]' as const,
  why: 'exact' as const,
})

describe('the texts of a brief to read', () => {
  it('are read once when they would be printed alike, wherever they stand', () => {
    const items = textItems(
      keyedTexts([text('Musa was held.'), text('Musa was held.', { row: 'i2', field: 'title' })]),
      [],
    )
    expect(items.map(({ places }) => places)).toEqual([
      [
        { row: 'i1', field: 'summary' },
        { row: 'i2', field: 'title' },
      ],
    ])
  })

  it('bear the key of what would be printed, not of what was typed', () => {
    const [item] = textItems(keyedTexts([text('Musa was held.', { spans: [person(0, 4)] })]), [])
    expect(item?.masked).toBe('[person] was held.')
    expect(item?.key).toBe(textKey('[person] was held.'))
  })

  it('have to be read again once more of them is masked, and are as before when the mark goes', () => {
    const texts = keyedTexts([text('Held with Adam in the cellar.')])
    const [item] = textItems(texts, [])
    if (item === undefined) throw new Error('one text')
    const read = decide(NO_DECISIONS, item.key, 'accepted')
    expect(countUnread(textItems(texts, read.marks), read)).toBe(0)
    const marked = addMark(read, item, { start: 10, end: 14 }, '[person]')
    const [after] = textItems(texts, marked.marks)
    expect(after?.masked).toBe('Held with [person] in the cellar.')
    expect(countUnread(textItems(texts, marked.marks), marked)).toBe(1)
    const [mark] = marked.marks
    if (mark === undefined) throw new Error('one mark')
    const back = removeMark(marked, mark)
    expect(countUnread(textItems(texts, back.marks), back)).toBe(0)
  })

  it('are accepted or left out, never both, and only those at hand are told of', () => {
    const accepted = decide(NO_DECISIONS, 'a', 'accepted')
    const out = decide(accepted, 'a', 'left-out')
    expect([stateOf('a', accepted), stateOf('a', out)]).toEqual(['accepted', 'left-out'])
    expect(out.accepted.has('a')).toBe(false)
    expect(stateOf('a', decide(out, 'a', 'unread'))).toBe('unread')
    expect(decisionsOn([], out)).toEqual({ accepted: [], leftOut: [], marks: [] })
  })
})

const RANGES = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 8 })), { maxLength: 5 })

describe('marks in a text', () => {
  it('mask every marked letter, join what overlaps, and change nothing else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 60 }), RANGES, RANGES, (original, found, marked) => {
        const review = withoutOverlaps(found)
        const marks = marked.map(([start, length]) => ({
          text: textKey(original),
          start,
          end: start + length,
          token: '[place]' as const,
        }))
        const masked = withMarks(
          original,
          { masked: maskSpans(original, review), spans: review, unmatched: [] },
          marks,
        )
        const isCovered = (at: number) => masked.spans.some(({ start, end }) => start <= at && at < end)
        for (const { start, end } of [...review, ...marks])
          for (let at = start; at < end; at += 1) expect(isCovered(at)).toBe(true)
        expect(
          masked.spans.every((span, at) => at === 0 || (masked.spans[at - 1]?.end ?? 0) <= span.start),
        ).toBe(true)
        expect(masked.masked).toBe(maskSpans(original, masked.spans))
      }),
    )
  })

  it('beyond the end of the text are of another text, and do nothing', () => {
    const review = { masked: 'Adam', spans: [], unmatched: [] }
    const mark = { text: textKey('Adam'), start: 2, end: 9, token: '[person]' as const }
    expect(withMarks('Adam', review, [mark])).toBe(review)
    expect(markSchema.safeParse({ ...mark, start: 9 }).success).toBe(false)
  })
})

function withoutOverlaps(ranges: readonly (readonly [number, number])[]) {
  let at = 0
  return [...ranges]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([start, length]) => {
      if (start < at) return []
      at = start + length
      return [person(start, at)]
    })
}

describe('the segments of a text', () => {
  it('give the text back, and mark the words to look at twice', () => {
    const original = 'On Monday Musa, 31, left Grozny-Sever.'
    const segments = textSegments(original, {
      spans: [person(10, 14)],
      unmatched: [
        { start: 3, end: 9, kind: 'capitalised' },
        { start: 16, end: 18, kind: 'number' },
      ],
    })
    expect(segments.map(({ text: part }) => part).join('')).toBe(original)
    expect(segments.flatMap(({ unmatched, text: part }) => (unmatched ? [[part, unmatched]] : []))).toEqual([
      ['Monday', 'capitalised'],
      ['31', 'number'],
    ])
    expect(segments.map(({ text: part }) => part)).toContain('Grozny-Sever')
  })

  it('are chosen from the first word to the last, whichever way', () => {
    const words = textSegments('a few words', { spans: [], unmatched: [] }).filter(
      ({ kind }) => kind === 'word',
    )
    expect(rangeOfWords(words, 2, 1)).toEqual({ start: 2, end: 11 })
    expect(rangeOfWords(words, 1, 2)).toEqual({ start: 2, end: 11 })
    expect(rangeOfWords([], 0, 0)).toBeNull()
  })
})
