/** Release: an entry of the ledger of what left. Kept inside the vault; never alters a brief's bytes (redaction.md). */
import { z } from 'zod'
import { BRIEF_FORMS } from './briefForms.ts'
import { daySchema } from './claim.ts'
import { coarseningSchema } from './disclosure/coarsening.ts'
import { OVERRIDABLE_RULES } from './disclosure/overridableRules.ts'
import { shownClassSchema } from './disclosure/shownClasses.ts'
import { idSchema } from './ids.ts'
import { baseShape, instantSchema, lineSchema, protectedLine, protectedText } from './recordBase.ts'
import { LABEL_ROLES } from './redaction/policies/pseudonym.ts'
import { CLAIM_STATUSES, CONFIDENTIALITIES, CONSENT_PURPOSES, CONSENT_STATES } from './vocabularyCodes.ts'

export const recallSchema = z.strictObject({
  on: daySchema,
  reason: protectedLine,
  /** Organisations that hold it. */
  tell: z.array(idSchema).default([]),
  /** Others who hold it, in the researcher's words. */
  tellOthers: protectedText.optional(),
})
export type Recall = z.infer<typeof recallSchema>

export const releaseSchema = z.strictObject({
  ...baseShape,
  at: instantSchema,
  profile: lineSchema,
  /** What the profile asked of records and of people when the brief left. Absent in entries of earlier versions. */
  asked: z
    .strictObject({ labels: z.array(z.enum(CONFIDENTIALITIES)), purposes: z.array(z.enum(CONSENT_PURPOSES)) })
    .optional(),
  /** Why a profile of the user's own was looser than the shipped one it was copied from. */
  profileReason: protectedText.optional(),
  /** The series of briefs it belongs to, and the labels its people have in all of them (redaction/policies/pseudonym.ts). */
  series: z
    .strictObject({
      name: protectedLine,
      people: z.array(
        z.strictObject({ person: idSchema, role: z.enum(LABEL_ROLES), number: z.int().nonnegative() }),
      ),
    })
    .optional(),
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
  /** The log's key that signed it. */
  signedWith: idSchema.optional(),
  /** The age recipient it was sealed for. */
  sealedFor: z.string().max(200).optional(),
  files: z.array(z.strictObject({ form: z.enum(BRIEF_FORMS), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  /** Consents for the profile's purpose, as they stood when the brief left. */
  consentsReliedOn: z
    .array(
      z.strictObject({ holder: idSchema, purpose: z.enum(CONSENT_PURPOSES), state: z.enum(CONSENT_STATES) }),
    )
    .default([]),
  /** The day of the assessment that each claim's printed status rests on. */
  claimsAsOf: z.array(z.strictObject({ claim: idSchema, asOf: daySchema })).default([]),
  /** Where each claim stood as it was printed. Absent in entries of earlier versions. */
  claimStatuses: z.array(z.strictObject({ claim: idSchema, status: z.enum(CLAIM_STATUSES) })).optional(),
  /** Counts of what was left out, by reason. */
  withheld: z.record(z.string(), z.int().nonnegative()),
  /** Steps beyond the profile's. */
  coarsen: coarseningSchema.optional(),
  /** What it showed of each incident. Absent in entries of earlier versions. */
  shown: z.array(shownClassSchema).optional(),
  /** Rules of disclosure control that the user overrode, and why. */
  overrides: z.array(z.strictObject({ rule: z.enum(OVERRIDABLE_RULES), reason: lineSchema })).default([]),
  /** The later brief that takes its place. */
  supersededBy: idSchema.optional(),
  /** When its recall was entered. */
  recalled: instantSchema.optional(),
  /** Why its readers are asked not to use it any more, from which day, and whom to tell. */
  recall: recallSchema.optional(),
})

export type Release = z.infer<typeof releaseSchema>
