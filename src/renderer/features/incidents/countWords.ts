/** How many people, in words: never one number where a range is known. */

import type { Harm } from '../../../core/harms.ts'
import type { Incident } from '../../../core/incident.ts'
import type { Language } from '../../text.ts'

export type Count = NonNullable<Incident['counts']['killed']>

/** A value for each kind of harm. */
export function byHarm<T>(make: (harm: Harm) => T): Readonly<Record<Harm, T>> {
  return {
    killed: make('killed'),
    injured: make('injured'),
    detained: make('detained'),
    missing: make('missing'),
  }
}

/** "3 to 5, best estimate 4, as reported by X"; empty when no number is known. */
export function countWords({ low, best, high, reportedBy }: Count, { t, locale, comma }: Language): string {
  const number = new Intl.NumberFormat(locale)
  const range =
    low !== undefined && high !== undefined
      ? low === high
        ? number.format(low)
        : t('facts.count.range', { low, high })
      : low !== undefined
        ? t('facts.count.atLeast', { low })
        : high !== undefined
          ? t('facts.count.atMost', { high })
          : null
  const parts = [
    range,
    best === undefined || (best === low && best === high) ? null : t('facts.count.best', { best }),
    reportedBy === undefined ? null : t('facts.count.reportedBy', { who: reportedBy }),
  ]
  return parts.filter((part) => part !== null).join(comma)
}
