/** `box:west,south,east,north` in degrees: what a map draws at coordinates between these lines. */
import { isAtCoordinates } from '../mapView/mapPlace.ts'
import { aboutIncidents } from './aboutIncidents.ts'
import { type Fail, fieldsOf, type Query, type QueryWorld } from './queryWorld.ts'

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const DEGREES = /^[+-]?\d{1,3}(?:\.\d{1,9})?$/

/** @param values the four of them; a box may go over the date line, its west then lying east of its east. */
export function boxTerm(values: readonly string[], { log }: QueryWorld, fail: Fail): Query {
  const box = readBox(values) ?? fail('query/box-unreadable', values.join(','))
  return aboutIncidents(log, (record) => {
    const { where } = fieldsOf(record)
    if (where === undefined) return false
    // Coordinates that stand for a whole country are no place in a box.
    return isAtCoordinates(where) && isInBox(where, box)
  })
}

/** Null when it is not four numbers of degrees in that order. */
export function readBox(values: readonly string[]): Box | null {
  if (values.length !== 4 || !values.every((value) => DEGREES.test(value))) return null
  const [west = 0, south = 0, east = 0, north = 0] = values.map(Number)
  const isOnEarth = [west, east].every((each) => Math.abs(each) <= 180) && south >= -90 && north <= 90
  return isOnEarth && south <= north ? { west, south, east, north } : null
}

export function isInBox({ lat, lon }: { readonly lat: number; readonly lon: number }, box: Box): boolean {
  if (lat < box.south || lat > box.north) return false
  return box.west <= box.east ? lon >= box.west && lon <= box.east : lon >= box.west || lon <= box.east
}

/** The term for a box, its lines moved outwards to the next hundredth of a degree. */
export function boxText({ west, south, east, north }: Box): string {
  const down = (degrees: number) => Math.floor(degrees * 100) / 100
  const up = (degrees: number) => Math.ceil(degrees * 100) / 100
  return `box:${[down(west), down(south), up(east), up(north)].join(',')}`
}
