/** The words of the rows of the patterns. */
import { useMemo } from 'react'
import type { MessageKey } from '../../../shared/i18n/catalogue.ts'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { type KeyWords, useKeyWords } from '../views/keyWords.ts'
import type { Dimension } from './usePatterns.ts'

export const DIMENSION_NAMES = {
  month: 'patterns.by.month',
  year: 'patterns.by.year',
  season: 'patterns.by.season',
  place: 'patterns.by.place',
  violation: 'patterns.by.violation',
  victims: 'patterns.by.victims',
  perpetrator: 'patterns.by.perpetrator',
  sourceKind: 'patterns.by.sourceKind',
} as const satisfies Record<Dimension, MessageKey>

/** What a row of what has no code is called. */
export const NONE_NAMES = {
  month: 'timeline.row.undated',
  year: 'timeline.row.undated',
  season: 'timeline.row.undated',
  place: 'views.nothing.place',
  violation: 'views.nothing.violation',
  victims: 'views.nothing.victims',
  perpetrator: 'views.nothing.perpetrator',
  sourceKind: 'views.nothing.sourceKind',
} as const satisfies Record<Dimension, MessageKey>

/** What lies across several periods; nothing of other dimensions does. */
export const ACROSS_NAMES: Readonly<Partial<Record<Dimension, MessageKey>>> = {
  month: 'patterns.across.month',
  year: 'patterns.across.year',
  season: 'patterns.across.season',
}

/** The words of a key of a dimension. */
export type PatternWords = (dimension: Dimension, key: string) => string

export function usePatternWords(): PatternWords {
  const language = useLanguage()
  const keyWords: KeyWords = useKeyWords()
  return useMemo(() => {
    const month = new Intl.DateTimeFormat(language.locale, { month: 'long', timeZone: 'UTC' })
    const nameOf = (number: string) => month.format(Date.UTC(2001, Number(number) - 1, 1))
    return (dimension, key) => {
      if (dimension === 'month' || dimension === 'year') return dateWords(key, language)
      if (dimension !== 'season') return keyWords(dimension, key)
      const [from = '', to = ''] = key.split('-')
      return language.t('patterns.months', { from: nameOf(from), to: nameOf(to) })
    }
  }, [language, keyWords])
}
