/**
 * Finds the records an earlier import of the same data set made, by kind and external id. Built once, so that an
 * import stays linear; grows with what the import itself makes.
 */
import type { Log } from '../core/log.ts'
import { type AnyRecord, KINDS, type Kind } from '../core/records.ts'

export interface ImportIndex {
  readonly live: (kind: Kind, externalId: string) => AnyRecord | undefined
  /** Deleted by the researcher, still in the bin: an import does not bring it back. */
  readonly binned: (kind: Kind, externalId: string) => AnyRecord | undefined
  readonly add: (kind: Kind, externalId: string, record: AnyRecord) => void
}

const keyOf = (kind: Kind, externalId: string): string => `${kind}\u0000${externalId}`

/** Indexes the records of a log whose `importedFrom` is the given one. */
export function createImportIndex(log: Log, importedFrom: string): ImportIndex {
  const live = new Map<string, AnyRecord>()
  const binned = new Map<string, AnyRecord>()
  for (const kind of KINDS) {
    for (const record of Object.values<AnyRecord>(log[kind])) {
      if (record.importedFrom === importedFrom && record.externalId !== undefined) {
        live.set(keyOf(kind, record.externalId), record)
      }
    }
  }
  for (const { kind, record } of Object.values(log.bin)) {
    if (record.importedFrom === importedFrom && record.externalId !== undefined) {
      binned.set(keyOf(kind, record.externalId), record)
    }
  }
  return {
    live: (kind, externalId) => live.get(keyOf(kind, externalId)),
    binned: (kind, externalId) => binned.get(keyOf(kind, externalId)),
    add: (kind, externalId, record) => void live.set(keyOf(kind, externalId), record),
  }
}
