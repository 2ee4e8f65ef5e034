/** A stretch of time chosen in a picture, as a term of the query. */
import { parseQuery } from '../query.ts'
import { pictureTerm, withPictureTerm } from '../queryTerms/pictureTerms.ts'
import { dayText } from './dayNumbers.ts'

/** Days; `to` is the day after the last. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The query with the stretch in place of the one before; null for years that a query cannot name, or when it cannot be read. */
export function brushWhen(query: string, { from, to }: Stretch): string | null {
  const [first, last] = [dayText(Math.floor(from)), dayText(Math.ceil(to) - 1)]
  if (first === null || last === null || !/^[1-9]/.test(first) || last < first) return null
  const brushed = withPictureTerm(query, 'when', `when:${first}..${last}`)
  return parseQuery(brushed).ok ? brushed : null
}

/** The stretch chosen in a picture, as its first and last day; null when the query has none. */
export function brushedDays(query: string): readonly [first: string, last: string] | null {
  const [first, last] = pictureTerm(query, 'when')?.slice('when:'.length).split('..') ?? []
  return first === undefined || last === undefined ? null : [first, last]
}

/** The query without that stretch, and without the brackets that it had needed. */
export const withoutBrush = (query: string): string => withPictureTerm(query, 'when', null)
