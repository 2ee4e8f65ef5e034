/**
 * Turns row drafts into the plan, one row at a time and each row whole or not at all: finds what an earlier import
 * made, shares sources and items between rows, counts, and flags possible duplicates.
 */
import type { AnyRecord } from '../core/records.ts'
import { RELIABILITIES, type Reliability } from '../core/vocabularyCodes.ts'
import { createImportIndex } from './importIndex.ts'
import type { ImportPlan, ImportRequest, RejectedCell } from './importPlan.ts'
import { createDuplicateIndex } from './possibleDuplicates.ts'
import type { BadCell, RowDraft } from './rowDraft.ts'
import { stageRow } from './stageRow.ts'
import { changeOf, countTouched, type Written } from './writtenRecords.ts'

export interface PlanBuilder {
  /** `digest` tells a repeated row from another row with the same external id. */
  readonly add: (row: number, draft: RowDraft, digest: string) => void
  readonly reject: (row: number, cells: readonly BadCell[]) => void
  readonly finish: (missingColumns?: readonly string[]) => ImportPlan
}

/** An empty plan for one data set. `importedFrom` names the set, never the file. */
export function createPlanBuilder(
  request: Pick<ImportRequest, 'log' | 'now' | 'newId' | 'confidentiality'>,
  format: ImportPlan['format'],
  importedFrom: string,
): PlanBuilder {
  const index = createImportIndex(request.log, importedFrom)
  const duplicates = createDuplicateIndex(request.log)
  const digestByKey = new Map<string, string>()
  const written = new Map<string, Written>()
  const gradesBySourceId = new Map<string, Map<Reliability, number>>()
  const rejected: RejectedCell[] = []
  const counts = { rows: 0, new: 0, updated: 0, unchanged: 0, possibleDuplicates: 0 }

  const reject = (row: number, cells: readonly BadCell[]): void => {
    counts.rows++
    for (const cell of cells) rejected.push({ row, ...cell })
  }

  const write = (entry: Written, externalId: string): void => {
    const before = written.get(entry.record.id)
    written.set(entry.record.id, { ...entry, isNew: entry.isNew || before?.isNew === true })
    index.add(entry.kind, externalId, entry.record)
  }

  const flagDuplicate = (record: AnyRecord): AnyRecord => {
    if (!('violationTypes' in record)) return record
    const first = duplicates.firstLike(record)
    if (first === undefined) return record
    counts.possibleDuplicates++
    return { ...record, possibleDuplicateOf: [...new Set([...record.possibleDuplicateOf, first])] }
  }

  const add = (row: number, draft: RowDraft, digest: string): void => {
    const seen = digestByKey.get(draft.externalId)
    if (seen !== undefined) {
      if (seen !== digest) {
        reject(row, [
          { column: draft.idColumn, code: 'import/duplicate-id', value: draft.externalId.slice(0, 200) },
        ])
        return
      }
      counts.rows++
      counts.unchanged++
      return
    }
    const staged = stageRow(draft, {
      ...request,
      importedFrom,
      index,
      isCreated: (id) => written.get(id)?.isNew === true,
    })
    if (!staged.ok) {
      reject(row, staged.error)
      return
    }
    digestByKey.set(draft.externalId, digest)
    counts.rows++
    counts[staged.value.outcome]++
    for (const entry of staged.value.writes) {
      const isNewMain = entry.isNew && entry.kind === draft.kind && entry.externalId === draft.externalId
      write({ ...entry, record: isNewMain ? flagDuplicate(entry.record) : entry.record }, entry.externalId)
    }
    for (const [sourceId, grade] of staged.value.grades) {
      const grades = gradesBySourceId.get(sourceId) ?? new Map<Reliability, number>()
      gradesBySourceId.set(sourceId, grades.set(grade, (grades.get(grade) ?? 0) + 1))
    }
  }

  const finish = (missingColumns: readonly string[] = []): ImportPlan => {
    for (const [id, grades] of gradesBySourceId) gradeSource(written, id, grades, request.now)
    return {
      format,
      ...counts,
      rejected,
      missingColumns,
      touched: countTouched(written.values()),
      change: changeOf(written.values()),
    }
  }
  return { add, reject, finish }
}

/**
 * A file that grades each row may grade one source in several ways. Reliability belongs to the source: the grade
 * most rows give is kept (the lower one on a tie), and the reason lists them all. A source known before keeps the
 * researcher's own grade.
 */
function gradeSource(
  written: Map<string, Written>,
  id: string,
  rowsByGrade: ReadonlyMap<Reliability, number>,
  now: string,
): void {
  const entry = written.get(id)
  if (!entry?.isNew || !('reliability' in entry.record)) return
  const judged = RELIABILITIES.filter((grade) => rowsByGrade.has(grade) && grade !== 'F')
  const rows = (grade: Reliability): number => rowsByGrade.get(grade) ?? 0
  const reliability = judged.toSorted((a, b) => rows(b) - rows(a) || (a < b ? 1 : -1))[0]
  if (reliability === undefined) return
  const listed = judged.map((grade) => `${grade} in ${rows(grade)}`).join(', ')
  const reliabilityReason =
    judged.length === 1
      ? 'As graded by the imported file.'
      : `The imported file grades its rows differently (${listed}); the most frequent grade is kept.`
  const record = { ...entry.record, reliability, reliabilityReason, reliabilityOn: now.slice(0, 10) }
  written.set(id, { ...entry, record })
}
