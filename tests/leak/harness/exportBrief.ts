/** The exporters under test, each as it is used: redact, then the bytes of every form. */
import path from 'node:path'
import { briefJson } from '../../../src/brief/briefJson.ts'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { briefPdf } from '../../../src/brief/briefPdf.ts'
import { claimReviews } from '../../../src/brief/exports/claimReviews.ts'
import { incidentsCsv } from '../../../src/brief/exports/incidentsCsv.ts'
import { placesGeoJson } from '../../../src/brief/exports/placesGeoJson.ts'
import { labelWithOwn } from '../../../src/brief/vocabularyLabel.ts'
import type { DisclosureVerdict } from '../../../src/core/disclosure/verdict.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Gazetteer } from '../../../src/core/places/Gazetteer.ts'
import type {
  BriefLanguage,
  BriefLayout,
  ClaimOrder,
  IncidentOrder,
} from '../../../src/core/redaction/briefData.ts'
import type { Pseudonym } from '../../../src/core/redaction/policies/pseudonym.ts'
import type { Profile } from '../../../src/core/redaction/profile.ts'
import type { Redacted } from '../../../src/core/redaction/redact.ts'
import { redactForRelease } from '../../../src/core/redaction/redactForRelease.ts'
import type { Selection } from '../../../src/core/redaction/select.ts'
import { loadGazetteer } from '../../../src/shared/shippedPlaces.ts'
import type { BriefChoices } from './choices.ts'

export const FORMS = ['json', 'geojson', 'csv', 'claimreview', 'page', 'pdf'] as const
/** `page`: what the typesetter is given, as text. */
export type Form = (typeof FORMS)[number]

export interface BriefRequest extends BriefChoices {
  readonly profile: Profile
  readonly seed: string
  readonly asOf: string
  readonly language: BriefLanguage
  readonly title: string
  readonly introduction: string
  readonly layout: BriefLayout
  readonly order: IncidentOrder
  readonly claimOrder: ClaimOrder
}

/** A log and what was chosen of it, in its own ids. */
export interface Side {
  readonly log: Log
  readonly selection: Selection
  /** Labels that earlier briefs of a series gave; null for a brief that stands alone. */
  readonly series: ReadonlyMap<string, Pseudonym> | null
  /** Incidents that the user leaves out. */
  readonly leaveOut: ReadonlySet<string>
}

/** A log, and the smaller copy that the brief is made from. */
export interface Made extends Side {
  readonly request: BriefRequest
  readonly redacted: Redacted
  /** May refuse the brief; what the brief shows is the same either way. */
  readonly verdict: DisclosureVerdict
}

/** The bytes of one form. The log is there for those that leak it; a real exporter looks at `redacted` alone. */
export type Exporter = (made: Made) => Promise<Uint8Array>

export const RESOURCES = path.join(import.meta.dirname, '../../../resources')
const utf8 = new TextEncoder()

const SHIPPED_PLACES = await loadGazetteer()

/** The places that ship and those of a log. */
export const placesOf = ({ places }: Pick<Log, 'places'>): Gazetteer => SHIPPED_PLACES.withOwn(places)

/** As a release does it, every kept text accepted. */
export function redactAll(side: Side, request: BriefRequest): Made {
  const { log, selection, series, leaveOut } = side
  const made = redactForRelease({
    log,
    selection,
    leaveOut,
    ...request,
    ...(series === null ? {} : { series }),
    accepted: 'all',
    gazetteer: placesOf(log),
  })
  return { ...side, request, ...made }
}

/** The exporters that ship. */
export const EXPORTERS: Readonly<Record<Form, Exporter>> = {
  json: async ({ redacted: { data } }) => briefJson(data),
  geojson: async ({ redacted: { data } }) => placesGeoJson(data),
  csv: async ({ redacted: { data, labels } }) => incidentsCsv(data, labelWithOwn(labels)),
  claimreview: async ({ redacted: { data } }) => claimReviews(data),
  page: async ({ redacted: { data, labels } }) =>
    utf8.encode(JSON.stringify(createBriefPage(data, labelWithOwn(labels)))),
  pdf: async ({ redacted: { data, labels } }) => {
    const set = await briefPdf(data, { resourcesDir: RESOURCES, label: labelWithOwn(labels) })
    if (!set.ok) throw new Error(JSON.stringify(set.error))
    return set.value.bytes
  },
}
