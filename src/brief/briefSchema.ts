/** The published JSON Schemas of what a brief leaves in, each made from the one description in Zod. */
import { z } from 'zod'
import { BRIEF_VERSION, briefDataSchema } from '../core/redaction/briefData.ts'
import { claimReviewsSchema, REVIEWS_VERSION } from './exports/claimReviews.ts'
import { PLACES_VERSION, placesGeoJsonSchema } from './exports/placesGeoJson.ts'

/** Draft 2020-12. The text in docs/format/brief-v1.schema.json is this, indented by two spaces. */
export function briefJsonSchema(): Record<string, unknown> {
  return published(briefDataSchema, 'brief-v1', {
    title: 'Daybook brief',
    description:
      'A redacted brief. Ids are local to the file; null is withheld or not known; counts are of records.',
    $comment: `Version ${BRIEF_VERSION}`,
  })
}

/** In docs/format/brief-places-v1.schema.json. */
export function placesJsonSchema(): Record<string, unknown> {
  return published(placesGeoJsonSchema, 'brief-places-v1', {
    title: 'Places of a Daybook brief',
    description: 'GeoJSON of the incidents of a brief: areas, never points; null where only a name is known.',
    $comment: `Version ${PLACES_VERSION}`,
  })
}

/** In docs/format/brief-reviews-v1.schema.json. */
export function reviewsJsonSchema(): Record<string, unknown> {
  return published(claimReviewsSchema, 'brief-reviews-v1', {
    title: 'Claims of a Daybook brief',
    description:
      'The claims of a brief in the shape of ClaimReview, rated from 1 (false) to 5 (established).',
    $comment: `Version ${REVIEWS_VERSION}`,
  })
}

interface Heading {
  readonly title: string
  readonly description: string
  readonly $comment: string
}

function published(form: z.ZodType, name: string, heading: Heading): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(form, { target: 'draft-2020-12' })
  return { $schema, $id: `https://daybook.invalid/schema/${name}.json`, ...heading, ...schema }
}

const textOf = (schema: Record<string, unknown>): string => `${JSON.stringify(schema, null, 2)}\n`

/** The text of the published file of the JSON form. */
export function briefSchemaText(): string {
  return textOf(briefJsonSchema())
}

/** Name of each published file → its text. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return {
    'brief-v1.schema.json': briefSchemaText(),
    'brief-places-v1.schema.json': textOf(placesJsonSchema()),
    'brief-reviews-v1.schema.json': textOf(reviewsJsonSchema()),
  }
}
