/** What crosses between the window and main while somebody's brief is read, and its claims are imported. */
import { z } from 'zod'
import { idSchema } from '../../core/ids.ts'
import { briefDataSchema } from '../../core/redaction/briefData.ts'
import { tokenSchema } from './token.ts'

/** passed: by a key the log knows · failed: it does not fit the file · unknown: no key of the log made it · none. */
export const SIGNATURE_STATES = ['passed', 'failed', 'unknown', 'none'] as const

export const openedBriefSchema = z.strictObject({
  token: tokenSchema,
  fileName: z.string(),
  sha256: z.string(),
  signature: z.strictObject({
    state: z.enum(SIGNATURE_STATES),
    /** Name of the key, when it passed; and the organisation that the key is of. */
    signer: z.string().nullable(),
    organisation: idSchema.nullable(),
  }),
  data: briefDataSchema,
  /** Claims of this file that are in the log already. */
  known: z.int(),
})
export type OpenedBrief = z.infer<typeof openedBriefSchema>

export const briefImportSchema = z.strictObject({
  token: tokenSchema,
  from: z.union([
    z.strictObject({ organisation: idSchema }),
    z.strictObject({ name: z.string().trim().min(1).max(2_000) }),
  ]),
})

export const importedBriefSchema = z.strictObject({
  step: z.int().nullable(),
  organisation: idSchema,
  added: z.int(),
  known: z.int(),
  repeated: z.int(),
})
export type ImportedBriefView = z.infer<typeof importedBriefSchema>
