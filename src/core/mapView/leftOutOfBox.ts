/** What a part of the map leaves out because nobody knows whether it lies there: counted, not dropped. */
import { type DrawnPlace, isAtCoordinates, mapPlace } from './mapPlace.ts'

export interface LeftOutOfBox {
  /** Known to a country and no finer. */
  readonly country: number
  /** Not even that: no place is known, or it is at sea without coordinates. */
  readonly unknown: number
}

export function leftOutOfBox(places: readonly DrawnPlace[]): LeftOutOfBox {
  const out = places.filter((place) => !isAtCoordinates(place))
  // An outline is no matter here: one that lacks the country leaves it known.
  const country = out.filter((place) => mapPlace(place, () => true).as === 'country').length
  return { country, unknown: out.length - country }
}
