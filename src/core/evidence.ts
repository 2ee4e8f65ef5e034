/** Evidence: a file kept with a log, by hash and custody. The bytes live outside the log's records. */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import {
  baseShape,
  codeSchema,
  edtfSchema,
  identityLine,
  instantSchema,
  protectedLine,
  protectedText,
} from './recordBase.ts'

const custodySchema = z.strictObject({
  when: instantSchema,
  what: z.enum(['received', 'copied', 'hashed', 'opened', 'exported', 'verified', 'redacted']),
  note: protectedText.optional(),
})

export const evidenceSchema = z.strictObject({
  ...baseShape,
  fileName: identityLine,
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  size: z.int().nonnegative(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ protected: 'id' }),
  hashedAt: instantSchema.optional(),
  capturedAt: edtfSchema.optional(),
  original: z.boolean().default(true),
  derivedFrom: idSchema.optional(),
  device: protectedLine.optional(),
  custody: z.array(custodySchema).default([]),
  sensitivity: z.array(codeSchema).default([]),
})

export type Evidence = z.infer<typeof evidenceSchema>
