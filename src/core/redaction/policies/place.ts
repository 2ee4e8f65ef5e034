/**
 * Policy `place`: point → town → district → first-order division → country → region of the world → none (redaction.md).
 * Each step shows the names of its own level and of all above it, so a tighter step is a part of a looser one.
 */
import { type PlacePrecision, precisionStep } from '../precision.ts'

/** Names of one place from the widest to the finest; null where there is none or it may not be shown. */
export interface PlaceNames {
  /** A region of the world, by its name. */
  readonly region: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly admin1: string | null
  readonly admin2: string | null
  readonly town: string | null
  /** The place as it was reported. */
  readonly site: string | null
}

/** The precision from which on each level is shown. */
const SHOWN_FROM = {
  region: 'region',
  country: 'country',
  admin1: 'admin1',
  admin2: 'admin2',
  town: 'town',
  site: 'point',
} as const satisfies Record<keyof PlaceNames, PlacePrecision>

/** Is this level of a place shown at a precision? */
export function showsLevel(level: keyof PlaceNames, precision: PlacePrecision): boolean {
  return precisionStep('place', precision) >= precisionStep('place', SHOWN_FROM[level])
}

/** The same place with everything finer than the precision taken out. */
export function coarsenPlace(place: PlaceNames, precision: PlacePrecision): PlaceNames {
  const shown = (level: keyof PlaceNames) => (showsLevel(level, precision) ? place[level] : null)
  return {
    region: shown('region'),
    country: shown('country'),
    admin1: shown('admin1'),
    admin2: shown('admin2'),
    town: shown('town'),
    site: shown('site'),
  }
}
