/** Action: something done to bring pressure or help (HURIDOCS "intervention"), with what came of it. */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { baseShape, codeNote, codeOf, edtfSchema, protectedLine, protectedText } from './recordBase.ts'

export const actionSchema = z.strictObject({
  ...baseShape,
  what: codeOf('action-kinds'),
  whatNote: codeNote,
  addressedTo: protectedLine,
  about: z.array(idSchema),
  date: edtfSchema.optional(),
  askedFor: protectedText.optional(),
  response: codeOf('action-responses').optional(),
  responseNote: codeNote,
  impact: codeOf('action-impacts').optional(),
  impactNote: codeNote,
  status: codeOf('action-statuses').optional(),
  statusNote: codeNote,
  priority: codeOf('action-priorities').optional(),
  priorityNote: codeNote,
  followUpDate: edtfSchema.optional(),
})

export type Action = z.infer<typeof actionSchema>
