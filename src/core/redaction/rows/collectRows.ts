/**
 * Applies a profile field by field: log records in, rows that show only what it allows out. Rows still carry the
 * log's ids for linking; `numberRows` replaces them.
 */
import type { Claim } from '../../claim.ts'
import type { Incident } from '../../incident.ts'
import type { Log } from '../../log.ts'
import { resolveIncident } from '../../resolveIncident.ts'
import { RootFinder } from '../../sourcing/RootFinder.ts'
import { recordsOfLog } from '../../sourcing/sourcingRecords.ts'
import type {
  BriefAction,
  BriefClaim,
  BriefContact,
  BriefIncident,
  BriefOrganisation,
  BriefPerson,
  BriefSource,
} from '../briefData.ts'
import { incidentsNaming, whyClaimStays, whyIncidentStays } from '../select.ts'
import { actionRows } from './actionRows.ts'
import { claimRow } from './claimRow.ts'
import { contactRows } from './contactRows.ts'
import { incidentRow, withoutRareKinds } from './incidentRow.ts'
import { personRows, shownPeople } from './personRows.ts'
import { chosen, ofRecord, type RowContext, type RowRequest } from './rowContext.ts'
import { releasableRoots, sourceRows } from './sourceRows.ts'

/** Rows of one kind, with ids and links of the log in place of local ones. */
export interface BriefRows {
  readonly incidents: BriefIncident[]
  readonly claims: BriefClaim[]
  readonly people: BriefPerson[]
  readonly sources: BriefSource[]
  readonly organisations: BriefOrganisation[]
  readonly contacts: BriefContact[]
  readonly actions: BriefAction[]
}

export function collectRows(request: RowRequest): BriefRows {
  const { log, profile, withheld } = request
  const { incidents, claims } = admitted(request)
  const context: RowContext = {
    ...request,
    incidents,
    incidentIds: new Set(incidents.map((incident) => incident.id)),
    claimIds: new Set(claims.map((claim) => claim.id)),
    personIds: shownPeople(incidents, claims, request, withheld),
    open: releasableRoots(log, profile),
    whole: new RootFinder(recordsOfLog(log)),
    incidentsByClaim: linkClaims(incidents, claims, request),
  }
  const claimRows = claims.map((claim) => claimRow(claim, ofRecord(context, claim.id)))
  const claimsByIncident = Map.groupBy(
    claimRows.flatMap((row) => row.about.map((incident) => ({ incident, claim: row.id }))),
    (link) => link.incident,
  )
  const incidentRows = incidents.map((incident) =>
    incidentRow(
      incident,
      (claimsByIncident.get(incident.id) ?? []).map(({ claim }) => claim),
      ofRecord(context, incident.id),
    ),
  )
  return {
    incidents: withoutRareKinds(incidentRows, context),
    claims: claimRows,
    people: personRows(context),
    sources: sourceRows(claimRows, context),
    ...contactRows(context),
    actions: actionRows(context),
  }
}

/** The chosen incidents and claims that may enter; why the others stay is counted. */
function admitted(request: RowRequest): { readonly incidents: Incident[]; readonly claims: Claim[] } {
  const { log, selection, withheld } = request
  const incidents = chosen(selection.incidents, log.incidents).filter((incident) => {
    const reason = whyIncidentStays(incident, request)
    if (reason !== null) withheld.of(incident.id).add(reason)
    return reason === null
  })
  const namedIn = incidentsNaming(log)
  const claims = chosen(selection.claims, log.claims).filter((claim) => {
    const reason = whyClaimStays(claim, namedIn, request)
    if (reason !== null) withheld.of(claim.id).add(reason)
    return reason === null
  })
  return { incidents, claims }
}

/**
 * A link is said by either side and shown by both. It is made whatever the profile shows: a claim goes with the incidents
 * it is about. What is not to be shown of it is taken out at the end (hiddenLinks.ts).
 */
function linkClaims(
  incidents: readonly Incident[],
  claims: readonly Claim[],
  { log }: { readonly log: Log },
): Map<string, Set<string>> {
  const chosenIncidents = new Set(incidents.map((incident) => incident.id))
  const links = new Map(
    claims.map((claim) => [
      claim.id,
      new Set(
        claim.about
          .map((each) => resolveIncident(log.incidents, each.id))
          .filter((id) => chosenIncidents.has(id)),
      ),
    ]),
  )
  for (const incident of incidents) for (const id of incident.claims) links.get(id)?.add(incident.id)
  return links
}
