/** Numbers of people and ages as a brief's reader sees them. One module for the PDF and the preview. */
import { type BriefPerson, type ShownCount, SMALL } from '../../core/redaction/briefData.ts'
import type { BriefSay } from './briefSay.ts'

/** `17` as it is, `15-19` as a range, `50+` in words. */
export function peopleInWords(count: string, say: BriefSay): string {
  if (count === '50+' || count === '10+') return say(`band.${count}`)
  const [from = '', to] = count.split('-')
  return to === undefined ? from : say('band.range', { from, to })
}

/** `20-29` as a range, `65+` in words. */
export function ageInWords(band: NonNullable<BriefPerson['ageBand']>, say: BriefSay): string {
  return band === '65+' ? say('age.65+') : peopleInWords(band, say)
}

/** A count of records, also where it is small or withheld. */
export function recordCountInWords(count: ShownCount, say: BriefSay): string {
  if (count === null) return say('patterns.hidden')
  return count === SMALL ? say('patterns.small') : String(count)
}

/** Counts from the largest, what is hidden last: where it would stand among the others is nobody's business. */
export function compareRecordCounts(a: ShownCount, b: ShownCount): number {
  const rank = (count: ShownCount): number => (typeof count === 'number' ? count : count === null ? -1 : 0)
  return rank(b) - rank(a)
}
