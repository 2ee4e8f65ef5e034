/** Incident: something said to have happened, at a time and a place (records.md, HURIDOCS "event"). */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import {
  baseShape,
  codeNote,
  codeOf,
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

/** Names one act inside its incident, so that a claim can be about it. */
export const actKeySchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/)

/** One thing done to one victim (MT4), how (MT5), on whose behalf (MT28), and how the victim was left (MT25). */
const actSchema = z.strictObject({
  key: actKeySchema.optional(),
  victim: idSchema.optional(),
  act: codeOf('violation-types'),
  actNote: codeNote,
  method: codeOf('methods').optional(),
  methodNote: codeNote,
  attribution: codeOf('attributions').optional(),
  attributionNote: codeNote,
  statusAtEnd: codeOf('end-statuses').optional(),
  statusAtEndNote: codeNote,
})

const involvementSchema = z.strictObject({
  who: idSchema,
  role: codeOf('involvement-roles'),
  roleNote: codeNote,
  degree: codeOf('involvement-degrees').optional(),
  degreeNote: codeNote,
})

const relatedSchema = z.strictObject({
  incident: idSchema,
  relation: codeOf('incident-relations'),
  relationNote: codeNote,
})

export const incidentSchema = z.strictObject({
  ...baseShape,
  title: protectedLine,
  summary: protectedText,
  when: edtfSchema,
  where: placeSchema,
  violationTypes: z.array(codeOf('violation-types')),
  violationTypesNote: codeNote,
  status: z.enum(INCIDENT_STATUSES),
  statusNote: codeNote,
  claims: z.array(idSchema).default([]),
  placeType: codeOf('place-types').optional(),
  placeTypeNote: codeNote,
  /** Groups the victims belonged to, or were taken to belong to. */
  victimGroups: z.array(codeOf('victim-groups')).default([]),
  victimGroupsNote: codeNote,
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
  rightsAffected: z.array(codeOf('rights')).default([]),
  rightsAffectedNote: codeNote,
  related: z.array(relatedSchema).default([]),
  duplicateOf: idSchema.optional(),
  possibleDuplicateOf: z.array(idSchema).default([]),
  /** Incidents that somebody has looked at and found to be others: never suggested again. Absent for none. */
  notDuplicateOf: z.array(idSchema).optional(),
  mergedInto: idSchema.optional(),
  sensitivity: z.array(codeOf('sensitivities')).default([]),
  sensitivityNote: codeNote,
  workStatus: z.enum(WORK_STATUSES).optional(),
})

export type Incident = z.infer<typeof incidentSchema>
export type Act = z.infer<typeof actSchema>
export type Place = z.infer<typeof placeSchema>
