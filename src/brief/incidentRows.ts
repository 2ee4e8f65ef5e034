/**
 * The incidents table in the order the brief asks for: by period, then place, from the first or from the last, or as
 * the rows stand. Equal rows are told apart by their number in this brief alone.
 */
import { compareText } from '../core/compareText.ts'
import { edtfSortKey } from '../core/edtfSpan.ts'
import type { BriefData, BriefIncident } from '../core/redaction/briefData.ts'
import { compareLocalIds, localIdList } from '../shared/briefWords/localIds.ts'
import { peopleInWords } from '../shared/briefWords/numberWords.ts'
import { dateInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'
import type { BriefText } from './briefText.ts'
import { placeInWords } from './placeWords.ts'

/** One row of the table, in the order of {@link incidentColumns}. */
export interface IncidentRow {
  readonly number: string
  readonly period: string
  readonly place: string
  readonly kinds: string
  readonly status: string
  /** One line per kind of harm. */
  readonly people: readonly string[]
  readonly claims: string
}

/** Column headings, in the order of the fields of {@link IncidentRow}. */
export function incidentColumns(say: BriefText): string[] {
  return [
    say('column.number'),
    say('column.period'),
    say('column.place'),
    say('column.kinds'),
    say('column.status'),
    say('column.people'),
    say('column.claims'),
  ]
}

/** More do not fit the narrow column; each claim lists its incidents too. */
const MOST_CLAIMS = 6

/** Rows in print order. */
export function incidentRows(data: BriefData, words: PageWords): IncidentRow[] {
  return incidentsInOrder(data, words).map((incident) => incidentRow(incident, words))
}

/** Incidents in print order; those without a date come last, whichever way dates run. */
export function incidentsInOrder(
  { incidents, order }: Pick<BriefData, 'incidents' | 'order'>,
  words: PageWords,
): readonly BriefIncident[] {
  if (order === 'as-chosen') return incidents
  const sign = order === 'date' ? 1 : -1
  return incidents
    .map((incident) => ({
      incident,
      period: period(incident),
      place: placeInWords(incident.place, words) ?? words.say('place.unknown'),
    }))
    .sort(
      (a, b) =>
        (a.incident.when === null ? 1 : 0) - (b.incident.when === null ? 1 : 0) ||
        sign * compareText(a.period, b.period) ||
        compareText(a.place, b.place) ||
        compareLocalIds(a.incident.id, b.incident.id),
    )
    .map(({ incident }) => incident)
}

const AFTER_ALL_DATES = 'Z'

/** Earliest day, then latest; undated rows come last. */
function period({ when }: BriefIncident): string {
  return (when === null ? null : edtfSortKey(when)) ?? AFTER_ALL_DATES
}

/** One row of the table. */
export function incidentRow(incident: BriefIncident, words: PageWords): IncidentRow {
  const { say, language, label } = words
  return {
    number: incident.id,
    period: dateInWords(incident.when, language),
    place: placeInWords(incident.place, words) ?? say('place.unknown'),
    kinds: incident.violationTypes.map(label).join(say('list.separator')),
    status: say(`incidentStatus.${incident.status}`),
    people: affectedPeople(incident, say),
    claims: localIdList(incident.claims, say, MOST_CLAIMS),
  }
}

/** "killed: 5–9", one for each kind of harm that is shown. */
export function affectedPeople(incident: BriefIncident, say: BriefText): string[] {
  return (['killed', 'injured', 'detained', 'missing'] as const).flatMap((what) => {
    const band = incident[what]
    return band === null ? [] : [say(`people.${what}`, { band: peopleInWords(band, say) })]
  })
}
