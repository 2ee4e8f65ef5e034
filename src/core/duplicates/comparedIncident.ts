/** What of an incident tells whether another record is of the same one, read once and kept as numbers. */
import { edtfSpan } from '../edtfSpan.ts'
import { foldText } from '../foldText.ts'
import type { Incident } from '../incident.ts'
import { headingOf } from '../similar/incidentTraits.ts'
import type { WordKeys } from './wordKeys.ts'

export type DuplicateCandidate = Pick<
  Incident,
  | 'id'
  | 'title'
  | 'summary'
  | 'when'
  | 'where'
  | 'violationTypes'
  | 'acts'
  | 'involvements'
  | 'counts'
  | 'mergedInto'
  | 'duplicateOf'
>

/** Days since 1970-01-01, inclusive. */
export interface DayRange {
  readonly from: number
  readonly to: number
}

export interface ComparedIncident {
  readonly id: string
  /** Null when an end is open or not known. */
  readonly days: DayRange | null
  readonly point: { readonly lat: number; readonly lon: number } | null
  /** As in `Place`: 1 exact … 7. */
  readonly precision: number
  readonly country: string | null
  /** Folded. */
  readonly admin1: string | null
  /** Numbers of the word keys of the place's name, its district and its text, in order. */
  readonly placeWords: Uint32Array
  /** People and organisations that took part, by id. */
  readonly persons: ReadonlySet<string>
  /** Headings of what was done. */
  readonly headings: ReadonlySet<string>
  /** Best figures by name, where told. */
  readonly figures: ReadonlyMap<FigureName, number>
  /** Numbers of the word keys of title and summary less those of the place, in order. */
  readonly words: Uint32Array
}

export const FIGURES = ['killed', 'injured', 'detained', 'missing'] as const
export type FigureName = (typeof FIGURES)[number]

/** What stands later in a summary is detail that one record tells and another does not. */
const MOST_LETTERS = 240
const MS_PER_DAY = 86_400_000

/** Reads an incident; those that are compared have their words from the same `keys`. */
export function compared(incident: DuplicateCandidate, keys: WordKeys): ComparedIncident {
  const { id, title, summary, when, where, violationTypes, acts, involvements, counts } = incident
  const { name, admin1, admin2, text, country, lat, lon, precision } = where
  const placeWords = keys.of([name, admin2, text].filter((each) => each !== undefined).join(' '))
  const words = keys.of(`${title} ${summary.slice(0, MOST_LETTERS)}`)
  const persons = [...involvements.map((each) => each.who), ...acts.flatMap((act) => act.victim ?? [])]
  return {
    id,
    days: dayRange(when),
    point: lat === undefined || lon === undefined ? null : { lat, lon },
    precision,
    country: country ?? null,
    admin1: admin1 === undefined ? null : foldText(admin1),
    placeWords,
    persons: new Set(persons),
    headings: new Set([...violationTypes, ...acts.map((act) => act.act)].map(headingOf)),
    figures: new Map(
      FIGURES.flatMap((figure) => {
        const count = counts[figure]
        const best = count?.best ?? count?.low ?? count?.high
        return best === undefined ? [] : [[figure, best] as const]
      }),
    ),
    words: words.filter((word) => !placeWords.includes(word)),
  }
}

function dayRange(when: string): DayRange | null {
  const span = edtfSpan(when)
  if (span === null || span.earliest === null || span.latest === null) return null
  const [from, to] = [dayNumber(span.earliest), dayNumber(span.latest)]
  return from === null || to === null ? null : { from, to }
}

/** Null for days before the year 0 and after 9999, which no two reports of one incident disagree about. */
function dayNumber(day: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (match === null) return null
  return Math.floor(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY)
}
