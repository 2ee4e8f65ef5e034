/** What crosses between the window and main of the ledger: entries without their seeds, what changed under them. */
import { z } from 'zod'
import { daySchema } from '../../core/claim.ts'
import { idSchema } from '../../core/ids.ts'
import { KINDS } from '../../core/records.ts'
import { recallSchema, releaseSchema } from '../../core/release.ts'
import { RELEASE_CHANGE_CODES } from '../../core/releases/affectedReleases.ts'
import { CLAIM_STATUSES } from '../../core/vocabularyCodes.ts'

const { files, consentsReliedOn, overrides, withheld } = releaseSchema.shape

export const releaseChangeSchema = z.strictObject({
  code: z.enum(RELEASE_CHANGE_CODES),
  kind: z.enum(KINDS).nullable(),
  id: idSchema,
  since: daySchema.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type ReleaseChangeView = z.infer<typeof releaseChangeSchema>

/** As the window states it: all of it. */
export const statedRecallSchema = recallSchema.extend({ tell: z.array(idSchema) })

export const releaseRowSchema = z.strictObject({
  id: idSchema,
  at: z.string(),
  title: z.string(),
  profile: z.string(),
  profileReason: z.string().nullable(),
  language: z.string(),
  asOf: daySchema,
  recipient: idSchema.nullable(),
  /** How many records of each kind it showed; those that are gone for good count for no kind. */
  records: z.array(z.strictObject({ kind: z.enum(KINDS).nullable(), count: z.int().positive() })),
  files,
  consentsReliedOn,
  claims: z.array(
    z.strictObject({
      claim: idSchema,
      asOf: daySchema.nullable(),
      status: z.enum(CLAIM_STATUSES).nullable(),
    }),
  ),
  withheld,
  overrides,
  recall: recallSchema.nullable(),
  supersededBy: idSchema.nullable(),
  changes: z.array(releaseChangeSchema),
})
export type ReleaseRow = z.infer<typeof releaseRowSchema>

/** The briefs that hold one record and rest on something about it that holds no more. */
export const releasesOfRecordSchema = z.array(
  z.strictObject({ id: idSchema, at: z.string(), title: z.string(), changes: z.array(releaseChangeSchema) }),
)
export type ReleasesOfRecord = z.infer<typeof releasesOfRecordSchema>
