/** Where a brief speaks of, in one line: its places, or the countries alone where places would fill the page. */
import type { BriefPlace } from '../../core/redaction/briefData.ts'
import type { BriefSay } from './briefSay.ts'

/** More are not read in a line. */
const MOST_LISTED = 8

/** Null when no place is shown. @param inWords a place as the page names it, null for one that is not shown. */
export function regionList(
  places: readonly BriefPlace[],
  inWords: (place: BriefPlace) => string | null,
  say: BriefSay,
): string | null {
  const named = (list: readonly BriefPlace[]) =>
    [...new Set(list.map(inWords))].filter((name) => name !== null)
  const all = named(places)
  const names = all.length > MOST_LISTED ? named(places.map(countryAlone)) : all
  if (names.length === 0) return null
  const list = names.slice(0, MOST_LISTED).join(say('list.separator'))
  const more = names.length - MOST_LISTED
  return more > 0 ? say('head.more', { list, count: String(more) }) : list
}

/** A region of the world stays: it names no country. */
const countryAlone = ({ region, country }: BriefPlace): BriefPlace => ({
  region,
  country,
  admin1: null,
  admin2: null,
  town: null,
  site: null,
})
