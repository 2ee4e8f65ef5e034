/** Incident: something said to have happened, at a time and a place (records.md, HURIDOCS "event"). */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import {
  baseShape,
  codeSchema,
  countrySchema,
  countSchema,
  edtfSchema,
  lineSchema,
  protectedLine,
  protectedText,
} from './recordBase.ts'
import { INCIDENT_STATUSES, WORK_STATUSES } from './vocabularyCodes.ts'

/** UCDP where_prec: 1 exact … 4 first-order division … 6 country, 7 water or airspace. */
export const placePrecisionSchema = z.int().min(1).max(7)

export const placeSchema = z
  .strictObject({
    text: protectedText.optional(),
    name: protectedLine.optional(),
    admin1: lineSchema.optional(),
    admin2: protectedLine.optional(),
    country: countrySchema.optional(),
    lat: z.number().min(-90).max(90).meta({ protected: 'number' }).optional(),
    lon: z.number().min(-180).max(180).meta({ protected: 'number' }).optional(),
    precision: placePrecisionSchema.default(6),
  })
  .refine((p) => (p.lat === undefined) === (p.lon === undefined), {
    params: { code: 'place/half-coordinates' },
  })

const actSchema = z.strictObject({
  victim: idSchema.optional(),
  act: codeSchema,
  method: codeSchema.optional(),
  attribution: codeSchema.optional(),
  statusAtEnd: codeSchema.optional(),
})

const involvementSchema = z.strictObject({
  who: idSchema,
  role: codeSchema,
  degree: codeSchema.optional(),
})

export const incidentSchema = z.strictObject({
  ...baseShape,
  title: protectedLine,
  summary: protectedText,
  when: edtfSchema,
  where: placeSchema,
  violationTypes: z.array(codeSchema),
  status: z.enum(INCIDENT_STATUSES),
  claims: z.array(idSchema).default([]),
  placeType: codeSchema.optional(),
  acts: z.array(actSchema).default([]),
  involvements: z.array(involvementSchema).default([]),
  counts: z
    .strictObject({
      killed: countSchema.optional(),
      injured: countSchema.optional(),
      detained: countSchema.optional(),
      missing: countSchema.optional(),
    })
    .default({}),
  rightsAffected: z.array(codeSchema).default([]),
  related: z.array(z.strictObject({ incident: idSchema, relation: codeSchema })).default([]),
  duplicateOf: idSchema.optional(),
  possibleDuplicateOf: z.array(idSchema).default([]),
  mergedInto: idSchema.optional(),
  sensitivity: z.array(codeSchema).default([]),
  workStatus: z.enum(WORK_STATUSES).optional(),
})

export type Incident = z.infer<typeof incidentSchema>
export type Place = z.infer<typeof placeSchema>
