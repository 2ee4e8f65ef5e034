/** Coarse dates and places of a brief in words of its language. Never sharper than what is stored. */
import type { BriefIncident } from '../../../core/redaction/briefData.ts'
import { edtfInWords } from '../../../shared/i18n/edtfWords.ts'
import { type BriefWords, briefLocale } from './briefWords.ts'

/** An EDTF text in words; the text itself when it cannot be read; "date not given" for null. */
export function dateInWords(edtf: string | null, words: BriefWords): string {
  const { language, say } = words
  if (edtf === null) return say('date.unknown')
  // Day before month in English, as in the finished brief.
  const locale = language === 'en' ? 'en-GB-u-nu-latn' : briefLocale(language)
  return edtfInWords(edtf, { locale, say, length: 'long', style: 'page' }) ?? edtf
}

/** "Chechen Republic, Russia"; the country alone when the division is withheld. */
export function placeInWords(place: BriefIncident['place'], words: BriefWords): string {
  if (place.country === null) return place.admin1 ?? words.say('place.unknown')
  const country =
    new Intl.DisplayNames([briefLocale(words.language)], { type: 'region', fallback: 'code' }).of(
      place.country,
    ) ?? place.country
  return place.admin1 === null ? country : words.say('place.region', { admin1: place.admin1, country })
}
