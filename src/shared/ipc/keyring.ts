/** What crosses between the window and main about keys: names and public halves; a secret never does. */
import { z } from 'zod'
import { idSchema } from '../../core/ids.ts'
import { KEY_USES } from '../../core/keyring/ownKey.ts'

const fieldsShape = { name: z.string().max(300), organisation: idSchema.nullable() }

export const keyIdSchema = z.strictObject({ id: idSchema })
export const keyMakeSchema = z.strictObject({ use: z.enum(KEY_USES), ...fieldsShape })
export const recipientKeyAddSchema = z.strictObject({
  ...fieldsShape,
  /** As it was pasted: an age recipient, or a minisign key as text or file. */
  publicKey: z.string().max(2_000),
  remarks: z.string().max(20_000),
})
