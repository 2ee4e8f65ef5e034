/** Action: something done to bring pressure or help (HURIDOCS "intervention"), with what came of it. */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { baseShape, codeSchema, edtfSchema, protectedLine, protectedText } from './recordBase.ts'

export const actionSchema = z.strictObject({
  ...baseShape,
  what: codeSchema,
  addressedTo: protectedLine,
  about: z.array(idSchema),
  date: edtfSchema.optional(),
  askedFor: protectedText.optional(),
  response: codeSchema.optional(),
  impact: codeSchema.optional(),
  status: codeSchema.optional(),
  priority: codeSchema.optional(),
  followUpDate: edtfSchema.optional(),
})

export type Action = z.infer<typeof actionSchema>
