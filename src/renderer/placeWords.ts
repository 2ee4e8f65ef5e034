/** A place in words: as reported where there is a report, else from its parts, finest first. */
import type { Place } from '../core/incident.ts'

const namesByLocale = new Map<string, Intl.DisplayNames>()

/** The name of a country (ISO 3166-1 alpha-2) in a language; the code itself when it has none. */
export function countryName(code: string, locale: string): string {
  let names = namesByLocale.get(locale)
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
    namesByLocale.set(locale, names)
  }
  return names.of(code) ?? code
}

/** One line; empty when nothing is known of the place. */
export function placeWords(place: Place, locale: string): string {
  if (place.text) return place.text
  const country = place.country === undefined ? undefined : countryName(place.country, locale)
  const comma = locale.startsWith('ar') ? '، ' : ', '
  return [place.name, place.admin2, place.admin1, country].filter(Boolean).join(comma)
}
