/**
 * The table of places that ships with Daybook (resources/gazetteer): parts of the world (UN M49), countries (ISO 3166-1)
 * and their divisions (ISO 3166-2), with their names. Who may read files loads it; core only knows its shape.
 */
import { z } from 'zod'
import { lineSchema } from '../recordBase.ts'

/** Languages of the names, in the order in which a row gives them. */
export const PLACE_LANGUAGES = ['en', 'ru', 'ar', 'es', 'fr'] as const
export type PlaceLanguage = (typeof PLACE_LANGUAGES)[number]

/** `145` part of the world, M49 · `SY` country · `SY-HI` division. */
export const shippedPlaceCodeSchema = z.string().regex(/^(?:\d{3}|[A-Z]{2}|[A-Z]{2}-[A-Z0-9]{1,3})$/)

const placeRowSchema = z.strictObject({
  code: shippedPlaceCodeSchema,
  /** The next larger place; absent for the world alone. */
  in: shippedPlaceCodeSchema.optional(),
  /** By {@link PLACE_LANGUAGES}; null where the language has no name of its own. English is always there. */
  names: z.tuple([
    lineSchema,
    lineSchema.nullable(),
    lineSchema.nullable(),
    lineSchema.nullable(),
    lineSchema.nullable(),
  ]),
  /** Other spellings and names, of any language. */
  also: z.array(lineSchema).optional(),
  /** Russian adjectives in the masculine singular: `сирийский`. */
  adjectives: z.array(lineSchema).optional(),
  /** Alpha-3 and numeric code of a country. */
  iso: z.tuple([z.string().regex(/^[A-Z]{3}$/), z.string().regex(/^\d{3}$/)]).optional(),
})

export const placeTableSchema = z.strictObject({ source: lineSchema, places: z.array(placeRowSchema).min(1) })

export type PlaceRow = Readonly<z.infer<typeof placeRowSchema>>
export type PlaceTable = z.infer<typeof placeTableSchema>

/** Reads the table's parsed JSON; throws a ZodError when it is not one. */
export function parsePlaceTable(untrusted: unknown): PlaceTable {
  return placeTableSchema.parse(untrusted)
}
