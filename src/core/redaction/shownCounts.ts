/** How many incidents and claims a brief speaks of: its rows, or what an annex counts of rows it does not show. Pure. */
import type { BriefContent } from './briefData.ts'

export function shownCounts({
  layout,
  statistics,
  incidents,
  claims,
}: Pick<BriefContent, 'layout' | 'statistics' | 'incidents' | 'claims'>): {
  readonly incidents: number
  readonly claims: number
} {
  return layout === 'annex'
    ? { incidents: statistics.incidents, claims: statistics.claims }
    : { incidents: incidents.length, claims: claims.length }
}
