/**
 * What counting sources reads of a log: which item derives from which, whose it is, from whom a source has it.
 *
 * Deleting a record does not make others independent. A deleted item or source is still followed (its record lies in
 * the bin), but it counts as evidence for nothing and as graded for nothing. Once the bin has been emptied only its
 * id is known: what derives from it still goes back to one and the same root.
 */
import type { Claim } from '../claim.ts'
import type { Source } from '../source.ts'
import type { SourceItem } from '../sourceItem.ts'

export type ItemTrace = Pick<SourceItem, 'id' | 'source' | 'derivesFrom'>
export type SourceTrace = Pick<Source, 'id' | 'reliability' | 'gotItFrom'>
export type EvidenceLinks = Pick<Claim, 'evidenceFor' | 'evidenceAgainst'>

export interface Traced<R> {
  readonly record: R
  /** It lies in the bin. */
  readonly isDeleted: boolean
}

/** Looks up one record; undefined when the log holds it neither among its records nor in its bin. */
export interface SourcingRecords {
  item(id: string): Traced<ItemTrace> | undefined
  source(id: string): Traced<SourceTrace> | undefined
}

/** The collections of a log that sourcing reads. Nothing else of the log has to be there. */
export interface SourcingCollections {
  readonly sourceItems: Readonly<Record<string, ItemTrace>>
  readonly sources: Readonly<Record<string, SourceTrace>>
  readonly bin: Readonly<Record<string, { readonly record: object }>>
}

/** Reads a log record by record, so that one claim costs what it goes back to and not what the log holds. */
export function recordsOfLog(log: SourcingCollections): SourcingRecords {
  return {
    item: (id) => {
      if (Object.hasOwn(log.sourceItems, id)) return living(log.sourceItems[id])
      const entry = Object.hasOwn(log.bin, id) ? log.bin[id] : undefined
      return entry && isItemTrace(entry.record) ? { record: entry.record, isDeleted: true } : undefined
    },
    source: (id) => {
      if (Object.hasOwn(log.sources, id)) return living(log.sources[id])
      const entry = Object.hasOwn(log.bin, id) ? log.bin[id] : undefined
      return entry && isSourceTrace(entry.record) ? { record: entry.record, isDeleted: true } : undefined
    },
  }
}

const living = <R>(record: R | undefined): Traced<R> | undefined =>
  record === undefined ? undefined : { record, isDeleted: false }

/** Is this record of the bin a source item? */
export function isItemTrace(record: object): record is ItemTrace {
  return 'derivesFrom' in record && Array.isArray(record.derivesFrom)
}

/** Is this record of the bin a source? */
export function isSourceTrace(record: object): record is SourceTrace {
  return 'reliability' in record
}
