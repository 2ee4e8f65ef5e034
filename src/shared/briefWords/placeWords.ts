/** A place of a brief from the finest name that is shown to the country; the region of the world stands for no country. */
import type { BriefPlace } from '../../core/redaction/briefData.ts'
import type { BriefSay } from './briefSay.ts'

/** "Chechnya, Russia"; null when nothing of the place is shown. `countryName` knows ISO codes in the brief's language. */
export function placeInWords(
  { site, town, admin2, admin1, country, region }: BriefPlace,
  say: BriefSay,
  countryName: (code: string) => string,
): string | null {
  const widest = country === null ? region : countryName(country)
  const parts = [site, town, admin2, admin1, widest].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(say('list.comma'))
}
