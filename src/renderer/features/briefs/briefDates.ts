/** Coarse dates and places of a brief in words of its language. Never sharper than what is stored. */
import type { BriefPlace } from '../../../core/redaction/briefData.ts'
import { placeInWords as joinPlace } from '../../../shared/briefWords/placeWords.ts'
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

/** "Chechen Republic, Russia"; what is shown of the place, or that nothing is. */
export function placeInWords(place: BriefPlace, words: BriefWords): string {
  const countries = new Intl.DisplayNames([briefLocale(words.language)], { type: 'region', fallback: 'code' })
  const country = (code: string) => countries.of(code) ?? code
  return joinPlace(place, words.say, country) ?? words.say('place.unknown')
}
