/**
 * The secret half of a key of the log's own, under the id of its record. No record, so that it is in no list, no form,
 * no history, no bin and no message to the window; the release gate looks for it in every brief (protectedValues.ts).
 */
import { z } from 'zod'
import { idSchema } from '../ids.ts'

export const keySecretSchema = z.strictObject({
  id: idSchema,
  /** A signing key: its 32-byte seed in base64. An age identity: its own text, `AGE-SECRET-KEY-1…`. */
  secret: z
    .string()
    .regex(/^[A-Za-z0-9+/=-]{40,120}$/)
    .meta({ protected: 'id' }),
})

export type KeySecret = Readonly<z.infer<typeof keySecretSchema>>
