/** What one column of a table is filtered by; kept in saved views. Codes are those that records hold, never places in a list. */
import { z } from 'zod'

const column = z.string().regex(/^[a-zA-Z]{1,40}$/)
const text = z.string().trim().min(1).max(200)
const bound = z.int().nonnegative().nullable()

export const columnFilterSchema = z.discriminatedUnion('by', [
  /** Letters that the cell holds. */
  z.strictObject({ column, by: z.literal('text'), text }),
  /** A date as it is typed; whatever shares a day with it is shown. */
  z.strictObject({ column, by: z.literal('date'), text }),
  /** Any of these. */
  z.strictObject({ column, by: z.literal('codes'), codes: z.array(z.string().max(2_000)).min(1).max(500) }),
  /** From and to, both included; null for no bound. */
  z.strictObject({ column, by: z.literal('number'), from: bound, to: bound }),
])
export type ColumnFilter = Readonly<z.infer<typeof columnFilterSchema>>
