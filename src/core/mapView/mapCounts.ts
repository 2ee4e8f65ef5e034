/** What a map shows, in numbers, by country and way of drawing: the table beside it, and its total. Every record counts once. */
import type { DrawnPlace } from './mapPlace.ts'
import { mapPlace, UNPLACED, type Unplaced } from './mapPlace.ts'

export interface CountryCount {
  /** ISO 3166-1 alpha-2, as recorded; null where no country is. */
  readonly country: string | null
  /** Exact or near. */
  readonly points: number
  /** A district, a province, a part of a country, of the sea or the air. */
  readonly areas: number
  /** Known to the country alone. */
  readonly whole: number
  readonly total: number
}

export interface MapCounts {
  readonly total: number
  /** Drawn in some way. */
  readonly placed: number
  readonly unplaced: Readonly<Record<Unplaced, number>>
  /** Of what is drawn; most records first. */
  readonly byCountry: readonly CountryCount[]
}

type Counted = { -readonly [F in keyof CountryCount]: CountryCount[F] }

export function mapCounts(places: Iterable<DrawnPlace>, hasOutline: (country: string) => boolean): MapCounts {
  const unplaced = { 'no-place': 0, water: 0, 'no-outline': 0 }
  const known = new Map<string | null, Counted>()
  let total = 0
  for (const place of places) {
    total += 1
    const drawn = mapPlace(place, hasOutline)
    if (drawn.as === 'none') {
      unplaced[drawn.why] += 1
      continue
    }
    const country = place.country ?? null
    let count = known.get(country)
    if (count === undefined) {
      count = { country, points: 0, areas: 0, whole: 0, total: 0 }
      known.set(country, count)
    }
    count.total += 1
    if (drawn.as === 'point') count.points += 1
    else if (drawn.as === 'area') count.areas += 1
    else count.whole += 1
  }
  const byCountry = [...known.values()].sort(
    (a, b) => b.total - a.total || ((a.country ?? '') < (b.country ?? '') ? -1 : 1),
  )
  const lost = UNPLACED.reduce((sum, why) => sum + unplaced[why], 0)
  return { total, placed: total - lost, unplaced, byCountry }
}
