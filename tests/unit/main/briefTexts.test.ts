/** What the review shows of texts written for release: they leave whole, so that all odd words in them are pointed at. */
import { expect, it } from 'vitest'
import type { BriefContent } from '../../../src/core/redaction/briefData.ts'
import type { Redacted } from '../../../src/core/redaction/redact.ts'
import { textsToReview } from '../../../src/main/redaction/briefTexts.ts'
import { sampleBrief } from '../brief/sampleBrief.ts'

const pointedAt = (introduction: string): string[] => {
  const data: BriefContent = { ...sampleBrief('en', 1), introduction }
  const redacted = { data, texts: [], recordOf: new Map() } as unknown as Redacted
  const text = textsToReview(redacted, data.title).find(({ field }) => field === 'introduction')
  return (text?.unmatched ?? []).map(({ start, end }) => introduction.slice(start, end))
}

it.each([
  ['Call the witness on +963 944 123 456.', /944/],
  ['Write to t.me/stillwater_zk or to him.', /stillwater/],
  ['Taken on 3 March 2017 near the mill.', /2017/],
  ['He asked for Ahmad at the door.', /Ahmad/],
  ['Write to someone@example.org about it.', /example/],
])('%s', (text, odd) => {
  expect(pointedAt(text).some((each) => odd.test(each))).toBe(true)
})

it('nothing where every word is plain', () => {
  expect(pointedAt('men were held for days and beaten')).toEqual([])
})
