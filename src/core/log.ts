/**
 * The log as a value, and the functions that make its next state. Nothing here changes a record in place: a
 * change is a list of puts, applying it gives a new log and the change that takes it back.
 */
import { z } from 'zod'
import { type HistoryEntry, historyEntrySchema } from './history/historyEntry.ts'
import { mendHistory } from './history/mendHistory.ts'
import { idSchema } from './ids.ts'
import { type KeySecret, keySecretSchema } from './keyring/keySecret.ts'
import { instantSchema } from './recordBase.ts'
import { type AnyRecord, KINDS, type Kind, type RecordByKind, SCHEMAS } from './records.ts'
import { type StoredTable, type StoredTables, storedTableSchema } from './tableView.ts'
import { type LocalTerm, localTermSchema } from './terms.ts'

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
  /** What this log was set to hold besides (optIns.ts); absent for nothing. */
  readonly optIns?: readonly OptIn[] | undefined
}

/** Fields that are asked for only in a log that was set to hold them. */
export const OPT_INS = ['sexuality-and-gender'] as const
export type OptIn = (typeof OPT_INS)[number]

export type Log = {
  readonly meta: LogMeta
  readonly bin: Readonly<Record<string, BinEntry>>
  readonly drafts: Readonly<Record<string, Draft>>
  readonly terms: Readonly<Record<string, LocalTerm>>
  /** What takes each record back to its earlier states; by record and number (history/historyEntry.ts). */
  readonly history: Readonly<Record<string, HistoryEntry>>
  /** Secret halves of the log's own keys, by the id of their record (keyring/keySecret.ts). */
  readonly keySecrets: Readonly<Record<string, KeySecret>>
  /** Saved views of tables, and how each table was left (tableView.ts). */
  readonly tables: StoredTables
} & {
  readonly [K in Kind]: Collection<K>
}

const metaSchema = z.strictObject({
  version: z.literal(LOG_VERSION),
  createdAt: instantSchema,
  demo: z.boolean(),
  optIns: z.array(z.enum(OPT_INS)).optional(),
})
const binEntrySchema = z
  .strictObject({ id: idSchema, kind: z.enum(KINDS), record: z.unknown(), deletedAt: instantSchema })
  .transform((entry, context): BinEntry => {
    const record = SCHEMAS[entry.kind].safeParse(entry.record)
    if (!record.success) {
      context.addIssue({ code: 'custom', params: { code: 'log/bin-unreadable' } })
      return z.NEVER
    }
    return { id: entry.id, kind: entry.kind, record: record.data, deletedAt: entry.deletedAt }
  })
export const draftIdSchema = z.string().regex(/^[a-zA-Z]+(?:\/[\p{L}\p{N}._:-]{1,64}){0,3}$/u)
export const draftSchema = z.strictObject({
  id: draftIdSchema,
  fields: z.record(z.string(), z.json()),
  savedAt: instantSchema,
})
/**
 * A form that was not finished: what was typed, under the name of the form, such as `record/incidents/new`. Kept in
 * the log, so encrypted.
 */
export type Draft = Readonly<z.infer<typeof draftSchema>>

/** The collections of a log. */
export const LOG_COLLECTIONS = [
  ...KINDS,
  'bin',
  'drafts',
  'terms',
  'history',
  'keySecrets',
  'tables',
] as const
export type LogCollection = (typeof LOG_COLLECTIONS)[number]

function isKind(name: string): name is Kind {
  return KINDS.some((kind) => kind === name)
}

/**
 * What a vault must know of a log: its collections, parsers of what it stored (they throw a ZodError, whose text must
 * not be shown: it may quote records), what the tables show of an incident before it is read, and what a rescue has to
 * put in order.
 */
export const LOG_SCHEMA = {
  collections: LOG_COLLECTIONS,
  parseMeta: (untrusted: unknown): LogMeta => metaSchema.parse(untrusted),
  parseRecord: (
    collection: string,
    untrusted: unknown,
  ): AnyRecord | BinEntry | Draft | LocalTerm | HistoryEntry | KeySecret | StoredTable => {
    if (isKind(collection)) return SCHEMAS[collection].parse(untrusted)
    if (collection === 'terms') return localTermSchema.parse(untrusted)
    if (collection === 'history') return historyEntrySchema.parse(untrusted)
    if (collection === 'keySecrets') return keySecretSchema.parse(untrusted)
    if (collection === 'tables') return storedTableSchema.parse(untrusted)
    return collection === 'bin' ? binEntrySchema.parse(untrusted) : draftSchema.parse(untrusted)
  },
  summarise: (collection: string, record: object): IncidentRow | undefined => {
    if (collection !== 'incidents' || !('when' in record)) return undefined
    const { when } = record
    return typeof when === 'string' ? [when] : undefined
  },
  mend: mendHistory,
}

/** Date (EDTF) of an incident: enough to know which of them stand on a first screen. */
export type IncidentRow = readonly [when: string]

/** The date (EDTF) in what an index says of a record; null where it says none. */
export function dateOfRow(untrustedRow: unknown): string | null {
  const when: unknown = Array.isArray(untrustedRow) ? untrustedRow[0] : null
  return typeof when === 'string' ? when : null
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
    places: {},
    profiles: {},
    keys: {},
    recipientKeys: {},
    releases: {},
    bin: {},
    drafts: {},
    terms: {},
    history: {},
    keySecrets: {},
    tables: {},
  }
}

/** One put (or removal, when null) in a collection or the bin. */
export type Put =
  | {
      readonly [K in Kind]: { readonly kind: K; readonly id: string; readonly record: RecordByKind[K] | null }
    }[Kind]
  | { readonly kind: 'bin'; readonly id: string; readonly record: BinEntry | null }
  | { readonly kind: 'drafts'; readonly id: string; readonly record: Draft | null }
  | { readonly kind: 'terms'; readonly id: string; readonly record: LocalTerm | null }
  | { readonly kind: 'history'; readonly id: string; readonly record: HistoryEntry | null }
  | { readonly kind: 'keySecrets'; readonly id: string; readonly record: KeySecret | null }
  | { readonly kind: 'tables'; readonly id: string; readonly record: StoredTable | null }
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

/**
 * Makes a change in `log`, which can be assigned to (a draft of the state `before`), and returns the change that takes
 * it back. Costs what changes, not what the log holds.
 */
export function applyInPlace(log: Log, before: Log, change: Change): Change {
  const inverse: Put[] = []
  const changed = new Map<string, Put['record']>()
  for (const put of change) {
    const key = `${put.kind}/${put.id}`
    const record = changed.has(key) ? changed.get(key) : before[put.kind][put.id]
    inverse.unshift({ kind: put.kind, id: put.id, record: record ?? null } as Put)
    changed.set(key, put.record)
    if (put.record === null) Reflect.deleteProperty(log[put.kind], put.id)
    else Reflect.set(log[put.kind], put.id, put.record)
  }
  return inverse
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

/** Drops a draft. Made without looking: one that is still being saved must go too. */
export function discardDraft(id: string): Change {
  return [{ kind: 'drafts', id, record: null }]
}

/** Puts one record, as a change. */
export function putRecord<K extends Kind>(kind: K, record: RecordByKind[K]): Change {
  return [{ kind, id: record.id, record } as Put]
}
