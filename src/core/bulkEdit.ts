/**
 * One change of many records: a field set, or a value put into a list or taken out of it. Each record is judged as if
 * somebody had edited it alone; those that cannot take the change are told apart and stay as they are.
 */
import { z } from 'zod'
import { type AppError, appError } from './appError.ts'
import { isBulkField } from './bulkFields.ts'
import type { KnowsCode } from './codeCheck.ts'
import { editRecord } from './editRecord.ts'
import { isSameJson } from './history/valueDelta.ts'
import type { Change, Log, Put } from './log.ts'
import type { AnyRecord } from './records.ts'
import { err, ok, type Result } from './result.ts'
import type { TableKind } from './tableView.ts'

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
  /** Other fields that the same save changes, such as a careful answer where nothing was said (recordDefaults.ts). */
  readonly besides: readonly string[]
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

/**
 * What an edit would do to these records; `now` is the instant of the save. Ids that are gone are passed over.
 * Error: `records/field-not-in-bulk` {field} for one that is not changed in many records at once (bulkFields.ts).
 */
export function planBulkEdit(
  log: Log,
  kind: TableKind,
  ids: readonly string[],
  edit: BulkEdit,
  now: string,
  knows: KnowsCode,
): Result<BulkEditPlan, AppError> {
  const { field } = edit
  if (!isBulkField(kind, field)) return err(appError('records/field-not-in-bulk', { field }))
  const change: Put[] = []
  const edited: EditedRecord[] = []
  const refused: RefusedRecord[] = []
  let unchanged = 0
  for (const id of new Set(ids)) {
    const record = log[kind][id]
    if (record === undefined) continue
    const before = heldIn(record, field)
    const after = edit.what === 'set' ? (edit.value ?? undefined) : listAfter(before, edit)
    if (isSame(before, after)) {
      unchanged += 1
      continue
    }
    const next = editRecord(log, kind, id, { [field]: after ?? null }, { id, now }, knows)
    if (!next.ok) {
      refused.push({ id, error: next.error })
      continue
    }
    change.push({ kind, id, record: next.value } as Put)
    edited.push({
      id,
      before,
      after: heldIn(next.value, field),
      besides: otherChanges(record, next.value, field),
    })
  }
  return ok({ change, edited, unchanged, refused })
}

/** Plans of one edit for parts of the records, as one plan. */
export function joinBulkPlans(parts: readonly BulkEditPlan[]): BulkEditPlan {
  return {
    change: parts.flatMap(({ change }) => change),
    edited: parts.flatMap(({ edited }) => edited),
    unchanged: parts.reduce((sum, { unchanged }) => sum + unchanged, 0),
    refused: parts.flatMap(({ refused }) => refused),
  }
}

function otherChanges(before: AnyRecord, after: AnyRecord, field: string): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].filter(
    (each) =>
      each !== field && each !== 'updatedAt' && !isSameJson(heldIn(before, each), heldIn(after, each)),
  )
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
