/** Source item: one article, testimony, post, document or file from a source (records.md). */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import {
  accessPointSchema,
  baseShape,
  codeNote,
  codeOf,
  edtfSchema,
  identityLine,
  instantSchema,
  languageSchema,
  protectedLine,
  protectedText,
} from './recordBase.ts'
import { DERIVATIONS } from './vocabularyCodes.ts'

const derivationSchema = z.union([
  z.strictObject({ item: idSchema, how: z.enum(DERIVATIONS).default('quotes') }),
  idSchema.transform((item) => ({ item, how: 'quotes' as const })),
])

export const sourceItemSchema = z.strictObject({
  ...baseShape,
  title: protectedLine,
  itemType: codeOf('item-types'),
  itemTypeNote: codeNote,
  source: idSchema,
  accessedAt: z.union([edtfSchema, instantSchema]),
  publishedAt: edtfSchema.optional(),
  author: identityLine.optional(),
  publisher: protectedLine.optional(),
  url: protectedLine.optional(),
  archiveUrl: protectedLine.optional(),
  language: languageSchema.optional(),
  translation: protectedText.optional(),
  translator: identityLine.optional(),
  originalText: protectedText.optional(),
  quote: protectedText.optional(),
  accessPoint: accessPointSchema.optional(),
  derivesFrom: z.array(derivationSchema).default([]),
  /** Items it was suggested to derive from, and does not: not suggested again. */
  notDerivedFrom: z.array(idSchema).default([]),
  evidence: z.array(idSchema).default([]),
  receivedFrom: identityLine.optional(),
  receivedHow: protectedLine.optional(),
})

export type SourceItem = z.infer<typeof sourceItemSchema>
