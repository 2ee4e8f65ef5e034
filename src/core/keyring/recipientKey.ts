/** The public key of somebody else: an age recipient that briefs are sealed for, or a minisign key that checks theirs. */
import { z } from 'zod'
import { idSchema } from '../ids.ts'
import { baseShape, instantSchema, protectedLine } from '../recordBase.ts'
import { publicKeySchema } from './ownKey.ts'

/** seal: for this age recipient · verify: what this minisign key signed. */
export const RECIPIENT_KEY_USES = ['seal', 'verify'] as const
export type RecipientKeyUse = (typeof RECIPIENT_KEY_USES)[number]

export const recipientKeySchema = z.strictObject({
  ...baseShape,
  name: protectedLine,
  use: z.enum(RECIPIENT_KEY_USES),
  publicKey: publicKeySchema,
  organisation: idSchema.optional(),
  retiredAt: instantSchema.optional(),
})

export type RecipientKey = z.infer<typeof recipientKeySchema>
