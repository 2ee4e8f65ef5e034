/** The codes that pictures count incidents by. */
import type { Incident } from '../incident.ts'
import type { Gazetteer } from '../places/Gazetteer.ts'
import { resolvePlace } from '../places/resolvePlace.ts'

type Of<F extends keyof Incident> = (incident: Pick<Incident, F>) => readonly string[]

export const violationsOf: Of<'violationTypes'> = ({ violationTypes }) => violationTypes
export const victimGroupsOf: Of<'victimGroups'> = ({ victimGroups }) => victimGroups

const NOBODY: readonly string[] = []

/** Ids of the persons and organisations that are involved as perpetrators. */
export const perpetratorsOf: Of<'involvements'> = ({ involvements }) =>
  involvements.length === 0
    ? NOBODY
    : involvements.flatMap(({ who, role }) => (role === 'perpetrator' ? [who] : []))

const STATUSES = new Map<string, readonly string[]>()
export const statusOf: Of<'status'> = ({ status }) => {
  let codes = STATUSES.get(status)
  if (codes === undefined) {
    codes = [status]
    STATUSES.set(status, codes)
  }
  return codes
}

/**
 * The place an incident is counted under: the first-order division (`RU-CE`) however it was spelled, the country where no
 * division is given, and a division that the gazetteer does not know as it was typed ({@link typedPlace}).
 */
export function placesOf(gazetteer: Gazetteer): Of<'where'> {
  // Many incidents are of one region: each is resolved once.
  const known = new Map<string, Map<string, readonly string[]>>()
  return ({ where }) => {
    const { country = '', admin1 = '' } = where
    let ofCountry = known.get(country)
    if (ofCountry === undefined) {
      ofCountry = new Map()
      known.set(country, ofCountry)
    }
    let codes = ofCountry.get(admin1)
    if (codes === undefined) {
      const place = resolvePlace(where, gazetteer)
      const typed = place.admin1Name === null ? null : typedPlace(place.country, place.admin1Name)
      const code = place.admin1Code ?? typed ?? place.country
      codes = code === null ? NOBODY : [code]
      ofCountry.set(admin1, codes)
    }
    return codes
  }
}

const TYPED = '\u0001'

/** The key of a division that the gazetteer does not know. */
const typedPlace = (country: string | null, name: string): string => `${TYPED}${country ?? ''}${TYPED}${name}`

/** What a key of a place stands for, if it is one that was typed. */
export function readTypedPlace(
  key: string,
): { readonly country: string | null; readonly name: string } | null {
  if (!key.startsWith(TYPED)) return null
  const [, country = '', name = ''] = key.split(TYPED)
  return { country: country === '' ? null : country, name }
}
