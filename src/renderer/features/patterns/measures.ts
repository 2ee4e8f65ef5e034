/** What the bars of the patterns stand for; never two things at once. */
import { HARMS, type Harm } from '../../../core/harms.ts'
import type { Tally } from '../../../core/views/breakdown.ts'
import type { PersonRange } from '../../../core/views/persons.ts'
import type { MessageKey } from '../../../shared/i18n/catalogue.ts'
import type { Language } from '../../text.ts'
import { countWords } from '../incidents/countWords.ts'

export const MEASURES = ['incidents', 'items', ...HARMS] as const
export type Measure = (typeof MEASURES)[number]

export const MEASURE_NAMES = {
  incidents: 'patterns.measure.incidents',
  items: 'patterns.measure.items',
  killed: 'patterns.measure.killed',
  injured: 'patterns.measure.injured',
  detained: 'patterns.measure.detained',
  missing: 'patterns.measure.missing',
} as const satisfies Record<Measure, MessageKey>

const isHarm = (measure: Measure): measure is Harm => HARMS.some((harm) => harm === measure)

/** A number of records is a range with both ends at one place. */
export function valueIn(tally: Tally, measure: Measure): PersonRange {
  if (isHarm(measure)) return tally.persons[measure]
  const count = tally[measure]
  return {
    low: count,
    best: count,
    isEstimated: true,
    high: count,
    isOpen: false,
    incidents: tally.incidents,
  }
}

/** The value in words: a number of records, or what is known of a number of people. */
export function valueWords(tally: Tally, measure: Measure, words: Language): string {
  if (isHarm(measure)) return personWords(tally.persons[measure], words)
  return new Intl.NumberFormat(words.locale).format(tally[measure])
}

/**
 * "12 to 20, best estimate 15", "at least 12"; that there is no figure, where no record gives one. A sum of which a part
 * is no estimate is none.
 */
export function personWords(range: PersonRange, words: Language): string {
  const { low, best, isEstimated, high, isOpen, incidents } = range
  if (incidents === 0) return words.t('patterns.noFigure')
  const upper = isOpen ? {} : { high }
  const estimate = isEstimated ? { best } : {}
  return countWords({ low, ...estimate, ...upper }, words)
}
