/**
 * redact: (records, profile, seed) → the smaller copy and a report. Pure: no clock, no unseeded order. Two logs
 * that differ only in protected values give equal results (redaction.md, "The promise").
 */
import {
  applyDisclosure,
  type DisclosureChoices,
  type DisclosureOutcome,
} from '../disclosure/applyDisclosure.ts'
import { coarsenPrecision } from '../disclosure/coarsening.ts'
import type { Log } from '../log.ts'
import type { Gazetteer } from '../places/Gazetteer.ts'
import { KINDS } from '../records.ts'
import { overstatements } from '../wording/overstatements.ts'
import {
  BRIEF_FORMAT,
  BRIEF_VERSION,
  type BriefContent,
  type BriefData,
  type BriefLanguage,
  type BriefLayout,
  type Canary,
  type ClaimOrder,
  type IncidentOrder,
  STANDING_NOTES,
} from './briefData.ts'
import { briefStatistics } from './briefStatistics.ts'
import { countsOnly, withoutTexts } from './countsOnly.ts'
import { exportableFields } from './fieldPolicies.ts'
import { withoutHiddenLinks } from './hiddenLinks.ts'
import { createTextKeeper, type KeptText } from './keptText.ts'
import type { MarksByText } from './markedSpans.ts'
import { createMentionFinder, type MentionFinder } from './mentions/mentionFinder.ts'
import { mentionCheck } from './mentions.ts'
import { numberRows } from './numberRows.ts'
import { type OwnLabels, ownLabels } from './ownLabels.ts'
import type { Pseudonym } from './policies/pseudonym.ts'
import type { AcceptedTexts } from './policies/text.ts'
import { labelOfBriefs, type Profile, policyOf, shippedNameOf } from './profile.ts'
import { protectedValues } from './protectedValues.ts'
import { type Withheld, type WithheldRecords, withheldCounter } from './report.ts'
import { type BriefRows, collectRows } from './rows/collectRows.ts'
import { publishedPlaceNames } from './rows/placeNames.ts'
import type { OverstatedWording } from './rows/rowContext.ts'
import type { Selection } from './select.ts'
import { shownFields } from './shownFields.ts'

export interface RedactOptions extends DisclosureChoices {
  readonly log: Log
  readonly selection: Selection
  readonly profile: Profile
  /** Organisation the brief is for: a yes that names another is none for it. Null or absent for nobody in particular. */
  readonly recipient?: string | null
  /** 64 hex digits; the same seed gives the same order. */
  readonly seed: string
  /** YYYY-MM-DD: claims, consents and contacts are judged as of this day. */
  readonly asOf: string
  readonly language: BriefLanguage
  readonly title: string
  /** Written for release, like the title; none when absent. */
  readonly introduction?: string
  /** `general` when absent. */
  readonly layout?: BriefLayout
  /**
   * `date` when absent. `as-chosen` shows the order of `selection.incidents`, so it is only for incidents that a person
   * put in order: the order of a log or of a query is that of entry, and must not be told.
   */
  readonly order?: IncidentOrder
  /** `grade` when absent; `as-chosen` as above, of `selection.claims`. */
  readonly claimOrder?: ClaimOrder
  /** Texts that a person has read and accepted, by their key; none when absent. */
  readonly accepted?: AcceptedTexts
  /** What a person masked besides, by the text it stands in. */
  readonly marks?: MarksByText
  /** Texts written for release that are left out all the same, by their key. */
  readonly refused?: ReadonlySet<string>
  /** Labels that earlier briefs of a series gave, by id; absent for a brief that stands alone (policies/pseudonym.ts). */
  readonly series?: ReadonlyMap<string, Pseudonym>
  /** Names of places in the brief's language; divisions stay as they were typed when absent. */
  readonly gazetteer?: Gazetteer
}

export interface Redacted {
  readonly data: BriefData
  readonly withheld: Withheld
  /** The same, record by record. For the window alone. */
  readonly withheldOf: WithheldRecords
  /** Local id of a row → the log's id. For the window alone. */
  readonly recordOf: ReadonlyMap<string, string>
  /** The profile it was made by. */
  readonly profile: Profile
  /** Texts that are kept when a person accepts them, accepted or not. */
  readonly texts: readonly KeptText[]
  /** The pseudonym of each person, by the log's id: for the ledger of a series, never for a brief. */
  readonly pseudonyms: ReadonlyMap<string, Pseudonym>
  /** Sentences written for release that say more than the status of their claim on that day. */
  readonly overstated: readonly OverstatedWording[]
  /** The title speaks of proof while not every claim shown is established; the words that do. */
  readonly titleOverstates: readonly string[]
  /** The same of the introduction. */
  readonly introductionOverstates: readonly string[]
  /** What the log calls its codes, where that may be printed. */
  readonly labels: OwnLabels
  /** What the release gate must not find. Never leaves the process that holds the log. */
  readonly canaries: readonly Canary[]
  /** How far rows can be told apart, and what was done about it. */
  readonly disclosure: DisclosureOutcome
  /** Ids of the records that entered, for the ledger. */
  readonly records: readonly string[]
}

export function redact(options: RedactOptions): Redacted {
  const { log, asOf, layout = 'general' } = options
  const hasRows = layout !== 'annex'
  const profile = hasRows ? options.profile : withoutTexts(options.profile)
  const canaries = protectedValues(log)
  const withheld = withheldCounter()
  const overstated: OverstatedWording[] = []
  const published = publishedPlaceNames(log, profile, options.gazetteer ?? null)
  const mentions = mentionCheck(canaries, published)
  // Its tables are the dearest part of a brief, and a profile that keeps no text needs none.
  let finder: MentionFinder | null = null
  const finderOfTexts = () => {
    finder ??= createMentionFinder(canaries, { published })
    return finder
  }
  const keeper = createTextKeeper(finderOfTexts, options.accepted ?? new Set(), withheld, options.marks)
  const collected = collectRows({
    log,
    profile,
    selection: options.selection,
    asOf,
    recipient: options.recipient ?? null,
    language: options.language,
    gazetteer: options.gazetteer ?? null,
    mentions,
    keeper,
    refused: options.refused ?? new Set(),
    withheld,
    overstated,
  })
  const { rows: linked, outcome } = applyDisclosure(collected, profile.disclosure, options, withheld)
  const rows = withoutHiddenLinks(linked, profile)
  const precision = coarsenPrecision(profile.precision, outcome.coarsen)
  const {
    rows: numbered,
    labels: pseudonyms,
    recordOf,
  } = numberRows(rows, options.seed, options.series ?? null)
  const { order = 'date', claimOrder = 'grade', selection } = options
  const whole: BriefContent = {
    format: BRIEF_FORMAT,
    version: BRIEF_VERSION,
    title: options.title,
    introduction: options.introduction?.trim() ?? '',
    language: options.language,
    layout,
    order,
    claimOrder,
    asOf,
    label: labelOfBriefs(profile),
    profile: {
      name: shippedNameOf(profile),
      version: profile.version,
      adapted: profile.basedOn !== undefined,
      ...precision,
      text: keepsTexts(profile) ? 'accepted' : 'clean-text',
      shows: shownFields(profile, precision, outcome.coarsen),
    },
    ...numbered,
    ...(order === 'as-chosen'
      ? { incidents: asChosen(numbered.incidents, recordOf, selection.incidents) }
      : {}),
    ...(claimOrder === 'as-chosen' ? { claims: asChosen(numbered.claims, recordOf, selection.claims) } : {}),
    ...briefStatistics(numbered, precision.date, outcome.isEnforced),
    notes: [...STANDING_NOTES],
  }
  const content = hasRows ? whole : countsOnly(whole)
  return {
    data: content as BriefData,
    withheld: withheld.counts(),
    withheldOf: withheld.records(),
    recordOf,
    profile: options.profile,
    texts: textsOf(rows, collected, keeper.texts),
    pseudonyms,
    overstated: hasRows ? overstated : [],
    titleOverstates: provedIn(whole.title, whole),
    introductionOverstates: provedIn(whole.introduction, whole),
    labels: ownLabels(log.terms, mentions),
    canaries,
    disclosure: outcome,
    records: recordIds(rows),
  }
}

/** Rows as the selection names their records; their numbers stay those of the seed. */
function asChosen<R extends { readonly id: string }>(
  rows: readonly R[],
  recordOf: ReadonlyMap<string, string>,
  chosen: readonly string[],
): R[] {
  const place = new Map(chosen.map((id, at) => [id, at]))
  const placeOf = ({ id }: R) => place.get(recordOf.get(id) ?? '') ?? 0
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b))
}

/**
 * Words of proof in the title or the introduction; they speak for all claims, so all must be established. Neither needs
 * a hedge.
 */
function provedIn(text: string, { language, claims }: BriefContent): string[] {
  if (claims.every((claim) => claim.status === 'established')) return []
  return overstatements(text, language, 'appears-established').flatMap(({ code, word }) =>
    code === 'asserted' ? [word] : [],
  )
}

/** Does the profile keep any text that a person has to read? */
function keepsTexts(profile: Profile): boolean {
  return KINDS.some((kind) => exportableFields(kind).some((path) => policyOf(profile, kind, path) === 'text'))
}

/** Texts of rows that were left out need not be read. */
function textsOf(rows: BriefRows, collected: BriefRows, texts: readonly KeptText[]): readonly KeptText[] {
  const kept = new Set(recordIds(rows))
  const gone = new Set(recordIds(collected).filter((id) => !kept.has(id)))
  return texts.filter(({ where }) => !gone.has(where.id))
}

function recordIds(rows: BriefRows): string[] {
  return [
    rows.incidents,
    rows.claims,
    rows.people,
    rows.sources,
    rows.organisations,
    rows.contacts,
    rows.actions,
  ]
    .flatMap((list) => list.map((row) => row.id))
    .sort()
}
