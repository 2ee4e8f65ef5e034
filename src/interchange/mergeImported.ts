/**
 * A record that an earlier import made meets the file again. The file renews what the file said; what a researcher
 * judges by herself (grades, labels, tags, links she drew) is hers and stays.
 */
import { isDeepStrictEqual } from 'node:util'
import type { AnyRecord, Kind } from '../core/records.ts'
import type { Result } from '../core/result.ts'
import { renewRemarks } from './remarks.ts'
import type { DraftFields, RemarkLine } from './rowDraft.ts'
import { type FieldIssue, parseRecord } from './schemaIssues.ts'

/** Of every kind: identity, times, label, the researcher's own words for it. */
const KEPT_ALWAYS = ['id', 'createdAt', 'updatedAt', 'confidentiality', 'tags', 'externalId', 'importedFrom']
const KEPT: { readonly [K in Kind]?: readonly string[] } = {
  incidents: [
    'status',
    'claims',
    'duplicateOf',
    'possibleDuplicateOf',
    'notDuplicateOf',
    'mergedInto',
    'workStatus',
  ],
  sources: ['kind', 'reliability', 'reliabilityReason', 'reliabilityOn', 'protection', 'consents'],
  sourceItems: ['accessedAt', 'source', 'derivesFrom', 'notDerivedFrom', 'evidence'],
  claims: [
    'kind',
    'status',
    'credibility',
    'about',
    'evidenceFor',
    'evidenceAgainst',
    'standardMet',
    'confidence',
    'safeWording',
    'nextStep',
    'reviewBy',
    'assessments',
    'asOf',
    'supersededBy',
  ],
  persons: ['atRisk', 'riskNote', 'consents'],
  actions: ['status', 'priority'],
}

export interface ImportedFields {
  readonly fields: DraftFields
  /** Renewed only when something else has changed, or when `wordsChanged` says so. */
  readonly worded: DraftFields
  readonly remarks: readonly RemarkLine[]
  /** Ids of new records to append to lists of links. */
  readonly append?: DraftFields
  readonly wordsChanged?: boolean
}

/** Gives the merged record, the same object when nothing differs; or the fields its schema refuses. */
export function mergeImported(
  kind: Kind,
  existing: AnyRecord,
  imported: ImportedFields,
  now: string,
): Result<AnyRecord, readonly [FieldIssue, ...FieldIssue[]]> {
  const kept = new Set([...KEPT_ALWAYS, ...(KEPT[kind] ?? [])])
  const next: Record<string, unknown> = { ...existing }
  for (const [name, value] of Object.entries(imported.fields)) {
    if (!kept.has(name)) next[name] = renewField(name, next[name], value)
  }
  const remarks = renewRemarks(existing.remarks, imported.remarks)
  if (remarks === undefined) delete next.remarks
  else next.remarks = remarks
  for (const [name, added] of Object.entries(imported.append ?? {})) {
    const list = next[name]
    if (Array.isArray(list) && Array.isArray(added)) next[name] = [...list, ...added]
  }
  const merged = parseRecord(kind, next)
  if (!merged.ok) return merged
  const isSame = isDeepStrictEqual(merged.value, existing)
  if (isSame && imported.wordsChanged !== true) return { ok: true, value: existing }
  const reworded = parseRecord(kind, { ...merged.value, ...imported.worded })
  if (!reworded.ok) return reworded
  if (isDeepStrictEqual(reworded.value, existing)) return { ok: true, value: existing }
  return { ok: true, value: { ...reworded.value, updatedAt: now } }
}

/** Parts of a place or a count that the file does not give may be the researcher's own work: they stay. */
function renewField(name: string, old: unknown, value: unknown): unknown {
  if (name !== 'where' && name !== 'counts' && name !== 'protection') return value
  if (!isPlain(old) || !isPlain(value)) return value
  if (name !== 'counts') return { ...old, ...value }
  const counts: Record<string, unknown> = { ...old }
  for (const [thing, count] of Object.entries(value)) {
    const reportedBy = isPlain(old[thing]) ? old[thing].reportedBy : undefined
    counts[thing] = isPlain(count) && reportedBy !== undefined ? { reportedBy, ...count } : count
  }
  return counts
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
