/**
 * The order of chosen incidents and claims. What is ticked comes in by date: the order of the log is that in which things were typed,
 * and a brief that is printed "as chosen" must not tell it. Pure.
 */

import type { Claim } from '../../../core/claim.ts'
import { compareText } from '../../../core/compareText.ts'
import { edtfSortKey } from '../../../core/edtfSpan.ts'
import type { Incident } from '../../../core/incident.ts'

const AFTER_ALL_DATES = 'Z'

/** Ids by the dates of their incidents, then by title; ids that lead nowhere are last. */
export function inDateOrder(
  ids: Iterable<string>,
  incidents: Readonly<Record<string, Pick<Incident, 'when' | 'title'>>>,
): readonly string[] {
  return sorted(ids, (id) => {
    const incident = incidents[id]
    return [incident === undefined ? null : edtfSortKey(incident.when), incident?.title]
  })
}

/** Ids by the day their claims speak for, then by what they say; those that were not assessed are last. */
export function claimsInDateOrder(
  ids: Iterable<string>,
  claims: Readonly<Record<string, Pick<Claim, 'asOf' | 'statement'>>>,
): readonly string[] {
  return sorted(ids, (id) => [claims[id]?.asOf, claims[id]?.statement])
}

type Key = readonly [date: string | null | undefined, title: string | undefined]

function sorted(ids: Iterable<string>, keyOf: (id: string) => Key): readonly string[] {
  const keyed = [...ids].map((id) => {
    const [date, title = ''] = keyOf(id)
    return { id, date: date ?? AFTER_ALL_DATES, title }
  })
  return keyed
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.title, b.title))
    .map(({ id }) => id)
}
