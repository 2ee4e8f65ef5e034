/**
 * Applies a profile field by field: log records in, rows that show only what it allows out. Rows still carry the
 * log's ids for linking; {@link numberRows} replaces them.
 */
import type { Claim } from '../claim.ts'
import { isContactStale } from '../contact.ts'
import { stateAsOf } from '../grading.ts'
import type { Incident } from '../incident.ts'
import type { Log } from '../log.ts'
import { resolveIncident } from '../resolveIncident.ts'
import type { Source } from '../source.ts'
import type { SourceItem } from '../sourceItem.ts'
import { evidenceSide } from '../sourcing/claimSourcing.ts'
import { RootFinder } from '../sourcing/RootFinder.ts'
import { recordsOfLog } from '../sourcing/sourcingRecords.ts'
import type { ClaimStatus } from '../vocabularyCodes.ts'
import { type OverstatementCode, overstatements } from '../wording/overstatements.ts'
import type {
  BriefAction,
  BriefClaim,
  BriefContact,
  BriefIncident,
  BriefOrganisation,
  BriefSource,
} from './briefData.ts'
import type { MentionCheck } from './mentions.ts'
import { coarsenDate, coarsenPlace, countBand } from './policies.ts'
import type { Profile } from './profile.ts'
import type { WithheldCounter } from './report.ts'
import { isAnyRefused, isRefused, isReleasable, type Selection, whyIncidentStays } from './select.ts'

/** Rows of one kind, with ids and links of the log in place of local ones. */
export interface BriefRows {
  readonly incidents: BriefIncident[]
  readonly claims: BriefClaim[]
  readonly sources: BriefSource[]
  readonly organisations: BriefOrganisation[]
  readonly contacts: BriefContact[]
  readonly actions: BriefAction[]
}

/** A sentence that was withheld because it says more than its claim's status. For the user, never for a brief. */
export interface OverstatedWording {
  /** The claim's id in the log. */
  readonly claim: string
  readonly code: OverstatementCode
}

export function collectRows(
  log: Log,
  selection: Selection,
  profile: Profile,
  asOf: string,
  mentions: MentionCheck,
  withheld: WithheldCounter,
  overstated: OverstatedWording[] = [],
): BriefRows {
  const incidents = chosen(selection.incidents, log.incidents).filter((incident) => {
    const reason = whyIncidentStays(incident, log, profile, asOf)
    if (reason !== null) withheld.add(reason)
    return reason === null
  })
  const claims = chosen(selection.claims, log.claims).filter((claim) => {
    const about = claim.about.map((each) => each.id)
    if (!isReleasable(claim, profile)) withheld.add('record/label')
    else if (isAnyRefused(about, log, profile, asOf)) withheld.add('record/consent')
    else if (stateAsOf(claim, asOf).status === 'superseded') withheld.add('record/superseded')
    else return true
    return false
  })
  const context: Context = {
    log,
    profile,
    asOf,
    mentions,
    withheld,
    overstated,
    incidentIds: new Set(incidents.map((i) => i.id)),
    claimIds: new Set(claims.map((c) => c.id)),
    open: releasableRoots(log, profile),
    whole: new RootFinder(recordsOfLog(log)),
    incidentsByClaim: linkClaims(incidents, claims, log),
  }
  const claimRows = claims.map((claim) => claimRow(claim, context))
  const claimsByIncident = Map.groupBy(
    claimRows.flatMap((row) => row.about.map((incident) => ({ incident, claim: row.id }))),
    (link) => link.incident,
  )
  const contacts = contactRows(selection, context)
  return {
    incidents: incidents.map((incident) => incidentRow(incident, claimsByIncident, context)),
    claims: claimRows,
    sources: sourceRows(claimRows, context),
    organisations: contacts.organisations,
    contacts: contacts.contacts,
    actions: actionRows(selection, context),
  }
}

interface Context {
  readonly log: Log
  readonly profile: Profile
  readonly asOf: string
  readonly mentions: MentionCheck
  readonly withheld: WithheldCounter
  readonly overstated: OverstatedWording[]
  readonly incidentIds: ReadonlySet<string>
  readonly claimIds: ReadonlySet<string>
  /** Follows derivation among releasable records only. */
  readonly open: RootFinder
  /** Follows it through all that the log knows. */
  readonly whole: RootFinder
  /** Claim id → ids of the incidents it is about, said by either side. */
  readonly incidentsByClaim: ReadonlyMap<string, ReadonlySet<string>>
}

function linkClaims(
  incidents: readonly Incident[],
  claims: readonly Claim[],
  log: Log,
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

function chosen<R>(ids: readonly string[], records: Readonly<Record<string, R>>): R[] {
  return [...new Set(ids)].flatMap((id) => records[id] ?? [])
}

function incidentRow(
  incident: Incident,
  claims: ReadonlyMap<string, readonly { readonly claim: string }[]>,
  context: Context,
): BriefIncident {
  const { profile, withheld } = context
  const when = coarsenDate(incident.when, profile.datePrecision)
  const { text, name, admin2, lat } = incident.where
  const { killed, injured, detained, missing } = incident.counts
  if (when !== incident.when) withheld.add('field/exact-date')
  if (text !== undefined || name !== undefined || admin2 !== undefined || lat !== undefined) {
    withheld.add('field/exact-place')
  }
  withheld.add(
    'field/exact-count',
    [killed, injured, detained, missing].filter((c) => c !== undefined).length,
  )
  withheld.add('field/free-text', [incident.title, incident.summary, incident.remarks].filter(Boolean).length)
  const people = [...incident.acts.map((act) => act.victim), ...incident.involvements.map((each) => each.who)]
  withheld.add('field/name', new Set(people.filter((id) => id !== undefined)).size)
  return {
    id: incident.id,
    when,
    place: coarsenPlace(cleanPlace(incident, context), profile.placePrecision),
    // A term of the user's own may be made of a name.
    violationTypes: [...new Set(incident.violationTypes)]
      .filter((code) => !context.mentions(code, 'words'))
      .sort(),
    status: incident.status,
    killed: countBand(killed),
    injured: countBand(injured),
    detained: countBand(detained),
    missing: countBand(missing),
    claims: (claims.get(incident.id) ?? []).map((link) => link.claim),
  }
}

/** A division is typed by hand, so it may name somebody. */
function cleanPlace(incident: Incident, { mentions, withheld }: Context): Incident['where'] {
  const { admin1, ...rest } = incident.where
  if (admin1 === undefined || !mentions(admin1, 'words')) return incident.where
  withheld.add('field/mention')
  return rest
}

function claimRow(claim: Claim, context: Context): BriefClaim {
  const { log, asOf, withheld } = context
  const state = stateAsOf(claim, asOf)
  const about = context.incidentsByClaim.get(claim.id) ?? new Set()
  const elsewhere = claim.about.filter(
    (each) => !context.incidentIds.has(resolveIncident(log.incidents, each.id)),
  )
  withheld.add('field/link', elsewhere.length)
  const forItems = releasableItems(claim.evidenceFor, context)
  const againstItems = releasableItems(claim.evidenceAgainst, context)
  withheld.add('field/free-text', [claim.statement, claim.remarks, claim.nextStep].filter(Boolean).length)
  return {
    id: claim.id,
    kind: claim.kind,
    status: state.status,
    credibility: state.credibility,
    standardMet: state.standardMet,
    wording: wordingOf(claim, state.status, context),
    independentSourcesFor: independentRoots(forItems, context),
    independentSourcesAgainst: independentRoots(againstItems, context),
    asOf: state.assessedOn,
    about: [...about],
    sources: [...new Set([...forItems, ...againstItems].flatMap((id) => log.sourceItems[id]?.source ?? []))],
  }
}

/** The sentence written for release, unless it says more than the status of that day: a brief prints none that does. */
function wordingOf({ id, safeWording }: Claim, status: ClaimStatus, context: Context): string | null {
  const text = cleanText(safeWording, context)
  if (text === null) return null
  const [found] = overstatements(text, undefined, status)
  if (found === undefined) return text
  context.withheld.add('field/wording')
  context.overstated.push({ claim: id, code: found.code })
  return null
}

/**
 * How many independent roots a brief may speak of: never more than the released items show by themselves, and never
 * more than the log knows of. Three articles that quote one guarded report are one root, though the report stays.
 */
function independentRoots(items: readonly string[], { open, whole }: Context): number {
  return Math.min(evidenceSide(items, open).independentRoots, evidenceSide(items, whole).independentRoots)
}

function cleanText(text: string | undefined, { mentions, withheld }: Context): string | null {
  if (text === undefined || text === '') return null
  if (!mentions(text, 'inside')) return text
  withheld.add('field/mention')
  return null
}

/** Evidence that may be counted in the open: item and source are both labelled for it, and the source did not refuse. */
function releasableItems(links: readonly { readonly item: string }[], context: Context): string[] {
  const { log, profile, asOf, withheld } = context
  const kept = links.filter(({ item }) => {
    const record = log.sourceItems[item]
    const source = record && log.sources[record.source]
    return (
      record !== undefined &&
      source !== undefined &&
      isReleasable(record, profile) &&
      isReleasable(source, profile) &&
      !isRefused(source, profile, asOf)
    )
  })
  withheld.add('field/link', links.length - kept.length)
  return kept.map((link) => link.item)
}

/** Derivation among releasable records only, as if there were no others: guarded roots must not raise a count. */
function releasableRoots({ sourceItems, sources }: Log, profile: Profile): RootFinder {
  const isOpen = (record: SourceItem | Source | undefined) =>
    record !== undefined && isReleasable(record, profile)
  return new RootFinder({
    item: (id) => {
      const item = sourceItems[id]
      if (item === undefined || !isOpen(item)) return undefined
      const derivesFrom = item.derivesFrom.filter((each) => isOpen(sourceItems[each.item]))
      return { record: { ...item, derivesFrom }, isDeleted: false }
    },
    source: (id) => {
      const source = sources[id]
      if (source === undefined || !isOpen(source)) return undefined
      const { gotItFrom, ...alone } = source
      const isTold = gotItFrom !== undefined && isOpen(sources[gotItFrom])
      return { record: isTold ? { ...alone, gotItFrom } : alone, isDeleted: false }
    },
  })
}

function sourceRows(claims: readonly BriefClaim[], { log, withheld }: Context): BriefSource[] {
  return chosen(
    claims.flatMap((claim) => claim.sources),
    log.sources,
  ).map((source) => {
    withheld.add('field/name')
    withheld.add('field/contact', source.contacts.length)
    return {
      id: source.id,
      kind: source.kind,
      reliability: source.reliability,
      access: source.access ?? null,
    }
  })
}

/** A code of the user's own may be made of a name; "other" says nothing. */
function cleanCode(code: string, { mentions, withheld }: Context): string {
  if (!isOwnCode(code) || !mentions(code, 'words')) return code
  withheld.add('field/mention')
  return 'other'
}

/** As {@link cleanCode}; statuses have no "other". */
function statusOf(code: string | undefined, context: Context): string | null {
  if (code === undefined) return null
  return cleanCode(code, context) === code ? code : null
}

const isOwnCode = (code: string): boolean => code.startsWith('local:')

function contactRows(selection: Selection, context: Context): Pick<BriefRows, 'contacts' | 'organisations'> {
  const { log, profile, mentions, withheld, asOf } = context
  const organisations = new Map<string, BriefOrganisation>()
  const contacts = chosen(selection.contacts, log.contacts).flatMap((contact): BriefContact[] => {
    const organisation = log.organisations[contact.organisation]
    if (!isReleasable(contact, profile) || !organisation || !isReleasable(organisation, profile)) {
      withheld.add('record/label')
      return []
    }
    const { offers, phone = null, site = null, email = null, warning = null } = contact
    if (
      [organisation.name, offers, phone, site, email, warning].some(
        (text) => text !== null && mentions(text, 'inside'),
      )
    ) {
      withheld.add('record/mention')
      return []
    }
    organisations.set(organisation.id, {
      id: organisation.id,
      name: organisation.name,
      kind: cleanCode(organisation.kind, context),
    })
    const stale = isContactStale(contact, asOf)
    const languages = [...new Set(contact.languages)].sort()
    const { id, checkedOn } = contact
    return [
      { id, organisation: organisation.id, offers, phone, site, email, languages, checkedOn, stale, warning },
    ]
  })
  return { contacts, organisations: [...organisations.values()] }
}

function actionRows(selection: Selection, context: Context): BriefAction[] {
  const { log, profile, mentions, withheld, asOf } = context
  return chosen(selection.actions, log.actions).flatMap((action): BriefAction[] => {
    if (!isReleasable(action, profile) || mentions(action.addressedTo, 'inside')) {
      withheld.add(isReleasable(action, profile) ? 'record/mention' : 'record/label')
      return []
    }
    if (isAnyRefused(action.about, log, profile, asOf)) {
      withheld.add('record/consent')
      return []
    }
    const about = [...new Set(action.about.map((id) => resolveIncident(log.incidents, id)))].filter(
      (id) => context.incidentIds.has(id) || context.claimIds.has(id),
    )
    if (action.about.length > 0 && about.length === 0) {
      withheld.add('record/not-linked')
      return []
    }
    const when = action.date === undefined ? null : coarsenDate(action.date, profile.datePrecision)
    if (action.askedFor) withheld.add('field/free-text')
    return [
      {
        id: action.id,
        what: cleanCode(action.what, context),
        addressedTo: action.addressedTo,
        when,
        status: statusOf(action.status, context),
        about,
      },
    ]
  })
}
