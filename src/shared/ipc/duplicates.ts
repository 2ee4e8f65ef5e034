/** What the window is told of records that may be of one incident. */
import { z } from 'zod'
import { DUPLICATE_REASONS } from '../../core/duplicates/duplicateScore.ts'
import { idSchema } from '../../core/ids.ts'

const whySchema = z.array(z.strictObject({ code: z.enum(DUPLICATE_REASONS), value: z.number().nullable() }))

export const duplicateSuggestionSchema = z.strictObject({
  /** The other record. */
  incident: idSchema,
  bits: z.number(),
  isLikely: z.boolean(),
  why: whySchema,
})

export const duplicateListSchema = z.strictObject({
  pairs: z.array(
    z.strictObject({
      ...duplicateSuggestionSchema.shape,
      of: idSchema,
      /** Looked at, and put off. */
      isSetAside: z.boolean(),
    }),
  ),
  /** How many there are in all. */
  open: z.int(),
  setAside: z.int(),
})
export type DuplicateList = z.infer<typeof duplicateListSchema>
export type ListedPair = DuplicateList['pairs'][number]

/** New incidents of a file that are likely one with a record of the log: how many, and the surest of them. */
export const importTwinsSchema = z.strictObject({
  total: z.int(),
  shown: z.array(
    z.strictObject({
      title: z.string(),
      when: z.string(),
      incident: idSchema,
      why: whySchema,
    }),
  ),
})
export type ImportTwins = z.infer<typeof importTwinsSchema>
