/** Places of one country to offer while a name is typed: by any of their names, shown by the one in a language. */
import { foldPlace } from './foldPlace.ts'
import type { Gazetteer } from './Gazetteer.ts'
import type { PlaceLevel } from './placeEntry.ts'
import type { PlaceLanguage } from './placeTable.ts'

export interface SuggestedPlace {
  readonly code: string
  readonly name: string
}

/** Every place of that level in the country, sorted by name. @param country ISO 3166-1 alpha-2. */
export function placesIn(
  gazetteer: Gazetteer,
  country: string,
  level: PlaceLevel,
  language: PlaceLanguage,
): readonly SuggestedPlace[] {
  const collator = new Intl.Collator(language)
  return codesIn(gazetteer, country, level)
    .map((code) => ({ code, name: gazetteer.nameOf(code, language) ?? code }))
    .sort((a, b) => collator.compare(a.name, b.name))
}

/**
 * Those that are called so in any language: names that begin with what was typed first, then those that hold it. None
 * for blank text.
 */
export function suggestPlaces(
  gazetteer: Gazetteer,
  places: readonly SuggestedPlace[],
  typed: string,
): readonly SuggestedPlace[] {
  const key = foldPlace(typed)
  if (key === '') return []
  const leading: SuggestedPlace[] = []
  const others: SuggestedPlace[] = []
  for (const place of places) {
    const names = gazetteer.allNames(place.code).map(foldPlace)
    if (names.some((name) => name.startsWith(key))) leading.push(place)
    else if (names.some((name) => name.includes(key))) others.push(place)
  }
  return [...leading, ...others]
}

function codesIn(gazetteer: Gazetteer, outer: string, level: PlaceLevel): readonly string[] {
  return gazetteer
    .childrenOf(outer)
    .flatMap((code) => [
      ...(gazetteer.levelOf(code) === level ? [code] : []),
      ...codesIn(gazetteer, code, level),
    ])
}
