/**
 * The place of an incident, resolved. A record keeps what was typed; here it becomes the division of the gazetteer, so
 * that two spellings fall into one row of a brief and the division is printed in the brief's own language.
 *
 * Only the country and the first-order division are read: what finer fields say must not show in what coarser ones
 * become (non-interference).
 */
import type { Place } from '../incident.ts'
import type { Gazetteer } from './Gazetteer.ts'
import type { PlaceLanguage } from './placeTable.ts'

export interface ResolvedPlace {
  /** ISO 3166-1 alpha-2, as the record says or as its division tells; null when neither does. */
  readonly country: string | null
  /** `RU-CE`, or `own:<id>` for a place of the log; null when the gazetteer does not know it or cannot tell which. */
  readonly admin1Code: string | null
  /** What was typed, trimmed; null when nothing was. */
  readonly admin1Name: string | null
}

export function resolvePlace(where: Place, gazetteer: Gazetteer): ResolvedPlace {
  const country = where.country ?? null
  const typed = where.admin1?.trim() || null
  const admin1Code = typed === null ? null : firstOrderOf(typed, where.country, gazetteer)
  return {
    country: country ?? (admin1Code === null ? null : gazetteer.atLevel(admin1Code, 'country')),
    admin1Code,
    admin1Name: typed,
  }
}

/**
 * The one first-order division that is called so or holds what is called so. Without a country the name must be that
 * of no country either: "Georgia" may be both.
 */
function firstOrderOf(typed: string, country: string | undefined, gazetteer: Gazetteer): string | null {
  if (country === undefined && gazetteer.findPlace(typed, { levels: ['country'] }).length > 0) return null
  for (const level of ['admin1', 'admin2'] as const) {
    const found = new Set(
      gazetteer
        .findPlace(typed, { country, levels: [level] })
        .map((code) => gazetteer.atLevel(code, 'admin1')),
    )
    const [only] = found
    if (only !== undefined) return found.size === 1 ? only : null
  }
  return null
}

/** The name of a resolved division in a language: the gazetteer's, else what was typed; null when there is none. */
export function divisionName(
  place: ResolvedPlace,
  gazetteer: Gazetteer,
  language: PlaceLanguage,
): string | null {
  return place.admin1Code === null ? place.admin1Name : gazetteer.nameOf(place.admin1Code, language)
}

/**
 * Every name by which a brief may call the division of a place: those of the gazetteer in all languages, or what was
 * typed where the gazetteer does not know it. Which of its spellings was typed must not show.
 */
export function divisionNames(where: Place, gazetteer: Gazetteer): readonly string[] {
  const { admin1Code, admin1Name } = resolvePlace(where, gazetteer)
  if (admin1Name === null) return []
  return admin1Code === null ? [admin1Name] : gazetteer.allNames(admin1Code)
}

/** UN M49 code of the part of the world that a place lies in (`145`, Western Asia); null when the country is not known. */
export function regionOf(place: ResolvedPlace, gazetteer: Gazetteer): string | null {
  return place.country === null ? null : gazetteer.atLevel(place.country, 'subregion')
}
