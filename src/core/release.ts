/** Release: an entry of the ledger of what left. Kept inside the vault; never alters a brief's bytes (redaction.md). */
import { z } from 'zod'
import { daySchema } from './claim.ts'
import { idSchema } from './ids.ts'
import { baseShape, instantSchema, lineSchema } from './recordBase.ts'
import { CONSENT_PURPOSES, CONSENT_STATES } from './vocabularyCodes.ts'

export const releaseSchema = z.strictObject({
  ...baseShape,
  at: instantSchema,
  profile: lineSchema,
  layout: lineSchema,
  language: lineSchema,
  title: lineSchema,
  seed: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ protected: 'id' }),
  asOf: daySchema,
  records: z.array(idSchema),
  recipient: idSchema.optional(),
  files: z.array(
    z.strictObject({ form: z.enum(['pdf', 'json']), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  /** Consents for the profile's purpose, as they stood when the brief left. */
  consentsReliedOn: z
    .array(
      z.strictObject({ holder: idSchema, purpose: z.enum(CONSENT_PURPOSES), state: z.enum(CONSENT_STATES) }),
    )
    .default([]),
  /** The day of the assessment that each claim's printed status rests on. */
  claimsAsOf: z.array(z.strictObject({ claim: idSchema, asOf: daySchema })).default([]),
  /** Counts of what was left out, by reason. */
  withheld: z.record(z.string(), z.int().nonnegative()),
  supersededBy: idSchema.optional(),
  recalled: instantSchema.optional(),
})

export type Release = z.infer<typeof releaseSchema>
