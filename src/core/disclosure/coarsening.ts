/**
 * Steps of one brief that are tighter than its profile, dimension by dimension. A step says the most that is shown;
 * where the profile shows less already, it changes nothing.
 */
import { z } from 'zod'
import { type Precision, type PrecisionClass, precisionStep } from '../redaction/precision.ts'

/** From the finest to the coarsest; what a profile shows may stand before the first. */
export const COARSENING_STEPS = {
  date: ['month', 'quarter', 'year', 'none'],
  place: ['town', 'admin2', 'admin1', 'country', 'region', 'none'],
  count: ['rounded', 'banded', 'wide', 'none'],
  category: ['group', 'none'],
  age: ['20', 'none'],
  people: ['none'],
} as const
export type CoarseningDimension = keyof typeof COARSENING_STEPS
export const COARSENING_DIMENSIONS = Object.keys(COARSENING_STEPS) as CoarseningDimension[]

export const coarseningSchema = z.strictObject({
  date: z.enum(COARSENING_STEPS.date).optional(),
  place: z.enum(COARSENING_STEPS.place).optional(),
  count: z.enum(COARSENING_STEPS.count).optional(),
  category: z.enum(COARSENING_STEPS.category).optional(),
  age: z.enum(COARSENING_STEPS.age).optional(),
  /** none: no rows of people at all. */
  people: z.enum(COARSENING_STEPS.people).optional(),
})
export type Coarsening = z.infer<typeof coarseningSchema>

/**
 * How fine a brief is: the profile's precision, or the step where that is tighter. Every step of place takes the grid
 * cells away, which are finer than any.
 */
export function coarsenPrecision(precision: Precision, coarsening: Coarsening): Precision {
  return {
    date: tighter('date', precision.date, coarsening.date),
    place: tighter('place', precision.place, coarsening.place),
    coordinates: coarsening.place === undefined ? precision.coordinates : 'none',
    age: tighter('age', precision.age, coarsening.age),
    count: tighter('count', precision.count, coarsening.count),
    category: tighter('category', precision.category, coarsening.category),
  }
}

function tighter<C extends PrecisionClass>(
  of: C,
  precision: Precision[C],
  step: Precision[C] | undefined,
): Precision[C] {
  return step === undefined || precisionStep(of, precision) <= precisionStep(of, step) ? precision : step
}
