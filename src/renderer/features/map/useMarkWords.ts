/** What a mark of the map is, in a sentence: the picture says it by shape and number. */
import { useCallback } from 'react'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { dateWords } from '../../dateWords.ts'
import { placeWords } from '../../placeWords.ts'
import { type Language, useLanguage } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import type { Cluster } from './mapMarks.ts'

/** For one record its title, day and place, for several how many they are; and how exactly their place is known. */
export function useMarkWords(rows: readonly IncidentRow[]): (cluster: Cluster) => string {
  const words = useLanguage()
  return useCallback(
    ({ count, precision, row }) => {
      const { t } = words
      const incident = count > 1 ? undefined : rows[row]
      const mark = incident === undefined ? t('table.groups.count', { count }) : recordWords(incident, words)
      const key = `precision.${precision}`
      return isMessageKey(key) ? t('map.mark.precision', { mark, precision: t(key) }) : mark
    },
    [rows, words],
  )
}

function recordWords({ title, when, where }: IncidentRow, words: Language): string {
  return [visibleTurns(title), dateWords(when, words), placeWords(where, words.locale)]
    .filter((part) => part !== '')
    .join(words.comma)
}
