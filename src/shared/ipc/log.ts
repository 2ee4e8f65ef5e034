/** The log as the window sees it: its state, and its records in portions. */
import { z } from 'zod'
import { OPT_INS } from '../../core/log.ts'
import { codeSchema } from './app.ts'

export const logStateSchema = z.strictObject({
  phase: z.enum(['closed', 'locked', 'open']),
  /** File name without folder or extension; null when no log is chosen. */
  name: z.string().nullable(),
  demo: z.boolean(),
  /** Opened for reading only: every change is refused with `vault/read-only`. */
  readOnly: z.boolean(),
  /** What the log was set to hold besides. */
  optIns: z.array(z.enum(OPT_INS)),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  /** Instant of the last durable save of this log; null when unknown. */
  savedAt: z.string().nullable(),
  /** Why nothing can be saved in this file any more; a copy can still be saved elsewhere. Null while all is well. */
  failure: codeSchema.nullable(),
  /**
   * Noticed when the log was opened, until dismissed: `notice/torn-tail` {bytes, kept: 'yes' | 'no'},
   * `notice/unfinished-end` {bytes} in its place when reading only, `notice/repaired`, `notice/rolled-back` {missing},
   * and `notice/` with the name of a risk of the place, such as `notice/network-folder`.
   */
  notices: z.array(codeSchema),
  /**
   * While the log is locked: half-typed texts that its disk did not take. They wait in memory, sealed under a key of the
   * log, and come back when it is unlocked; they are lost when the app ends.
   */
  heldDrafts: z.int(),
})
export type LogState = z.infer<typeof logStateSchema>

/** How a log is to be opened. Reading only takes no lock and writes nothing. */
export const openingFields = {
  readOnly: z.boolean().optional(),
  /** `lockId` of the refusal `vault/in-use` of which the user says that its holder is gone. */
  takeOver: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
}

const bytesSchema = z.instanceof(Uint8Array)

export const logPageSchema = z.strictObject({
  /**
   * JSON, UTF-8, of a {@link LogPortion}. Made by main from records that it has checked, and far too much to be checked value by
   * value once more on its way: four hundred thousand objects would take minutes.
   */
  rows: bytesSchema,
  /** JSON, UTF-8, of what the searched ones of these records are found by: RecordTexts[]. */
  texts: bytesSchema,
  /** JSON, UTF-8, of whose texts those are, one by one: [kind, id][]. The keys of `rows` have an order of their own. */
  searched: bytesSchema,
  /** Records told so far, this portion included, of `total`. */
  done: z.int(),
  total: z.int(),
  /** For the next portion; null after the last. */
  next: z.string().nullable(),
})
export type LogPage = z.infer<typeof logPageSchema>
