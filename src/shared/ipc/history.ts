/** The history of a record as the window may see it: locked fields by name alone, until they are asked for. */
import { z } from 'zod'
import { HISTORY_ACTS, reasonSchema } from '../../core/history/historyEntry.ts'
import { idSchema } from '../../core/ids.ts'
import { KINDS } from '../../core/records.ts'

const historyKindSchema = z.enum(KINDS).exclude(['releases'])

/** `isStart`, `isEnd`: it is the beginning, the end of its text. */
const passageSchema = z.strictObject({ text: z.string(), isStart: z.boolean(), isEnd: z.boolean() })
export type Passage = Readonly<z.infer<typeof passageSchema>>

const changed = { field: z.string(), links: z.array(z.string()) }

/** `field` is a dotted path, `links` the ids among its values that are other records. An absent value is not there. */
export const fieldChangeSchema = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('value'),
    ...changed,
    old: z.json().optional(),
    new: z.json().optional(),
  }),
  z.strictObject({
    form: z.literal('list'),
    ...changed,
    removed: z.array(z.json()),
    added: z.array(z.json()),
  }),
  z.strictObject({ form: z.literal('text'), ...changed, old: passageSchema, new: passageSchema }),
  /** A field that is shown only when somebody asks to see it. */
  z.strictObject({ form: z.literal('locked'), field: z.string() }),
])
export type FieldChangeView = Readonly<z.infer<typeof fieldChangeSchema>>

export const historyEntryViewSchema = z.strictObject({
  /** The state that this entry left; 0 is the record as it was entered. */
  version: z.int().positive(),
  at: z.string(),
  what: z.enum(HISTORY_ACTS),
  to: z.enum(['bin', 'log']).nullable(),
  reason: z.string().nullable(),
  changes: z.array(fieldChangeSchema),
})
export type HistoryEntryView = Readonly<z.infer<typeof historyEntryViewSchema>>

export const historyPageSchema = z.strictObject({
  /** When the record was entered. */
  createdAt: z.string(),
  /** The present version. */
  version: z.int().nonnegative(),
  /** Newest first. */
  entries: z.array(historyEntryViewSchema),
  /** For the next portion; null when the last entry told is the oldest that can be. */
  next: z.int().positive().nullable(),
})
export type HistoryPage = Readonly<z.infer<typeof historyPageSchema>>

export const historyRequestSchema = z.strictObject({
  kind: historyKindSchema,
  id: idSchema,
  /** Entries before this version alone; null for the newest. */
  before: z.int().positive().nullable(),
  /** Locked fields too: somebody has asked to see them. */
  withLocked: z.boolean(),
})

export const restoreRequestSchema = z.strictObject({
  kind: historyKindSchema,
  id: idSchema,
  version: z.int().nonnegative(),
  reason: reasonSchema.optional(),
})
