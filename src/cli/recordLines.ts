/** Records as the command line shows and exchanges them: the records form, short ids, rows of text. */
import { stateAsOf } from '../core/grading.ts'
import type { Log } from '../core/log.ts'
import { type AnyRecord, KINDS, type Kind, recordTitle, TYPE_BY_KIND } from '../core/records.ts'
import { usage } from './exit.ts'

/** The form that `import --format records` reads: `type` first, then the fields. */
export function recordLine(kind: Kind, record: AnyRecord): Record<string, unknown> {
  return { type: TYPE_BY_KIND[kind], ...record }
}

/** A claim as it stood on a day; other records as they are. */
export function recordAsOf(record: AnyRecord, asOf: string | undefined): AnyRecord {
  if (asOf === undefined || !('statement' in record)) return record
  const { status, credibility, standardMet, assessedOn } = stateAsOf(record, asOf)
  const { asOf: _later, ...rest } = record
  const assessments = record.assessments.filter((assessment) => assessment.when <= asOf)
  return {
    ...rest,
    assessments,
    status,
    credibility,
    standardMet,
    ...(assessedOn === null ? {} : { asOf: assessedOn }),
  }
}

export function recordRow(kind: Kind, record: AnyRecord): string[] {
  const status = 'status' in record && record.status !== undefined ? record.status : ''
  const when = 'when' in record ? record.when : ''
  return [record.id.slice(0, 10), when, status, record.confidentiality, recordTitle(kind, record)]
}

export interface FoundRecord {
  readonly kind: Kind
  readonly record: AnyRecord
}

/** The record with this id, or with a unique beginning. Throws a usage failure otherwise. Reads that record alone. */
export function findRecord(log: Log, id: string, kinds: readonly Kind[] = KINDS): FoundRecord {
  const named = kinds.flatMap((kind) => Object.keys(log[kind]).map((each) => ({ kind, id: each })))
  const { kind, id: whole } = onlyMatch(named, id)
  const record = log[kind][whole]
  if (record === undefined) throw usage('records/not-found', `There is no record ${id}.`)
  return { kind, record }
}

/** The same, with what is in the bin. */
export function findRecordOrDeleted(log: Log, id: string): FoundRecord & { readonly isInBin: boolean } {
  const deleted = Object.keys(log.bin).filter((each) => each === id || each.startsWith(id))
  const isLive = KINDS.some((kind) => Object.hasOwn(log[kind], id))
  if (isLive || deleted.length === 0) return { ...findRecord(log, id), isInBin: false }
  const live = KINDS.flatMap((kind) => Object.keys(log[kind]).filter((each) => each.startsWith(id)))
  const found = onlyMatch(
    [...deleted, ...live].map((each) => ({ id: each })),
    id,
  )
  const entry = log.bin[found.id]
  if (entry === undefined) throw usage('records/not-found', `There is no record ${id}.`)
  return { kind: entry.kind, record: entry.record, isInBin: true }
}

function onlyMatch<T extends { readonly id: string }>(named: readonly T[], id: string): T {
  const exact = named.find((each) => each.id === id)
  if (exact !== undefined) return exact
  const begins = named.filter((each) => each.id.startsWith(id))
  const [first] = begins
  if (first === undefined) throw usage('records/not-found', `There is no record ${id}.`)
  if (begins.length === 1) return first
  throw usage('records/id-ambiguous', `${begins.length} records begin with ${id}: give more of the id.`)
}
