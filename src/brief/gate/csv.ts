/**
 * The release gate for the table of incidents: read back by another program than wrote it, held to its header and its
 * one way of writing, every cell searched like a value of the JSON form.
 */
import { parse } from 'csv-parse/sync'
import { CSV_COLUMNS, csvLine, hasFormula } from '../exports/incidentsCsv.ts'
import { type Evidence, evidence, rawTexts } from './evidence.ts'
import type { Finding } from './finding.ts'
import { rowFindings } from './jsonRows.ts'
import { valueClasses } from './jsonValues.ts'

const HEADER = CSV_COLUMNS.join(',')

/** Does the file begin as our table does? `start` is its beginning, byte by byte. */
export function isIncidentsCsv(start: string): boolean {
  return start.replace(/^\xef\xbb\xbf/, '').startsWith(HEADER)
}

/**
 * Reads the table of incidents.
 * @param hasFarScripts as for `rawTexts`.
 */
export function readCsvFile(bytes: Uint8Array, hasFarScripts: boolean): Evidence {
  const raw = rawTexts(bytes, 'file', hasFarScripts)
  const read = readRows(bytes)
  if (read === null)
    return evidence({
      findings: [{ class: 'csv/form', where: 'file', detail: 'not the table of a brief' }],
      raw,
    })
  const [, ...rows] = read.rows
  const form: Finding[] = read.isCanonical
    ? []
    : [{ class: 'csv/form', where: 'file', detail: 'written in another way, or a header of its own' }]
  const named = rows.map((row) =>
    Object.fromEntries(CSV_COLUMNS.map((name, at) => [name, row[at] ?? ''] as const)),
  )
  const cells = rows.flatMap((row, index) =>
    row.map((cell, at) => ({
      cell,
      column: CSV_COLUMNS[at] ?? '',
      where: `row ${index + 1}, ${CSV_COLUMNS[at] ?? 'a further cell'}`,
    })),
  )
  return evidence({
    findings: [
      ...form,
      ...rowFindings(named, 'rows'),
      ...cells.flatMap(({ cell, column, where }) => cellFindings(cell, column, where)),
    ],
    texts: cells.map(({ cell, where }) => ({ how: 'prose', text: cell, where })),
    raw,
  })
}

function cellFindings(cell: string, column: string, where: string): Finding[] {
  const classes = [...valueClasses(column, cell), ...(hasFormula(cell) ? (['csv/formula'] as const) : [])]
  return classes.map((name): Finding => ({ class: name, where, detail: 'by its form' }))
}

interface ReadTable {
  readonly rows: readonly (readonly string[])[]
  /** Our header, and written as we write. */
  readonly isCanonical: boolean
}

/** Null when it is no UTF-8, or no table. */
function readRows(bytes: Uint8Array): ReadTable | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const rows: string[][] = parse(text, { relax_column_count: true })
    const isCanonical =
      rows[0]?.join(',') === HEADER &&
      rows.every((row) => row.length === CSV_COLUMNS.length) &&
      rows.map((row) => csvLine(row)).join('') === text
    return { rows, isCanonical }
  } catch {
    return null
  }
}
