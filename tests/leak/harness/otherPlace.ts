/** Another place that a brief shows in the same words: finer divisions, names and coordinates are made up. */
import type { Incident } from '../../../src/core/incident.ts'
import type { Random } from '../../support/vault/random.ts'
import { madeUpName } from './madeUpTexts.ts'
import type { ShownValues } from './shownValues.ts'

type Place = Incident['where']

const COUNTRIES = ['RU', 'ML', 'SY', 'UA', 'GE', 'TR'] as const
const TRIES = 25

/** Other values of the fields that are there and are coarsened; those for which none was found that looks the same stay as they are. */
export function otherPlace(
  place: Place,
  shown: Pick<ShownValues, 'place' | 'divisionNames'>,
  isCoarsened: (field: string) => boolean,
  random: Random,
): Partial<Place> {
  const wanted = shown.place(place)
  const found: Partial<Place> = {}
  const attempt = (field: keyof Place, change: () => Partial<Place>) => {
    if (place[field] === undefined || !isCoarsened(field)) return
    for (let tried = 0; tried < TRIES; tried += 1) {
      const changed = change()
      if (shown.place({ ...place, ...changed }) === wanted) return void Object.assign(found, changed)
    }
  }
  attempt('name', () => ({ name: madeUpName(random) }))
  attempt('admin2', () => ({ admin2: madeUpName(random) }))
  const spellings = shown.divisionNames(place)
  attempt('admin1', () => ({
    admin1: spellings.length > 0 && random.chance(0.7) ? random.pick(spellings) : madeUpName(random),
  }))
  attempt('country', () => ({ country: random.pick(COUNTRIES) }))
  const { lat, lon } = place
  if (lat !== undefined && lon !== undefined) {
    attempt('lat', () => ({ lat: near(lat, 90, random), lon: near(lon, 180, random) }))
  }
  return found
}

/** Often in the same cell of a grid, sometimes elsewhere. */
function near(degrees: number, most: number, random: Random): number {
  const at = random.chance(0.7) ? degrees + (random.next() - 0.5) * 0.8 : (random.next() - 0.5) * 2 * most
  return Math.max(-most, Math.min(most, Math.round(at * 1e6) / 1e6))
}
