/** Names of months in the languages of briefs and of their neighbours, as a folded text has them. */
import { BRIEF_LANGUAGES } from '../../core/redaction/briefData.ts'
import { printLocale } from '../briefText.ts'
import { foldForGate } from './canaryForms.ts'

/** Where months have other names than in the language of the brief: the Levant, the Maghreb, neighbours. */
const MORE_LOCALES = ['ar-SY', 'ar-DZ', 'de', 'tr', 'uk', 'pt', 'it', 'nl', 'pl', 'ka', 'hy']
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
]

let months: ReadonlyMap<string, number> | null = null

/** Of a folded word, in full or cut short, in whatever case; undefined for a word that is no month. */
export function monthNumber(word: string): number | undefined {
  months ??= monthNames()
  return months.get(word)
}

/** In the Levant four months have names of two words: joined, as {@link monthNumber} knows them. */
export const withMonthsOfOneWord = (folded: string): string =>
  folded.replace(/(تشرين|كانون) ((?:ال)?(?:اول|ثاني))/gu, '$1$2')

function monthNames(): Map<string, number> {
  const names = new Map<string, number>([['sept', 9]])
  for (const locale of [...BRIEF_LANGUAGES.map(printLocale), ...MORE_LOCALES]) {
    for (const form of FORMS) {
      const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC', calendar: 'gregory' })
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2000, month - 1, 1))
        const name = parts.find(({ type }) => type === 'month')?.value ?? ''
        names.set(withMonthsOfOneWord(foldForGate(name)).replace(/\.$/, ''), month)
      }
    }
  }
  return names
}
