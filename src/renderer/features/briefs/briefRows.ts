/**
 * Rows of the page preview in the words and the order of the finished brief. A test holds them equal to what the
 * PDF is set from.
 */
import { compareText } from '../../../core/compareText.ts'
import { edtfSortKey } from '../../../core/edtfSpan.ts'
import type {
  BriefClaim,
  BriefContent,
  BriefIncident,
  BriefPlace,
} from '../../../core/redaction/briefData.ts'
import { categoryInWords } from '../../../shared/briefWords/categoryWords.ts'
import { compareLocalIds, localIdList } from '../../../shared/briefWords/localIds.ts'
import { peopleInWords } from '../../../shared/briefWords/numberWords.ts'
import { pseudonymList } from '../../../shared/briefWords/personWords.ts'
import { regionList } from '../../../shared/briefWords/regionList.ts'
import { dateInWords, placeInWords } from './briefDates.ts'
import { briefLabel } from './briefVocabulary.ts'
import type { BriefWords } from './briefWords.ts'

/** The column of the incidents table is narrow. */
const MOST_CLAIMS = 6
const AFTER_ALL_DATES = 'Z'
const COUNTS = ['killed', 'injured', 'detained', 'missing'] as const

export interface PreviewIncident {
  readonly number: string
  readonly period: string
  readonly place: string
  readonly kinds: string
  readonly status: string
  /** One line for each kind of harm. */
  readonly people: readonly string[]
  readonly claims: string
}

/** Incidents in print order; those without a date come last, whichever way dates run. */
export function incidentsInOrder(
  { incidents, order }: Pick<BriefContent, 'incidents' | 'order'>,
  words: BriefWords,
): readonly BriefIncident[] {
  if (order === 'as-chosen') return incidents
  const sign = order === 'date' ? 1 : -1
  return incidents
    .map((incident) => ({
      incident,
      period: period(incident),
      place: placeInWords(incident.place, words),
    }))
    .sort(
      (a, b) =>
        Number(a.incident.when === null) - Number(b.incident.when === null) ||
        sign * compareText(a.period, b.period) ||
        compareText(a.place, b.place) ||
        compareLocalIds(a.incident.id, b.incident.id),
    )
    .map(({ incident }) => incident)
}

const period = ({ when }: BriefIncident): string =>
  (when === null ? null : edtfSortKey(when)) ?? AFTER_ALL_DATES

/** A row of the incidents table. */
export function previewIncident(incident: BriefIncident, words: BriefWords): PreviewIncident {
  const { say, coded, language } = words
  const kinds = incident.violationTypes.map(
    (code) => categoryInWords(code, say) ?? briefLabel('violation', code, language),
  )
  return {
    number: incident.id,
    period: dateInWords(incident.when, words),
    place: placeInWords(incident.place, words),
    kinds: kinds.join(say('list.separator')),
    status: coded('incidentStatus', incident.status),
    people: COUNTS.flatMap((name) => {
      const band = incident[name]
      return band === null ? [] : [say(`people.${name}`, { band: peopleInWords(band, say) })]
    }),
    claims: localIdList(incident.claims, say, MOST_CLAIMS),
  }
}

/** What stands under a claim: sources, grade, standard, day, links. */
export function claimFacts(
  claim: BriefClaim,
  { asOf, people }: Pick<BriefContent, 'asOf' | 'people'>,
  words: BriefWords,
): readonly string[] {
  const { say, coded } = words
  const against = say('claim.sourcesAgainst', { count: claim.independentSourcesAgainst })
  const grade = String(claim.credibility)
  return [
    say('claim.sourcesFor', { count: claim.independentSourcesFor }) + say('list.comma') + against,
    say('claim.credibility', { grade, words: coded('credibility', grade) }),
    claim.standardMet === 'none'
      ? say('claim.noStandard')
      : say('claim.standard', { standard: coded('standard', claim.standardMet) }),
    claim.asOf === null
      ? say('claim.notAssessedOn', { date: dateInWords(asOf, words) })
      : say('claim.asOf', { date: dateInWords(claim.asOf, words) }),
    ...(claim.about.length === 0 ? [] : [say('claim.about', { list: localIdList(claim.about, say) })]),
    ...(claim.people.length === 0
      ? []
      : [say('claim.people', { list: pseudonymList(claim.people, people, say) })]),
    ...(claim.sources.length === 0 ? [] : [say('claim.sources', { list: localIdList(claim.sources, say) })]),
  ]
}

/** Name and value of the head of the page. */
export function headFacts(data: BriefContent, words: BriefWords): readonly { name: string; value: string }[] {
  const { say } = words
  const nameOf = (place: BriefPlace) =>
    Object.values(place).some((name) => name !== null) ? placeInWords(place, words) : null
  const notGiven = say('head.notGiven')
  return [
    { name: say('head.period'), value: data.period === null ? notGiven : dateInWords(data.period, words) },
    {
      name: say('head.region'),
      value: regionList(data.places, nameOf, say) ?? notGiven,
    },
    { name: say('head.asOf'), value: dateInWords(data.asOf, words) },
    { name: say('head.profile'), value: profileName(data.profile, words) },
  ]
}

function profileName({ name, adapted }: BriefContent['profile'], { say, coded }: BriefWords): string {
  const profile = coded('profile', name)
  return adapted ? say('profile.adapted', { profile }) : profile
}
