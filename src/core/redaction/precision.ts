/**
 * How fine a brief may be, one ladder for each kind of value (redaction.md, "Policies"). Every ladder runs from the
 * tightest step to the loosest, and what a tighter step shows can be worked out from what a looser one shows. The order
 * is defined here alone.
 */
import { z } from 'zod'

export const DATE_PRECISIONS = ['none', 'year', 'quarter', 'month', 'day'] as const
/** `region` is a region of the world (UN M49); `point` is the place as it was reported. */
export const PLACE_PRECISIONS = ['none', 'region', 'country', 'admin1', 'admin2', 'town', 'point'] as const
/** Size of the grid cell in degrees. */
export const COORDINATE_PRECISIONS = ['none', '1', '0.5'] as const
/** Width of an age band in years. */
export const AGE_PRECISIONS = ['none', '20', '10'] as const
/** `wide`: 1–9, 10 and more; `banded`: 1–4, 5–9, 10–49, 50 and more; `rounded`: in steps of five. */
export const COUNT_PRECISIONS = ['none', 'wide', 'banded', 'rounded', 'exact'] as const
/** `group`: the chapter of the list of acts that a code belongs to. */
export const CATEGORY_PRECISIONS = ['none', 'group', 'exact'] as const

export const LADDERS = {
  date: DATE_PRECISIONS,
  place: PLACE_PRECISIONS,
  coordinates: COORDINATE_PRECISIONS,
  age: AGE_PRECISIONS,
  count: COUNT_PRECISIONS,
  category: CATEGORY_PRECISIONS,
} as const

export const precisionSchema = z.strictObject({
  date: z.enum(DATE_PRECISIONS),
  place: z.enum(PLACE_PRECISIONS),
  coordinates: z.enum(COORDINATE_PRECISIONS),
  age: z.enum(AGE_PRECISIONS),
  count: z.enum(COUNT_PRECISIONS),
  category: z.enum(CATEGORY_PRECISIONS),
})

export type Precision = Readonly<z.infer<typeof precisionSchema>>
export type PrecisionClass = keyof Precision
export type DatePrecision = Precision['date']
export type PlacePrecision = Precision['place']
export type CoordinatePrecision = Precision['coordinates']
export type AgePrecision = Precision['age']
export type CountPrecision = Precision['count']
export type CategoryPrecision = Precision['category']

/** Classes in a fixed order, for lists. */
export const PRECISION_CLASSES = ['date', 'place', 'coordinates', 'age', 'count', 'category'] as const

/** Step of a precision on its ladder, 0 for the tightest. */
export function precisionStep<C extends PrecisionClass>(of: C, precision: Precision[C]): number {
  const ladder: readonly string[] = LADDERS[of]
  return ladder.indexOf(precision)
}
