/** What a process that sets pages and whoever started it say to each other. */
import { z } from 'zod'
import type { PdfMetadata } from './pdfMetadata.ts'
import type { Engine, TypesetJob } from './typesetter.ts'

/** The first message, and the only one in that direction. */
export interface TypesetRequest extends Omit<TypesetJob, 'fonts'> {
  /** Absolute folder of what ships; the fonts are read where they are used, since they are large. */
  readonly resourcesDir: string
  /** Null: native when its binary loads, else WebAssembly. */
  readonly engine: Engine | null
  readonly metadata: Omit<PdfMetadata, 'conforming'>
}

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const engineSchema = z.enum(['native', 'wasm'])

export const typesetReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), stage: z.enum(['load', 'typeset', 'metadata']) }),
  /** A defect of ours, for whoever looks for it; it may quote data. */
  z.strictObject({ kind: z.literal('failed'), defect: z.string() }),
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
