/** What the app and the typesetting worker say to each other. */
import { z } from 'zod'
import type { PdfMetadata } from './pdfMetadata.ts'
import type { Engine, TypesetJob } from './typesetter.ts'

/** Handed over when the worker starts. */
export interface TypesetRequest extends TypesetJob {
  /** Null: native when its binary loads, else WebAssembly. */
  readonly engine: Engine | null
  readonly metadata: Omit<PdfMetadata, 'conforming'>
}

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const engineSchema = z.enum(['native', 'wasm'])

export const typesetReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), stage: z.enum(['load', 'typeset', 'metadata']) }),
  z.strictObject({
    kind: z.literal('done'),
    result: z.discriminatedUnion('ok', [
      z.strictObject({
        ok: z.literal(true),
        value: z.strictObject({ bytes: bytesSchema, engine: engineSchema, pages: z.int() }),
      }),
      z.strictObject({
        ok: z.literal(false),
        error: z.strictObject({
          code: z.enum(['brief/engine-missing', 'brief/typeset-failed']),
          messages: z.array(z.string()),
        }),
      }),
    ]),
  }),
])

export type TypesetReply = z.infer<typeof typesetReplySchema>
