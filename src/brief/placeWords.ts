/** Places in words: the country's name comes from CLDR, the division as the log names it. */
import type { BriefIncident } from '../core/redaction/briefData.ts'
import type { PageWords } from './briefPage.ts'
import { printLocale } from './briefText.ts'

/** "Chechnya, Russia"; null when neither part is shown. */
export function placeInWords(place: BriefIncident['place'], { say, language }: PageWords): string | null {
  const country = place.country === null ? null : countryName(place.country, printLocale(language))
  if (place.admin1 === null) return country
  return country === null ? place.admin1 : say('place.region', { admin1: place.admin1, country })
}

/** The country's name in CLDR; the code itself when it is none. */
export function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
}
