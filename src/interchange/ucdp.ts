/** UCDP GED as CSV, recognised by its columns in any order. */

import { cellsDigest, checkCells, checkHeaders } from './csvCells.ts'
import type { CsvTable } from './csvTable.ts'
import type { ImportPlan, ImportRequest } from './importPlan.ts'
import type { Pace } from './pacer.ts'
import { createPlanBuilder } from './planBuilder.ts'
import { readUcdpRow, type UcdpCells } from './ucdpRow.ts'
import { UnreadableFile } from './unreadableFile.ts'

const REQUIRED = [
  'id',
  'type_of_violence',
  'date_start',
  'date_end',
  'latitude',
  'longitude',
  'best',
] as const
/** Seen in no other data set together; enough to know the file even when a needed column is missing. */
const TELLING = [
  'type_of_violence',
  'date_prec',
  'where_prec',
  'event_clarity',
  'dyad_name',
  'deaths_civilians',
]
const TELLING_ENOUGH = 3

const nameOf = (header: string): string => header.trim().toLowerCase()

/** Is this the header of a GED file? */
export function isUcdpHeader(headers: readonly string[]): boolean {
  const names = new Set(headers.map(nameOf))
  return TELLING.filter((name) => names.has(name)).length >= TELLING_ENOUGH || isBareGed(names)
}

/** A file cut down to what an incident needs still speaks GED's own words. */
function isBareGed(names: ReadonlySet<string>): boolean {
  return ['id', 'type_of_violence', 'date_start', 'date_end', 'best'].every((name) => names.has(name))
}

/** Plans the import. Throws {@link UnreadableFile} `import/column-missing`, `import/header-repeated`. */
export async function planUcdp(table: CsvTable, request: ImportRequest, pace: Pace): Promise<ImportPlan> {
  const columns = table.headers.map(nameOf)
  const positions = new Map(columns.map((column, i) => [column, i]))
  for (const column of REQUIRED) {
    if (!positions.has(column)) throw new UnreadableFile('import/column-missing', { column })
  }
  checkHeaders(columns)
  const builder = createPlanBuilder(request, 'ucdp', 'ucdp-ged')
  let row = 0
  for await (const { cells, fraction } of table.rows) {
    row++
    const wrong = checkCells(table.headers, cells)
    const read = wrong ?? readUcdpRow(rowCells(table.headers, columns, positions, cells), request.dateOrder)
    if (read.kind === 'rejected') builder.reject(row, read.cells)
    else builder.add(row, read.draft, cellsDigest(cells))
    await pace({ rows: row, fraction })
  }
  return builder.finish()
}

function rowCells(
  headers: readonly string[],
  columns: readonly string[],
  positions: ReadonlyMap<string, number>,
  cells: readonly string[],
): UcdpCells {
  return {
    cell: (column) => cells[positions.get(column) ?? -1] ?? '',
    header: (column) => headers[positions.get(column) ?? -1] ?? column,
    all: columns.map((column, i) => [column, headers[i] ?? column, cells[i] ?? '']),
  }
}
