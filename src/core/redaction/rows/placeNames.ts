/** The names of an incident's place that a profile may show, and the place policy over them. */
import type { Incident, Place } from '../../incident.ts'
import type { Log } from '../../log.ts'
import type { Gazetteer } from '../../places/Gazetteer.ts'
import { divisionName, divisionNames, regionOf, resolvePlace } from '../../places/resolvePlace.ts'
import { coarsenPlace, type PlaceNames, showsLevel } from '../policies/place.ts'
import { isShown, type Profile } from '../profile.ts'
import { isReleasable } from '../select.ts'
import type { RowContext } from './rowContext.ts'

const FIELD_OF = {
  country: 'country',
  admin1: 'admin1',
  admin2: 'admin2',
  town: 'name',
  site: 'text',
} as const
type Level = keyof typeof FIELD_OF

function shows(level: Level, profile: Profile): boolean {
  return (
    showsLevel(level, profile.precision.place) && isShown(profile, 'incidents', `where.${FIELD_OF[level]}`)
  )
}

/**
 * The place of a row. Only what the profile shows is read at all: a country is not worked out from a division that may
 * not be shown, and a name that is somebody's is left out.
 */
export function placeOfRow({ id, where }: Incident, context: RowContext): PlaceNames {
  const { profile, gazetteer, language, mentions, withheld, keeper } = context
  const openName = (typed: string | null | undefined): string | null => {
    const name = typed?.trim()
    if (!name) return null
    if (!mentions(name, 'words')) return name
    withheld.add('field/mention')
    return null
  }
  const nameOf = (level: 'admin2' | 'town') =>
    shows(level, profile) ? openName(where[FIELD_OF[level]]) : null
  const shown = divisionOf(where, profile)
  const wider =
    gazetteer === null
      ? { region: null, country: shown.country ?? null, admin1: shown.admin1 ?? null }
      : fromGazetteer(shown, gazetteer, language)
  // The division's name in this language may be somebody's; then it takes the first of its names that is nobody's.
  const isNobodys = (name: string) => !mentions(name, 'words')
  const names = gazetteer === null ? [] : divisionNames(shown, gazetteer)
  const admin1 = wider.admin1 === null || isNobodys(wider.admin1) ? null : names.find(isNobodys)
  return coarsenPlace(
    {
      ...wider,
      admin1: openName(admin1 ?? wider.admin1),
      admin2: nameOf('admin2'),
      town: nameOf('town'),
      site: shows('site', profile)
        ? keeper.keep({ kind: 'incidents', id, field: 'where.text' }, where.text)
        : null,
    },
    profile.precision.place,
  )
}

/** Country and division as they were typed, where they may be shown; whose names they are is judged when they are resolved. */
function divisionOf({ country, admin1 }: Place, profile: Profile): Place {
  return {
    precision: 6,
    ...(country !== undefined && shows('country', profile) ? { country } : {}),
    ...(admin1 !== undefined && shows('admin1', profile) ? { admin1 } : {}),
  }
}

/** Region, country and the division's name in the brief's language, so that two spellings of one division are one. */
function fromGazetteer(
  shown: Place,
  gazetteer: Gazetteer,
  language: RowContext['language'],
): Pick<PlaceNames, 'region' | 'country' | 'admin1'> {
  const place = resolvePlace(shown, gazetteer)
  const region = regionOf(place, gazetteer)
  return {
    region: region === null ? null : gazetteer.nameOf(region, language),
    country: place.country,
    admin1: divisionName(place, gazetteer, language),
  }
}

/**
 * Names of places that the profile shows of any record it takes: a text that says one of them says no exact place. A
 * division is shown by all its names, so that a town that is called like it does not decide which of them is printed.
 */
export function publishedPlaceNames(
  log: Pick<Log, 'incidents'>,
  profile: Profile,
  gazetteer: Gazetteer | null,
): string[] {
  const levels = (['admin2', 'town'] as const).filter((level) => shows(level, profile))
  const open = Object.values(log.incidents).filter((incident) => isReleasable(incident, profile))
  const divisions = new Map(
    open.map(({ where }) => {
      const shown = divisionOf(where, profile)
      return [`${shown.country} ${shown.admin1}`, shown]
    }),
  )
  return [
    ...new Set([
      ...open.flatMap(({ where }) => levels.flatMap((level) => where[FIELD_OF[level]] ?? [])),
      ...[...divisions.values()].flatMap((shown) =>
        gazetteer === null ? (shown.admin1 ?? []) : divisionNames(shown, gazetteer),
      ),
    ]),
  ]
}
