/** What the window is told of the file that holds the log. */
import { z } from 'zod'
import { codeSchema } from './app.ts'

export const vaultInfoSchema = z.strictObject({
  formatVersion: z.int(),
  sizeBytes: z.int(),
  /** Saves since the log was created. */
  counter: z.int(),
  lastSaved: z.string(),
  slots: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['passphrase', 'recovery']),
      /** Memory that each guess costs; null for a recovery key, which cannot be guessed. */
      memoryMiB: z.number().nullable(),
    }),
  ),
  /** Why the file could not be made smaller the last time; nothing is lost by it. */
  compactionFailure: codeSchema.nullable(),
})
export type VaultInfoView = z.infer<typeof vaultInfoSchema>
/** Each null when the user closed the dialog: nothing was written. `file` is a name without folder. */
export const backupReportSchema = z
  .strictObject({ file: z.string(), sizeBytes: z.int(), records: z.int() })
  .nullable()
export const rescueReportSchema = z
  .strictObject({
    file: z.string(),
    records: z.int(),
    /** Bytes of the damaged file that nothing could be read from, from `from` up to and without `to`. */
    lost: z.array(z.strictObject({ from: z.int(), to: z.int() })),
    lostBytes: z.int(),
    /** Records known to be lost: how many, and the first of them, by collection, with their dates (EDTF). */
    lostRecordCount: z.int(),
    lostRecords: z.array(
      z.strictObject({ collection: z.string(), id: z.string(), date: z.string().nullable() }),
    ),
    /** False when the file ends before its last snapshot does: how much is missing cannot be told. */
    sawEnd: z.boolean(),
    /** True when the file is shorter than what it says was saved in it. */
    endsEarly: z.boolean(),
    /** Parts of the log that are not there though it counts them. */
    missingFrames: z.int(),
    /** Saves of which only a part was found. */
    incompleteTransactions: z.int(),
    /** Records that were read and are not what a log may hold; left out. */
    invalid: z.int(),
  })
  .nullable()
