/**
 * The log as a value, and the functions that make its next state. Nothing here changes a record in place: a
 * change is a list of puts, applying it gives a new log and the change that takes it back.
 */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { instantSchema } from './recordBase.ts'
import { type AnyRecord, KINDS, type Kind, type RecordByKind, SCHEMAS } from './records.ts'

/** Raised when a stored shape changes; older logs are migrated, newer ones refused. */
export const LOG_VERSION = 1

export type Collection<K extends Kind> = Readonly<Record<string, RecordByKind[K]>>

/** A deleted record, kept until the bin is emptied. */
export interface BinEntry {
  readonly id: string
  readonly kind: Kind
  readonly record: AnyRecord
  readonly deletedAt: string
}

export interface LogMeta {
  readonly version: number
  readonly createdAt: string
  /** The worked example: synthetic persons, public facts. */
  readonly demo: boolean
}

export type Log = { readonly meta: LogMeta; readonly bin: Readonly<Record<string, BinEntry>> } & {
  readonly [K in Kind]: Collection<K>
}

const collectionSchema = <K extends Kind>(kind: K) => z.record(idSchema, SCHEMAS[kind])
const binSchema = z.record(
  idSchema,
  z
    .strictObject({ id: idSchema, kind: z.enum(KINDS), record: z.unknown(), deletedAt: instantSchema })
    .transform((entry, context): BinEntry => {
      const record = SCHEMAS[entry.kind].safeParse(entry.record)
      if (!record.success) {
        context.addIssue({ code: 'custom', params: { code: 'log/bin-unreadable' } })
        return z.NEVER
      }
      return { id: entry.id, kind: entry.kind, record: record.data, deletedAt: entry.deletedAt }
    }),
)

/** The whole log as stored. Keys equal their record's id. */
export const logSchema = z
  .strictObject({
    meta: z.strictObject({ version: z.literal(LOG_VERSION), createdAt: instantSchema, demo: z.boolean() }),
    incidents: collectionSchema('incidents'),
    sources: collectionSchema('sources'),
    sourceItems: collectionSchema('sourceItems'),
    claims: collectionSchema('claims'),
    persons: collectionSchema('persons'),
    organisations: collectionSchema('organisations'),
    contacts: collectionSchema('contacts'),
    actions: collectionSchema('actions'),
    evidence: collectionSchema('evidence'),
    releases: collectionSchema('releases'),
    bin: binSchema,
  })
  .refine(
    (log) => KINDS.every((kind) => Object.entries(log[kind]).every(([id, record]) => record.id === id)),
    {
      params: { code: 'log/key-is-not-id' },
    },
  )

/** Reads what the vault held; throws a ZodError, whose text must not be shown (it may quote records). */
export function parseLog(untrusted: unknown): Log {
  return logSchema.parse(untrusted)
}

export function emptyLog(now: string, demo = false): Log {
  return {
    meta: { version: LOG_VERSION, createdAt: now, demo },
    incidents: {},
    sources: {},
    sourceItems: {},
    claims: {},
    persons: {},
    organisations: {},
    contacts: {},
    actions: {},
    evidence: {},
    releases: {},
    bin: {},
  }
}

/** One put (or removal, when null) in a collection or the bin. */
export type Put =
  | {
      readonly [K in Kind]: { readonly kind: K; readonly id: string; readonly record: RecordByKind[K] | null }
    }[Kind]
  | { readonly kind: 'bin'; readonly id: string; readonly record: BinEntry | null }
export type Change = readonly Put[]

export interface Applied {
  readonly log: Log
  /** Applying this to `log` gives back the state before. */
  readonly inverse: Change
}

/** The next log. The given one is untouched; collections that do not change are shared. */
export function applyChange(log: Log, change: Change): Applied {
  const next: Record<string, Record<string, unknown>> = {}
  const inverse: Put[] = []
  for (const put of change) {
    let collection = next[put.kind]
    if (!collection) {
      collection = { ...log[put.kind] }
      next[put.kind] = collection
    }
    inverse.unshift({ kind: put.kind, id: put.id, record: collection[put.id] ?? null } as Put)
    if (put.record === null) delete collection[put.id]
    else collection[put.id] = put.record
  }
  return { log: { ...log, ...next } as Log, inverse }
}

/** Moves a record to the bin. Null when there is no such record. */
export function deleteRecord(log: Log, kind: Kind, id: string, now: string): Change | null {
  const record = log[kind][id]
  if (!record) return null
  return [
    { kind, id, record: null } as Put,
    { kind: 'bin', id, record: { id, kind, record, deletedAt: now } },
  ]
}

/** Takes a record out of the bin. Null when it is not there. */
export function restoreRecord(log: Log, id: string): Change | null {
  const entry = log.bin[id]
  if (!entry) return null
  return [{ kind: 'bin', id, record: null }, { kind: entry.kind, id, record: entry.record } as Put]
}

/** Puts one record, as a change. */
export function putRecord<K extends Kind>(kind: K, record: RecordByKind[K]): Change {
  return [{ kind, id: record.id, record } as Put]
}
