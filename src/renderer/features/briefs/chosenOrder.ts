/**
 * The order of chosen incidents. What is ticked comes in by date: the order of the log is that in which things were typed,
 * and a brief that is printed "as chosen" must not tell it. Pure.
 */
import { edtfSortKey } from '../../../core/edtfSpan.ts'
import type { Incident } from '../../../core/incident.ts'

const AFTER_ALL_DATES = 'Z'

/** Ids by the dates of their incidents, then by title; ids that lead nowhere are last. */
export function inDateOrder(
  ids: Iterable<string>,
  incidents: Readonly<Record<string, Pick<Incident, 'when' | 'title'>>>,
): readonly string[] {
  const keyed = [...ids].map((id) => {
    const incident = incidents[id]
    return {
      id,
      date: (incident === undefined ? null : edtfSortKey(incident.when)) ?? AFTER_ALL_DATES,
      title: incident?.title ?? '',
    }
  })
  const compare = (a: string, b: string) => Number(a > b) - Number(a < b)
  return keyed.sort((a, b) => compare(a.date, b.date) || compare(a.title, b.title)).map(({ id }) => id)
}
