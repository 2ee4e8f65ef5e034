/** The stretch that a query ends with, in words; empty where it ends with something else. */
import { brushedDays } from '../../../core/views/whenBrush.ts'
import { dateWords } from '../../dateWords.ts'
import type { Language } from '../../text.ts'

export function brushedWords(query: string, language: Language): string {
  const days = brushedDays(query)
  return days === null ? '' : dateWords(days[0] === days[1] ? days[0] : days.join('/'), language)
}
