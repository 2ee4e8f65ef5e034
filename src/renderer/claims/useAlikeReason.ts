/** Why two incidents are alike, in words. */
import { useCallback } from 'react'
import type { SimilarityReason } from '../../core/similar/similarIncident.ts'
import { countryName } from '../placeWords.ts'
import { useLogView } from '../store.ts'
import { useLanguage } from '../text.ts'
import { visibleTurns } from '../visibleText.ts'
import { useTermLabel } from '../vocabularies.ts'
import { linkedRecord } from './linkedRecord.ts'
import { codeWords } from './neutralWords.ts'

/** The sentence for a reason, in the current language. */
export function useAlikeReason(): (reason: SimilarityReason) => string {
  const { t, comma, locale } = useLanguage()
  const termLabel = useTermLabel()
  const records = useLogView()
  return useCallback(
    ({ code, values }) => {
      const inWords = (value: string): string => {
        switch (code) {
          case 'same-kind':
          case 'related-kind':
            return codeWords('violationTypes', value, termLabel)
          case 'same-method':
            return termLabel('methods', value)
          case 'same-country':
            return countryName(value, locale)
          case 'same-district':
          case 'same-region':
          case 'same-tags':
            return visibleTurns(value)
          default:
            return visibleTurns(
              linkedRecord(records, value)?.title ?? codeWords('victimGroups', value, termLabel),
            )
        }
      }
      return t(`claims.alike.${code}`, { values: values.map(inWords).join(comma) })
    },
    [t, comma, termLabel, locale, records],
  )
}
