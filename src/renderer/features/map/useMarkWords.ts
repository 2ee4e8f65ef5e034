/** What a mark of the map is, in a sentence: the picture says it by shape and number. */
import { useCallback } from 'react'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { dateWords } from '../../dateWords.ts'
import { placeWords } from '../../placeWords.ts'
import { useLanguage } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import type { Cluster } from './mapMarks.ts'

/** For one record its title, day and place; for several how many they are and how exactly they are known. */
export function useMarkWords(rows: readonly IncidentRow[]): (cluster: Cluster) => string {
  const words = useLanguage()
  return useCallback(
    ({ count, precision, row }) => {
      const { t, comma, locale } = words
      const incident = rows[row]
      if (count > 1 || incident === undefined)
        return t(precision <= 1 ? 'map.mark.exact' : 'map.mark.areas', { count })
      return [
        visibleTurns(incident.title),
        dateWords(incident.when, words),
        placeWords(incident.where, locale),
      ]
        .filter((part) => part !== '')
        .join(comma)
    },
    [rows, words],
  )
}
