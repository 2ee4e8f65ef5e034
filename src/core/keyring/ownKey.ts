/**
 * A key of the log's own, without its secret half: that lies in a collection beside the records (keySecret.ts), so that
 * nothing that lists, shows, prints, exports or sends records can ever hold it. What a key pair is made of is the
 * business of src/brief/signing.
 */
import { z } from 'zod'
import { idSchema } from '../ids.ts'
import { baseShape, instantSchema, protectedLine } from '../recordBase.ts'

/** sign: briefs (minisign) · open: what others seal for us (age). */
export const KEY_USES = ['sign', 'open'] as const
export type KeyUse = (typeof KEY_USES)[number]

/** The public half as text: `RW…` of minisign, `age1…` of age. Whoever has it can tell which briefs are of one hand. */
export const publicKeySchema = z.string().trim().min(1).max(200).meta({ protected: 'text' })

export const ownKeySchema = z.strictObject({
  ...baseShape,
  name: protectedLine,
  use: z.enum(KEY_USES),
  publicKey: publicKeySchema,
  /** Whose eyes the briefs signed with it are for: one signature ties briefs to one hand. */
  organisation: idSchema.optional(),
  /** The key it took the place of. */
  replaces: idSchema.optional(),
  /** Set once it signs no more; what it signed can still be verified, what was sealed for it still be opened. */
  retiredAt: instantSchema.optional(),
})

export type OwnKey = z.infer<typeof ownKeySchema>
