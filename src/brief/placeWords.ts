/** Places in words: the country's name comes from CLDR, the rest as the brief names it. */
import type { BriefPlace } from '../core/redaction/briefData.ts'
import { placeInWords as joinPlace } from '../shared/briefWords/placeWords.ts'
import type { PageWords } from './briefPage.ts'
import { printLocale } from './briefText.ts'

/** "Chechnya, Russia"; null when nothing of the place is shown. */
export function placeInWords(place: BriefPlace, { say, language }: PageWords): string | null {
  return joinPlace(place, say, (code) => countryName(code, printLocale(language)))
}

/** The country's name in CLDR; the code itself when it is none. */
export function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  const names = namesByLocale.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region' })
  namesByLocale.set(locale, names)
  return names.of(code) ?? code
}

/** Each takes far longer to make than to ask. */
const namesByLocale = new Map<string, Intl.DisplayNames>()
