/**
 * One entry of a record's history: when it changed, by what, and the steps back to the state before. Newer states are
 * not repeated: they are made from the present record, entry by entry backwards.
 *
 * Entries of a record are numbered without gaps from 0 and found by number, so that finding them takes no index.
 */
import { z } from 'zod'
import { instantSchema } from '../recordBase.ts'
import { KINDS, type Kind } from '../records.ts'
import { stepSchema } from './valueDelta.ts'

/** The ledger of releases is append-only itself. */
export type HistoryKind = Exclude<Kind, 'releases'>

export function hasHistory(kind: Kind): kind is HistoryKind {
  return kind !== 'releases'
}

/** Making a record is no entry: its `createdAt` says it. */
export const HISTORY_ACTS = [
  'edited',
  'assessed',
  'imported',
  'merged',
  'restored',
  'deleted',
  'undone',
  'redone',
] as const
export type HistoryAct = (typeof HISTORY_ACTS)[number]

/** Why a record changed: the researcher's own words. */
export const reasonSchema = z.string().trim().min(1).max(20_000)

/** `<record id>/<number>`; ids of records have no slash. */
export const historyIdSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}\/(?:0|[1-9]\d{0,8})$/u)

export const historyEntrySchema = z.strictObject({
  id: historyIdSchema,
  kind: z.enum(KINDS).exclude(['releases']),
  /** When it was saved. */
  at: instantSchema,
  what: z.enum(HISTORY_ACTS),
  /** Where the record went by this change, when it went: into the bin, or out of it. */
  to: z.enum(['bin', 'log']).optional(),
  back: z.array(stepSchema),
  reason: reasonSchema.optional(),
})
export type HistoryEntry = Readonly<z.infer<typeof historyEntrySchema>>

/** The id of an entry of a record. */
export function historyId(recordId: string, number: number): string {
  return `${recordId}/${number}`
}

/** The record that an entry belongs to, and its number. */
export function partsOfHistoryId(id: string): { readonly recordId: string; readonly number: number } {
  const slash = id.lastIndexOf('/')
  return { recordId: id.slice(0, slash), number: Number(id.slice(slash + 1)) }
}
