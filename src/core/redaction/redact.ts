/**
 * redact: (records, profile, seed) → the smaller copy and a report. Pure: no clock, no unseeded order. Two logs
 * that differ only in protected values give equal results (redaction.md, "The promise").
 */
import type { Log } from '../log.ts'
import { overstatements } from '../wording/overstatements.ts'
import {
  BRIEF_FORMAT,
  BRIEF_VERSION,
  type BriefContent,
  type BriefData,
  type BriefIncident,
  type BriefLanguage,
  type Canary,
  STANDING_NOTES,
} from './briefData.ts'
import { type BriefRows, collectRows, type OverstatedWording } from './collectRows.ts'
import { mentionCheck } from './mentions.ts'
import { numberRows } from './numberRows.ts'
import { type OwnLabels, ownLabels } from './ownLabels.ts'
import { coarsenDate, type DatePrecision } from './policies.ts'
import type { Profile } from './profile.ts'
import { protectedValues } from './protectedValues.ts'
import { type Withheld, withheldCounter } from './report.ts'
import type { Selection } from './select.ts'
import { coveringDate, tally } from './statistics.ts'

export interface RedactOptions {
  readonly log: Log
  readonly selection: Selection
  readonly profile: Profile
  /** 64 hex digits; the same seed gives the same order. */
  readonly seed: string
  /** YYYY-MM-DD: claims, consents and contacts are judged as of this day. */
  readonly asOf: string
  readonly language: BriefLanguage
  readonly title: string
}

export interface Redacted {
  readonly data: BriefData
  readonly withheld: Withheld
  /** Sentences written for release that say more than the status of their claim on that day. */
  readonly overstated: readonly OverstatedWording[]
  /** The title speaks of proof while not every claim shown is established; the words that do. */
  readonly titleOverstates: readonly string[]
  /** What the log calls its codes, where that may be printed. */
  readonly labels: OwnLabels
  /** What the release gate must not find. Never leaves the process that holds the log. */
  readonly canaries: readonly Canary[]
  /** Ids of the records that entered, for the ledger. */
  readonly records: readonly string[]
}

export function redact(options: RedactOptions): Redacted {
  const { log, profile, asOf } = options
  const canaries = protectedValues(log)
  const withheld = withheldCounter()
  const overstated: OverstatedWording[] = []
  const mentions = mentionCheck(canaries, placeNames(log))
  const rows = collectRows(log, options.selection, profile, asOf, mentions, withheld, overstated)
  const numbered = numberRows(rows, options.seed)
  const content: BriefContent = {
    format: BRIEF_FORMAT,
    version: BRIEF_VERSION,
    title: options.title,
    language: options.language,
    layout: 'general',
    asOf,
    label: profile.labels.at(-1) ?? 'RED',
    profile: {
      name: profile.name,
      version: profile.version,
      date: profile.datePrecision,
      place: profile.placePrecision,
      text: 'clean-text',
    },
    ...numbered,
    ...summarise(numbered.incidents, numbered.claims.length, profile.datePrecision),
    notes: [...STANDING_NOTES],
  }
  return {
    data: content as BriefData,
    withheld: withheld.counts(),
    overstated,
    titleOverstates: provedInTitle(content),
    labels: ownLabels(log.terms, mentions),
    canaries,
    records: recordIds(rows),
  }
}

/** Words of proof in the title; it speaks for all claims, so all must be established. A title needs no hedge. */
function provedInTitle({ title, language, claims }: BriefContent): string[] {
  if (claims.every((claim) => claim.status === 'established')) return []
  return overstatements(title, language, 'appears-established').flatMap(({ code, word }) =>
    code === 'asserted' ? [word] : [],
  )
}

/** Names of divisions and the countries' codes: what the place policy may show. */
function placeNames(log: Log): string[] {
  return [...new Set(Object.values(log.incidents).flatMap(({ where }) => where.admin1 ?? []))]
}

function summarise(
  incidents: readonly BriefIncident[],
  claims: number,
  precision: DatePrecision,
): Pick<BriefContent, 'period' | 'places' | 'statistics'> {
  const places = new Map(incidents.map((i) => [`${i.place.country ?? ''}\n${i.place.admin1 ?? ''}`, i.place]))
  const period = coveringDate(incidents.flatMap((i) => (i.when === null ? [] : [i.when])))
  return {
    period: period === null ? null : coarsenDate(period, precision),
    places: [...places.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place),
    statistics: {
      incidents: incidents.length,
      claims,
      byPeriod: tally(incidents.flatMap((i) => (i.when === null ? [] : [i.when]))),
      byViolationType: tally(incidents.flatMap((i) => [...new Set(i.violationTypes)])),
      byStatus: tally(incidents.map((i) => i.status)),
    },
  }
}

function recordIds(rows: BriefRows): string[] {
  return [rows.incidents, rows.claims, rows.sources, rows.organisations, rows.contacts, rows.actions]
    .flatMap((list) => list.map((row) => row.id))
    .sort()
}
