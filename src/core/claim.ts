/**
 * Claim: one checkable sentence about the world with its own grade, evidence and history (records.md). Its past
 * is append-only; the state on any day is replayed from the days assessments speak of.
 */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { actKeySchema } from './incident.ts'
import {
  accessPointSchema,
  baseShape,
  codeNote,
  codeOf,
  codeSchema,
  countSchema,
  edtfSchema,
  identityLine,
  isPrintable,
  lineSchema,
  protectedLine,
  protectedText,
} from './recordBase.ts'
import { CLAIM_KINDS, CLAIM_STATUSES, CONFIDENCES, STANDARDS } from './vocabularyCodes.ts'

export const credibilitySchema = z.literal([1, 2, 3, 4, 5, 6])

/**
 * What a claim speaks of: a record, one act of an incident, or one field (a dotted path, such as `placeType`). For a
 * disputed label `value` is the code that the claim gives the field, while the record keeps the neutral one.
 */
const aboutObject = z.strictObject({
  id: idSchema,
  act: actKeySchema.optional(),
  field: lineSchema.optional(),
  value: codeSchema.optional(),
})
const aboutSchema = z.union([aboutObject, idSchema.transform((id): z.infer<typeof aboutObject> => ({ id }))])

const evidenceLinkObject = z.strictObject({
  item: idSchema,
  accessPoint: accessPointSchema.optional(),
  quote: protectedText.optional(),
  connection: codeOf('connections').optional(),
  connectionNote: codeNote,
  note: protectedText.optional(),
})
const evidenceLinkSchema = z.union([
  evidenceLinkObject,
  idSchema.transform((item): z.infer<typeof evidenceLinkObject> => ({ item })),
])

/** The day an assessment speaks for, as YYYY-MM-DD. */
export const daySchema = z.iso.date()

export const assessmentSchema = z.strictObject({
  when: daySchema,
  from: z.enum(CLAIM_STATUSES),
  to: z.enum(CLAIM_STATUSES),
  fromCredibility: credibilitySchema.optional(),
  credibility: credibilitySchema.optional(),
  standardMet: z.enum(STANDARDS).optional(),
  reason: protectedLine,
  knownThen: protectedText.optional(),
})

export const claimSchema = z.strictObject({
  ...baseShape,
  statement: protectedLine,
  kind: z.enum(CLAIM_KINDS),
  kindNote: codeNote,
  status: z.enum(CLAIM_STATUSES),
  credibility: credibilitySchema,
  about: z.array(aboutSchema).default([]),
  madeBy: identityLine.optional(),
  madeOn: edtfSchema.optional(),
  value: z.strictObject({ ...countSchema.shape, unit: codeOf('count-units').optional() }).optional(),
  evidenceFor: z.array(evidenceLinkSchema).default([]),
  evidenceAgainst: z.array(evidenceLinkSchema).default([]),
  standardMet: z.enum(STANDARDS).default('none'),
  confidence: z.enum(CONFIDENCES).optional(),
  confidenceNote: codeNote,
  safeWording: z.string().trim().max(2_000).refine(isPrintable).optional(),
  nextStep: protectedText.optional(),
  reviewBy: edtfSchema.optional(),
  assessments: z.array(assessmentSchema).default([]),
  asOf: daySchema.optional(),
  /** The later, better claim that a superseded one gave way to. */
  supersededBy: idSchema.optional(),
})

export type Claim = z.infer<typeof claimSchema>
export type Assessment = z.infer<typeof assessmentSchema>
