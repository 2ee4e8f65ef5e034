/**
 * Who did what to whom, as incidents record it: one line for each act, and for a victim of whom no act is recorded. An
 * incident says who its perpetrators are, not which of them did which act: so a line has all of them, and nothing is inferred.
 */
import type { Act, Incident } from '../incident.ts'
import { resolveIncident } from '../resolveIncident.ts'

export type ActIncident = Pick<
  Incident,
  'id' | 'title' | 'when' | 'status' | 'acts' | 'involvements' | 'mergedInto'
>

export interface ActLine {
  readonly incident: ActIncident
  /** A person's id; null where none is recorded. */
  readonly victim: string | null
  /** Null for a victim, or perpetrators, of whom no act is recorded. */
  readonly act: Act | null
  /** Ids and degrees of involvement, in the order of the record. */
  readonly perpetrators: readonly { readonly who: string; readonly degree: string | undefined }[]
}

export interface ActLines {
  readonly lines: readonly ActLine[]
  /** Acts among them; the other lines are of people without one. */
  readonly acts: number
  /** Incidents that they come from. */
  readonly incidents: number
  /** Incidents that record neither acts nor victims nor perpetrators. */
  readonly silent: number
  /** Records that were merged into another of these, which has what they recorded. */
  readonly redirects: number
}

export function actLines(incidents: Iterable<ActIncident>): ActLines {
  const { shown, redirects } = withoutMerged([...incidents])
  const lines: ActLine[] = []
  const counts = { acts: 0, incidents: 0, silent: 0, redirects }
  for (const incident of shown) {
    const own = linesOf(incident)
    for (const line of own) lines.push(line)
    counts.acts += incident.acts.length
    if (own.length === 0) counts.silent += 1
    else counts.incidents += 1
  }
  return { lines, ...counts }
}

/**
 * Records less those that were merged into another of them. One merely marked as a duplicate stays: nothing of it was
 * copied. So does one whose other record is not among them: what it tells would be told nowhere.
 */
export function withoutMerged<R extends Pick<ActIncident, 'id' | 'mergedInto'>>(
  records: readonly R[],
): { readonly shown: readonly R[]; readonly redirects: number } {
  const byId = Object.fromEntries(records.map((record) => [record.id, record]))
  const shown = records.filter(
    ({ id, mergedInto }) => mergedInto === undefined || resolveIncident(byId, id) === id,
  )
  return { shown, redirects: records.length - shown.length }
}

function linesOf(incident: ActIncident): readonly ActLine[] {
  const { acts, involvements } = incident
  if (acts.length === 0 && involvements.length === 0) return []
  const perpetrators = involvements.flatMap(({ who, role, degree }) =>
    role === 'perpetrator' ? [{ who, degree }] : [],
  )
  const named = new Set(acts.flatMap(({ victim }) => victim ?? []))
  const others = new Set(
    involvements.flatMap(({ who, role }) => (role === 'victim' && !named.has(who) ? [who] : [])),
  )
  const lines: ActLine[] = [
    ...acts.map((act) => ({ incident, victim: act.victim ?? null, act, perpetrators })),
    ...[...others].map((victim) => ({ incident, victim, act: null, perpetrators })),
  ]
  if (lines.length > 0 || perpetrators.length === 0) return lines
  return [{ incident, victim: null, act: null, perpetrators }]
}
