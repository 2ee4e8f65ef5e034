/** The forms of JSON that Daybook writes, by what they call themselves; each is held to its schema and canonical form. */
import type { z } from 'zod'
import { BRIEF_FORMAT, briefDataSchema } from '../../core/redaction/briefData.ts'
import { claimReviewsSchema, REVIEWS_FORMAT } from '../exports/claimReviews.ts'
import { PLACES_FORMAT, placesGeoJsonSchema } from '../exports/placesGeoJson.ts'

const FORMS: Readonly<Record<string, z.ZodType>> = {
  [BRIEF_FORMAT]: briefDataSchema,
  [PLACES_FORMAT]: placesGeoJsonSchema,
  [REVIEWS_FORMAT]: claimReviewsSchema,
}

/** The schema of the form that a file says it is of; null for other people's JSON. */
export function ownJsonForm(untrusted: unknown): z.ZodType | null {
  if (typeof untrusted !== 'object' || untrusted === null || !('format' in untrusted)) return null
  const { format } = untrusted
  return typeof format === 'string' && Object.hasOwn(FORMS, format) ? (FORMS[format] ?? null) : null
}
