/**
 * One change of many records: a field set, or a value put into a list or taken out of it. Each record is judged as if
 * somebody had edited it alone; those that cannot take the change are told apart and stay as they are.
 */
import { z } from 'zod'
import type { AppError } from './appError.ts'
import type { KnowsCode } from './codeCheck.ts'
import { editRecord } from './editRecord.ts'
import type { Change, Log, Put } from './log.ts'
import type { AnyRecord, Kind } from './records.ts'

const fieldSchema = z.string().regex(/^[a-zA-Z]{1,40}$/)
export const bulkEditSchema = z.discriminatedUnion('what', [
  /** Null takes the value away. */
  z.strictObject({
    what: z.literal('set'),
    field: fieldSchema,
    value: z.union([z.string().max(2_000), z.number(), z.null()]),
  }),
  /** Values of a list. */
  z.strictObject({
    what: z.enum(['add', 'remove']),
    field: fieldSchema,
    values: z.array(z.string().trim().min(1).max(2_000)).min(1).max(100),
  }),
])
export type BulkEdit = Readonly<z.infer<typeof bulkEditSchema>>

export interface EditedRecord {
  readonly id: string
  /** Of the field, before and after; undefined for none. */
  readonly before: unknown
  readonly after: unknown
}
export interface RefusedRecord {
  readonly id: string
  readonly error: AppError
}
export interface BulkEditPlan {
  readonly change: Change
  readonly edited: readonly EditedRecord[]
  /** How many have it so already. */
  readonly unchanged: number
  readonly refused: readonly RefusedRecord[]
}

/** What an edit would do to these records; `now` is the instant of the save. Ids that are gone are passed over. */
export function planBulkEdit(
  log: Log,
  kind: Kind,
  ids: readonly string[],
  edit: BulkEdit,
  now: string,
  knows: KnowsCode,
): BulkEditPlan {
  const change: Put[] = []
  const edited: EditedRecord[] = []
  const refused: RefusedRecord[] = []
  let unchanged = 0
  for (const id of new Set(ids)) {
    const record = log[kind][id]
    if (record === undefined) continue
    const before = heldIn(record, edit.field)
    const after = edit.what === 'set' ? (edit.value ?? undefined) : listAfter(before, edit)
    if (isSame(before, after)) {
      unchanged += 1
      continue
    }
    const next = editRecord(log, kind, id, { [edit.field]: after ?? null }, { id, now }, knows)
    if (!next.ok) {
      refused.push({ id, error: next.error })
      continue
    }
    change.push({ kind, id, record: next.value } as Put)
    edited.push({ id, before, after: heldIn(next.value, edit.field) })
  }
  return { change, edited, unchanged, refused }
}

const heldIn = (record: AnyRecord, field: string): unknown =>
  Object.hasOwn(record, field) ? Reflect.get(record, field) : undefined

function listAfter(
  before: unknown,
  { what, values }: Extract<BulkEdit, { what: 'add' | 'remove' }>,
): unknown[] {
  const list: readonly unknown[] = Array.isArray(before) ? before : []
  if (what === 'remove') return list.filter((each) => !values.some((value) => value === each))
  return [...list, ...new Set(values.filter((value) => !list.includes(value)))]
}

function isSame(before: unknown, after: unknown): boolean {
  if (!Array.isArray(after)) return before === after
  const list: readonly unknown[] = Array.isArray(before) ? before : []
  return list.length === after.length && list.every((each, index) => each === after[index])
}
