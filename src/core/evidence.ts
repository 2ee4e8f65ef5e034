/** Evidence: a file kept with a log, by hash and custody. The bytes live outside the log's records. */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import {
  baseShape,
  codeNote,
  codeOf,
  edtfSchema,
  identityLine,
  instantSchema,
  lineSchema,
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
  /** As whoever handed the file over says. */
  capturedAt: edtfSchema.optional(),
  /** As the device wrote it into the file: a clock that may be wrong. */
  capturedAtByDevice: z.union([edtfSchema, instantSchema]).optional(),
  original: z.boolean().default(true),
  derivedFrom: idSchema.optional(),
  device: protectedLine.optional(),
  custody: z.array(custodySchema).default([]),
  sensitivity: z.array(codeOf('sensitivities')).default([]),
  sensitivityNote: codeNote,
  /** What the file says about itself (EXIF and the like), kept before anything is stripped from a copy. */
  metadata: z.array(z.strictObject({ name: lineSchema, value: protectedText })).default([]),
})

export type Evidence = z.infer<typeof evidenceSchema>
