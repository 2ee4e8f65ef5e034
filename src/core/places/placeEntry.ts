/** One place as the gazetteer holds it, made from a row of the shipped table or from a place of the log. */
import { type OwnPlace, ownPlaceCode } from './ownPlace.ts'
import { PLACE_LANGUAGES, type PlaceLanguage, type PlaceRow } from './placeTable.ts'

/** From the largest to the smallest. `region` is a continent and `subregion` its part, both of UN M49. */
export type PlaceLevel = 'world' | 'region' | 'subregion' | 'country' | 'admin1' | 'admin2' | 'town'

export interface PlaceEntry {
  readonly code: string
  readonly parent: string | null
  readonly level: PlaceLevel
  readonly names: Readonly<Partial<Record<PlaceLanguage, string>>>
  /** Every name, the first of them the one to show where a language has none. */
  readonly all: readonly string[]
  /** Codes by which it may be named as well. */
  readonly codes: readonly string[]
  /** Russian, where they are listed. */
  readonly adjectives: readonly string[]
}

/** @param parents the next larger place of every code of the table; null for the world. */
export function entryOfRow(row: PlaceRow, parents: ReadonlyMap<string, string | null>): PlaceEntry {
  const parent = row.in ?? null
  return {
    code: row.code,
    parent,
    level: levelOfRow(row.code, parent, parents),
    names: Object.fromEntries(
      PLACE_LANGUAGES.flatMap((language, i) => {
        const name = row.names[i]
        return name === null || name === undefined ? [] : [[language, name]]
      }),
    ),
    all: [...new Set([...row.names.filter((name) => name !== null), ...(row.also ?? [])])],
    codes: /^[A-Z]/.test(row.code) ? [row.code, ...(row.iso ?? [])] : [],
    adjectives: row.adjectives ?? [],
  }
}

function levelOfRow(
  code: string,
  parent: string | null,
  parents: ReadonlyMap<string, string | null>,
): PlaceLevel {
  if (parent === null) return 'world'
  if (/^\d/.test(code)) return parents.get(parent) === null ? 'region' : 'subregion'
  if (!code.includes('-')) return 'country'
  return parent.includes('-') ? 'admin2' : 'admin1'
}

/** Every name of a place of the log, the main one first. */
export const namesOfOwn = (place: OwnPlace): readonly string[] => [
  place.name,
  ...place.otherNames.map(({ value }) => value),
]

/** @param isKnown whether the shipped table has a code: what a place lies in may have been typed for another edition. */
export function entryOfOwn(
  place: OwnPlace,
  places: Readonly<Record<string, OwnPlace>>,
  isKnown: (code: string) => boolean,
): PlaceEntry {
  const { parent, division, country } = place
  const inLog = parent !== undefined && Object.hasOwn(places, parent) ? codeOfOwn(places, parent) : null
  const inTable = [division, country].find((code) => code !== undefined && isKnown(code)) ?? null
  return {
    code: ownPlaceCode(place.id),
    parent: inLog ?? inTable,
    level: place.kind,
    names: Object.fromEntries(
      place.otherNames.toReversed().flatMap(({ value, language }) => {
        const known = PLACE_LANGUAGES.find((each) => each === language?.split('-')[0]?.toLowerCase())
        return known === undefined ? [] : [[known, value]]
      }),
    ),
    all: [...new Set(namesOfOwn(place))],
    codes: [],
    adjectives: [],
  }
}

/** A place that only gives other names is the place that it names. */
function codeOfOwn(places: Readonly<Record<string, OwnPlace>>, id: string): string {
  return places[id]?.sameAs ?? ownPlaceCode(id)
}
