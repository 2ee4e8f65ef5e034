/**
 * The records form (cli.md): one record of any kind per line, as `list --json` prints it. A researcher's own file:
 * where it names a record the log has, its values win.
 */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { assessmentSchema } from '../core/claim.ts'
import { withDefaults } from '../core/recordDefaults.ts'
import { type AnyRecord, completeRecord, type Kind, kindOfType } from '../core/records.ts'
import { contentKey } from './canonicalJson.ts'
import { createImportIndex, type ImportIndex } from './importIndex.ts'
import type { ImportPlan, ImportRequest, RejectedCell } from './importPlan.ts'
import { isWithinDepth, readLines } from './jsonLines.ts'
import type { Pace } from './pacer.ts'
import { createDuplicateIndex } from './possibleDuplicates.ts'
import { dropDangling } from './resolveLinks.ts'
import type { BadCell } from './rowDraft.ts'
import { parseRecord } from './schemaIssues.ts'
import { showValue } from './showValue.ts'
import { changeOf, countTouched, type Written } from './writtenRecords.ts'

/** A line that stands on its own; its links are not looked at yet. */
export interface Entry {
  readonly row: number
  readonly kind: Kind
  readonly record: AnyRecord
  readonly existing: AnyRecord | undefined
}

/** Known by its content alone: the line says nothing that could differ from what it made. */
const FROM_RECORDS = 'records'

/** Plans the import. */
export async function planRecords(request: ImportRequest, pace: Pace): Promise<ImportPlan> {
  const reader = createLineReader(request)
  const entries: Entry[] = []
  const rejected: RejectedCell[] = []
  const takenIds = new Set<string>()
  let row = 0
  for (const { line, fraction } of readLines(request.bytes)) {
    row++
    const read = reader(line, row)
    if (Array.isArray(read)) rejected.push(...read.map((cell: BadCell) => ({ row, ...cell })))
    else if (takenIds.has(read.record.id)) {
      rejected.push({ row, column: 'id', code: 'import/duplicate-id', value: read.record.id })
    } else {
      takenIds.add(read.record.id)
      entries.push(read)
    }
    await pace({ rows: row, fraction })
  }
  const linked = dropDangling(entries, request.log)
  rejected.push(...linked.rejected)
  rejected.sort((a, b) => a.row - b.row)
  return { format: 'records', rows: row, ...sumUp(linked.entries, request), rejected, missingColumns: [] }
}

function sumUp(
  entries: readonly Entry[],
  request: ImportRequest,
): Pick<ImportPlan, 'new' | 'updated' | 'unchanged' | 'possibleDuplicates' | 'touched' | 'change'> {
  const duplicates = createDuplicateIndex(request.log)
  const written: Written[] = []
  let possibleDuplicates = 0
  for (const { kind, record, existing } of entries) {
    if (record === existing) continue
    written.push({ kind, record, isNew: existing === undefined })
    // Told, not written: the file is the researcher's own word on what is a duplicate.
    if (!existing && 'violationTypes' in record && duplicates.firstLike(record)) possibleDuplicates++
  }
  const isNew = written.filter((entry) => entry.isNew).length
  return {
    new: isNew,
    updated: written.length - isNew,
    unchanged: entries.length - written.length,
    possibleDuplicates,
    touched: countTouched(written),
    change: changeOf(written),
  }
}

type LineReader = (line: string, row: number) => Entry | BadCell[]

function createLineReader(request: ImportRequest): LineReader {
  const timesSeen = new Map<string, number>()
  const indexes = new Map<string, ImportIndex>()
  const indexOf = (importedFrom: string): ImportIndex => {
    const index = indexes.get(importedFrom) ?? createImportIndex(request.log, importedFrom)
    indexes.set(importedFrom, index)
    return index
  }
  return (line, row) => {
    const opened = openLine(line)
    if (Array.isArray(opened)) return opened
    const { kind, fields } = opened
    const named = nameLine(kind, fields, timesSeen)
    const taken = takenId(request, kind, named.fields.id)
    if (taken) return [taken]
    const existing = findExisting(request, kind, named, indexOf)
    if (existing && named.isByContent) return { row, kind, record: existing, existing }
    const completed = completeRecord(
      existing ? overExisting(named.fields, existing) : withDefaults(kind, named.fields),
      {
        id: request.newId(),
        now: request.now,
        ...(request.confidentiality === undefined ? {} : { confidentiality: request.confidentiality }),
      },
    )
    if (breaksHistory(named.fields, existing)) {
      return [
        { column: 'assessments', code: 'import/value-invalid', value: showValue(named.fields.status ?? '') },
      ]
    }
    const parsed = parseRecord(kind, completed)
    if (!parsed.ok) return parsed.error.map(({ path, code, value }) => ({ column: path, code, value }))
    return { row, kind, record: settle(parsed.value, existing, named.fields, request.now), existing }
  }
}

type Fields = Readonly<Record<string, unknown>>

function openLine(line: string): { readonly kind: Kind; readonly fields: Fields } | BadCell[] {
  let untrusted: unknown
  try {
    untrusted = JSON.parse(line)
  } catch {
    return [{ column: '', code: 'import/json-unreadable', value: showValue(line) }]
  }
  if (typeof untrusted !== 'object' || untrusted === null || Array.isArray(untrusted)) {
    return [{ column: '', code: 'import/json-unreadable', value: showValue(line) }]
  }
  if (!isWithinDepth(untrusted)) return [{ column: '', code: 'import/too-deep', value: showValue(line) }]
  const { type, ...fields }: Fields = { type: undefined, ...untrusted }
  const kind = typeof type === 'string' ? kindOfType(type) : undefined
  if (kind) return { kind, fields }
  const code = type === undefined ? 'import/field-missing' : 'import/type-unknown'
  return [{ column: 'type', code, value: type === undefined ? '' : showValue(type) }]
}

/** A line without an id gets a name made of its content, so that a second import finds what the first one made. */
function nameLine(kind: Kind, fields: Fields, timesSeen: Map<string, number>): Named {
  const has = (name: string): boolean => fields[name] !== undefined && fields[name] !== null
  if (has('id')) return { fields, isByContent: false }
  if (has('externalId')) {
    return { fields: { importedFrom: FROM_RECORDS, ...fields }, isByContent: false }
  }
  if (has('importedFrom')) return { fields, isByContent: false }
  const key = contentKey([kind, fields])
  const times = (timesSeen.get(key) ?? 0) + 1
  timesSeen.set(key, times)
  const externalId = times === 1 ? key : `${key}-${times}`
  return { fields: { ...fields, importedFrom: FROM_RECORDS, externalId }, isByContent: true }
}

function takenId(request: ImportRequest, kind: Kind, untrustedId: unknown): BadCell | undefined {
  if (typeof untrustedId !== 'string') return undefined
  const { log } = request
  const elsewhere = Object.values<unknown>({ ...log, [kind]: {}, meta: {} }).some(
    (collection) =>
      typeof collection === 'object' && collection !== null && Object.hasOwn(collection, untrustedId),
  )
  return elsewhere ? { column: 'id', code: 'import/id-taken', value: showValue(untrustedId) } : undefined
}

interface Named {
  readonly fields: Fields
  /** The name is made of the content: such a line can only say what it said before. */
  readonly isByContent: boolean
}

function findExisting(
  request: ImportRequest,
  kind: Kind,
  { fields, isByContent }: Named,
  indexOf: (importedFrom: string) => ImportIndex,
): AnyRecord | undefined {
  const { id, importedFrom, externalId } = fields
  if (typeof id === 'string') return Object.hasOwn(request.log[kind], id) ? request.log[kind][id] : undefined
  if (typeof importedFrom !== 'string' || typeof externalId !== 'string') return undefined
  const index = indexOf(importedFrom)
  // Deleted since: it stays in the bin.
  const binned = isByContent ? index.binned(kind, externalId) : undefined
  return index.live(kind, externalId) ?? binned
}

/** What a line does not name stays as it was: a short line must not wipe a name, a consent or a history. */
function overExisting(fields: Fields, existing: AnyRecord): Fields {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return { ...existing, ...Object.fromEntries(given) }
}

/** A claim with a history moves by an assessment, and its history only grows. */
function breaksHistory(fields: Fields, existing: AnyRecord | undefined): boolean {
  if (existing === undefined || !('assessments' in existing) || existing.assessments.length === 0)
    return false
  const given = fields.assessments
  if (given === undefined) return fields.status !== undefined && fields.status !== existing.status
  const parsed = z.array(assessmentSchema).safeParse(given)
  return (
    !parsed.success ||
    existing.assessments.some((old) => !parsed.data.some((each) => isDeepStrictEqual(each, old)))
  )
}

/** The existing record itself when the line says nothing new; else the new one, touched now unless it says when. */
function settle(record: AnyRecord, existing: AnyRecord | undefined, fields: Fields, now: string): AnyRecord {
  if (!existing) return record
  if (isDeepStrictEqual(record, existing)) return existing
  return fields.updatedAt === undefined ? { ...record, updatedAt: now } : record
}
