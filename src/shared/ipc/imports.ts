/** What an import would do, before it is done. */
import { z } from 'zod'
import { CONFIDENTIALITIES } from '../../core/vocabularyCodes.ts'
import { DATE_ORDERS } from './dateOrders.ts'
import { tokenSchema } from './token.ts'

export const rejectedRowSchema = z.strictObject({
  row: z.int().positive(),
  column: z.string(),
  code: z.string(),
  value: z.string(),
})
export const importPreviewSchema = z.strictObject({
  token: tokenSchema,
  fileName: z.string(),
  format: z.string(),
  rows: z.int(),
  new: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  possibleDuplicates: z.int(),
  rejected: z.array(rejectedRowSchema),
  confidentiality: z.enum(CONFIDENTIALITIES),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  /** New and changed records by kind. */
  records: z.record(z.string(), z.int()),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

/** `mapping-needed`: the file is a table Daybook does not recognise; its headers, so that the user sees which. */
export const importChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('preview'), preview: importPreviewSchema }),
  z.strictObject({
    kind: z.literal('mapping-needed'),
    token: tokenSchema,
    fileName: z.string(),
    headers: z.array(z.string()),
  }),
])
