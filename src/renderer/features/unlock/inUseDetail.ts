/** Who holds a log since when: the computer, or which program of this one, so that its window can be found. */
import type { AppError } from '../../../core/appError.ts'
import { momentWords } from '../../dateWords.ts'
import type { Language } from '../../text.ts'

/** Null when the refusal does not say. */
export function inUseDetail(fields: AppError['fields'], language: Language): string | null {
  if (typeof fields?.since !== 'string') return null
  const { t, locale } = language
  const since = momentWords(fields.since, language)
  const { host, thisComputer, pid, program } = fields
  if (thisComputer !== 'yes' && host !== undefined) return t('unlock.inUse.elsewhere', { since, host })
  if (typeof pid !== 'number') return t('unlock.inUse.here', { since })
  // A number to be found in a list of processes: without marks between its digits.
  const number = new Intl.NumberFormat(locale, { useGrouping: false }).format(pid)
  return program === 'command-line'
    ? t('opening.inUse.commandLine', { since, pid: number })
    : t('opening.inUse.window', { since, pid: number })
}
