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

/** The record with this id, or with a unique beginning. Throws a usage failure otherwise. */
export function findRecord(log: Log, id: string, kinds: readonly Kind[] = KINDS): FoundRecord {
  const all = kinds.flatMap((kind) =>
    Object.values(log[kind]).map((record): FoundRecord => ({ kind, record })),
  )
  const exact = all.find(({ record }) => record.id === id)
  if (exact) return exact
  const begins = all.filter(({ record }) => record.id.startsWith(id))
  if (begins.length === 1 && begins[0]) return begins[0]
  if (begins.length === 0) throw usage('records/not-found', `There is no record ${id}.`)
  throw usage('records/id-ambiguous', `${begins.length} records begin with ${id}: give more of the id.`)
}
