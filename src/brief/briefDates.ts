/** Dates as a reader says them: "April–June 2017", not "2017-34". Never sharper than the EDTF text. */
import type { BriefLanguage } from '../core/redaction/briefData.ts'
import { edtfInWords } from '../shared/i18n/edtfWords.ts'
import { briefText, printLocale } from './briefText.ts'

/** An EDTF text in words; the text itself when it is not EDTF, "date not given" for null. */
export function dateInWords(text: string | null, language: BriefLanguage): string {
  const say = briefText(language)
  if (text === null) return say('date.unknown')
  // Day before month in English.
  const locale = language === 'en' ? 'en-GB-u-nu-latn' : printLocale(language)
  return edtfInWords(text, { locale, say, length: 'long', style: 'page' }) ?? text
}

/** A YYYY-MM-DD day in words. */
export function dayInWords(day: string, language: BriefLanguage): string {
  return dateInWords(day, language)
}
