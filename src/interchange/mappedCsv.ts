/** Any CSV through a mapping file. */

import { contentKey } from './canonicalJson.ts'
import { cellsDigest, checkCells, checkHeaders } from './csvCells.ts'
import type { CsvTable } from './csvTable.ts'
import type { ImportPlan, ImportRequest } from './importPlan.ts'
import { type BoundColumn, readGroups } from './mappedGroups.ts'
import { draftMapped } from './mappedRow.ts'
import type { ColumnRule, Mapping } from './mapping.ts'
import type { Pace } from './pacer.ts'
import { createPlanBuilder } from './planBuilder.ts'
import { UnreadableFile } from './unreadableFile.ts'

interface Bound {
  readonly columns: readonly BoundColumn[]
  readonly missing: readonly string[]
}

/** Plans the import. Throws {@link UnreadableFile} `import/column-missing`, `import/header-repeated`. */
export async function planMapped(
  table: CsvTable,
  mapping: Mapping,
  request: ImportRequest,
  pace: Pace,
): Promise<ImportPlan> {
  const { columns, missing } = bindColumns(table.headers, mapping)
  const builder = createPlanBuilder(request, 'csv', mapping.importedFrom)
  const idColumn = columns.find(({ rule }) => rule?.target.name === 'externalId')?.header
  const nextKey = createContentKeys(columns)
  let row = 0
  for await (const { cells, fraction } of table.rows) {
    row++
    const read =
      checkCells(table.headers, cells) ?? readGroups(columns, cells, mapping.constants, request.dateOrder)
    if (read.kind === 'rejected') builder.reject(row, read.cells)
    else {
      const { groups } = read
      const externalId = idColumn === undefined ? nextKey(cells) : groups.externalId
      const { draft } = draftMapped(mapping.kind, groups, {
        externalId,
        idColumn: idColumn ?? '',
        now: request.now,
      })
      builder.add(row, draft, cellsDigest(cells))
    }
    await pace({ rows: row, fraction })
  }
  return builder.finish(missing)
}

/** Headers match as written, else without regard to case. */
function bindColumns(headers: readonly string[], mapping: Mapping): Bound {
  const position = (rule: ColumnRule): number => {
    const exact = headers.indexOf(rule.header)
    if (exact >= 0) return exact
    return headers.findIndex((header) => header.toLowerCase() === rule.header.toLowerCase())
  }
  const ruleByPosition = new Map<number, ColumnRule>()
  const missing: string[] = []
  for (const rule of mapping.columns) {
    const at = position(rule)
    if (at >= 0) ruleByPosition.set(at, rule)
    else if (isNeeded(rule)) throw new UnreadableFile('import/column-missing', { column: rule.header })
    else missing.push(rule.header)
  }
  checkHeaders(headers)
  return { columns: headers.map((header, i) => ({ header, rule: ruleByPosition.get(i) })), missing }
}

/** Without these no row could be read, or none found again. */
const isNeeded = ({ target }: ColumnRule): boolean =>
  target.name === 'externalId' ||
  (target.name === 'field' && target.group === 'record' && target.path.join('.') === 'when')

/**
 * Rows without an id of their own are known by their content: what is mapped of them. Equal rows are counted, so
 * that two equal rows stay two records.
 */
function createContentKeys(columns: readonly BoundColumn[]): (cells: readonly string[]) => string {
  const timesSeen = new Map<string, number>()
  return (cells) => {
    const mapped = columns.flatMap(({ header, rule }, i) =>
      rule && rule.target.name !== 'ignore' ? [[header.toLowerCase(), (cells[i] ?? '').trim()]] : [],
    )
    const key = contentKey(Object.fromEntries(mapped))
    const times = (timesSeen.get(key) ?? 0) + 1
    timesSeen.set(key, times)
    return times === 1 ? key : `${key}-${times}`
  }
}
