/**
 * Place that the user adds: a town, a district or a division that the gazetteer lacks, or other names for one that it
 * has. It says how a place is called and what it lies in, never what happened there.
 */
import { z } from 'zod'
import { idSchema } from '../ids.ts'
import { baseShape, countrySchema, languageSchema, protectedLine } from '../recordBase.ts'
import { shippedPlaceCodeSchema } from './placeTable.ts'

export const OWN_PLACE_KINDS = ['town', 'admin2', 'admin1'] as const
export type OwnPlaceKind = (typeof OWN_PLACE_KINDS)[number]

export const ownPlaceSchema = z.strictObject({
  ...baseShape,
  name: protectedLine,
  /** What else it is called; `language` is the one the name belongs to. */
  otherNames: z
    .array(z.strictObject({ value: protectedLine, language: languageSchema.optional() }))
    .default([]),
  kind: z.enum(OWN_PLACE_KINDS),
  country: countrySchema,
  /** The place of the log that it lies in. */
  parent: idSchema.optional(),
  /** The division of the gazetteer that it lies in: `SY-HI`. */
  division: shippedPlaceCodeSchema.optional(),
  /** The place of the gazetteer that these are names of, where it is no other place. */
  sameAs: shippedPlaceCodeSchema.optional(),
})

export type OwnPlace = z.infer<typeof ownPlaceSchema>

/** `own:<id>`: beside the codes of the gazetteer, none of which has a colon. Never printed. */
export const ownPlaceCode = (id: string): string => `own:${id}`
