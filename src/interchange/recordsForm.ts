/**
 * The records form (cli.md): one record of any kind per line, as `list --json` prints it. A researcher's own file:
 * where it names a record the log has, its values win.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Assessment } from '../core/claim.ts'
import { stateAsOf } from '../core/grading.ts'
import { firstSwitchedOff } from '../core/optIns.ts'
import { withDefaults } from '../core/recordDefaults.ts'
import { type AnyRecord, completeRecord, type Kind, kindOfType } from '../core/records.ts'
import type { LocalTerm } from '../core/terms.ts'
import { contentKey } from './canonicalJson.ts'
import { createImportIndex, type ImportIndex } from './importIndex.ts'
import type { ImportPlan, ImportRequest, RejectedCell } from './importPlan.ts'
import { isWithinDepth, readLines } from './jsonLines.ts'
import { isKeyKind } from './keyKinds.ts'
import type { Pace } from './pacer.ts'
import { createDuplicateIndex } from './possibleDuplicates.ts'
import { entriesInCircles } from './redirectCircles.ts'
import { dropDangling } from './resolveLinks.ts'
import type { BadCell } from './rowDraft.ts'
import { parseRecord } from './schemaIssues.ts'
import { showValue } from './showValue.ts'
import { planTerms, readTerm, TERM_TYPE } from './termLines.ts'
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
  const terms: LocalTerm[] = []
  const rejected: RejectedCell[] = []
  const takenIds = new Set<string>()
  let row = 0
  for (const { line, fraction } of readLines(request.bytes)) {
    row++
    const read = reader(line, row)
    const id = Array.isArray(read) ? '' : 'labels' in read ? read.id : read.record.id
    if (Array.isArray(read)) rejected.push(...read.map((cell: BadCell) => ({ row, ...cell })))
    else if (takenIds.has(id)) {
      rejected.push({ row, column: 'id', code: 'import/duplicate-id', value: id })
    } else {
      takenIds.add(id)
      if ('labels' in read) terms.push(read)
      else entries.push(read)
    }
    await pace({ rows: row, fraction })
  }
  const circling = entriesInCircles(entries, request.log)
  for (const entry of circling) {
    rejected.push({
      row: entry.row,
      column: 'mergedInto',
      code: 'import/link-circle',
      value: entry.record.id,
    })
  }
  const linked = dropDangling(
    entries.filter((entry) => !circling.has(entry)),
    request.log,
  )
  rejected.push(...linked.rejected)
  rejected.sort((a, b) => a.row - b.row)
  const summed = sumUp(linked.entries, request)
  const ofTerms = planTerms(terms, request.log)
  return {
    ...summed,
    format: 'records',
    rows: row,
    new: summed.new + ofTerms.new,
    updated: summed.updated + ofTerms.updated,
    unchanged: summed.unchanged + ofTerms.unchanged,
    rejected,
    missingColumns: [],
    change: [...ofTerms.change, ...summed.change],
  }
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

type LineReader = (line: string, row: number) => Entry | LocalTerm | BadCell[]

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
    if (kind === TERM_TYPE) return readTerm(fields)
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
    const switchedOff = firstSwitchedOff(request.log.meta, kind, named.fields, asFields(existing))
    if (switchedOff !== null) {
      return [{ column: switchedOff, code: 'import/field-switched-off', value: '' }]
    }
    const parsed = parseRecord(kind, completed)
    if (!parsed.ok) return parsed.error.map(({ path, code, value }) => ({ column: path, code, value }))
    const record = settle(parsed.value, existing, named.fields, request.now)
    if (record !== existing && breaksHistory(record, existing)) {
      return [
        { column: 'assessments', code: 'import/value-invalid', value: showValue(named.fields.status ?? '') },
      ]
    }
    return { row, kind, record, existing }
  }
}

type Fields = Readonly<Record<string, unknown>>

const asFields = (record: AnyRecord | undefined) => record as Fields | undefined

function openLine(
  line: string,
): { readonly kind: Kind | typeof TERM_TYPE; readonly fields: Fields } | BadCell[] {
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
  if (type === TERM_TYPE) return { kind: TERM_TYPE, fields }
  const kind = typeof type === 'string' ? kindOfType(type) : undefined
  if (kind !== undefined && isKeyKind(kind))
    return [{ column: 'type', code: 'import/key-refused', value: showValue(type) }]
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
function breaksHistory(next: AnyRecord, existing: AnyRecord | undefined): boolean {
  if (existing === undefined || !('assessments' in existing) || !('assessments' in next)) return false
  if (existing.assessments.length === 0) return false
  const isKept = (old: Assessment) => next.assessments.some((each) => isDeepStrictEqual(each, old))
  if (!existing.assessments.every(isKept)) return true
  const hasGrown = next.assessments.length > existing.assessments.length
  const held = hasGrown ? stateAsOf(next, LAST_DAY) : existing
  return GRADES.some((grade) => next[grade] !== held[grade])
}

const GRADES = ['status', 'credibility', 'standardMet'] as const
/** No assessment speaks for a later day. */
const LAST_DAY = '9999-12-31'

/** The existing record itself when the line says nothing new; else the new one, touched now unless it says when. */
function settle(record: AnyRecord, existing: AnyRecord | undefined, fields: Fields, now: string): AnyRecord {
  if (!existing) return record
  if (isDeepStrictEqual(record, existing)) return existing
  return fields.updatedAt === undefined ? { ...record, updatedAt: now } : record
}
