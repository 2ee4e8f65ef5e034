/** Takes out of rows the links that a profile does not show, once they have decided which rows go together. Pure. */
import { isShown, type Profile } from './profile.ts'
import type { BriefRows } from './rows/collectRows.ts'

/** A profile that drops a link on one side drops it on both. */
export function withoutHiddenLinks(rows: BriefRows, profile: Profile): BriefRows {
  const hidesClaims = !isShown(profile, 'incidents', 'claims') || !isShown(profile, 'claims', 'about.id')
  const hidesActions = !isShown(profile, 'actions', 'about')
  return {
    ...rows,
    incidents: hidesClaims ? rows.incidents.map((row) => ({ ...row, claims: [] })) : rows.incidents,
    claims: hidesClaims ? rows.claims.map((row) => ({ ...row, about: [] })) : rows.claims,
    actions: hidesActions ? rows.actions.map((row) => ({ ...row, about: [] })) : rows.actions,
  }
}
