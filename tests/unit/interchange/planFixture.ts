/** What the import tests share: an empty log, ids that count up, and CSV written from cells. */
import { expect } from 'vitest'
import { createId } from '../../../src/core/ids.ts'
import { applyChange, emptyLog, type Log } from '../../../src/core/log.ts'
import type { ImportPlan, ImportRequest } from '../../../src/interchange/importPlan.ts'
import { planImport } from '../../../src/interchange/planImport.ts'

export const NOW = '2026-03-01T09:00:00Z'
export const LATER = '2026-03-02T09:00:00Z'

let counter = 0
/** Fresh in every call of the process; only that they differ matters. */
export const newId = (): string => {
  counter++
  return createId((length) => Uint8Array.from({ length }, (_, i) => (i < 6 ? counter >>> (i * 5) : 7)))
}

type Asked = Partial<ImportRequest> & { readonly text?: string }

const requestOf = ({ text, ...asked }: Asked): ImportRequest => ({
  bytes: new TextEncoder().encode(text ?? ''),
  fileName: 'some file.csv',
  format: 'auto',
  log: emptyLog(NOW),
  now: NOW,
  newId,
  ...asked,
})

/** Plans and expects success, with every row accounted for. */
export async function plan(asked: Asked): Promise<ImportPlan> {
  const result = await planImport(requestOf(asked))
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  expectAccounted(result.value)
  return result.value
}

/** Plans and expects that the file is refused; gives the code. */
export async function refusal(asked: Asked): Promise<string> {
  const result = await planImport(requestOf(asked))
  return result.ok ? 'accepted' : result.error.code
}

/** Plans and applies. */
export async function importInto(
  log: Log,
  asked: Asked,
): Promise<{ readonly plan: ImportPlan; readonly log: Log }> {
  const made = await plan({ ...asked, log })
  return { plan: made, log: applyChange(log, made.change).log }
}

export function expectAccounted(made: ImportPlan): void {
  const rejectedRows = new Set(made.rejected.map((cell) => cell.row))
  expect(made.new + made.updated + made.unchanged + rejectedRows.size).toBe(made.rows)
  expect(made.possibleDuplicates).toBeLessThanOrEqual(made.new)
  for (const row of rejectedRows) expect(row >= 1 && row <= made.rows).toBe(true)
}

export interface CsvStyle {
  readonly delimiter?: string
  readonly lineEnd?: string
  readonly bom?: boolean
}

/** CSV with every cell quoted. */
export function writeCsv(table: readonly (readonly string[])[], style: CsvStyle = {}): string {
  const { delimiter = ',', lineEnd = '\n', bom = false } = style
  const rows = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
  return `${bom ? '\uFEFF' : ''}${rows.join(lineEnd)}${lineEnd}`
}

export const only = <T>(collection: Readonly<Record<string, T>>): T => {
  const values = Object.values(collection)
  const [first] = values
  if (first === undefined || values.length !== 1)
    throw new Error(`one record expected, ${values.length} found`)
  return first
}

const UCDP: Readonly<Record<string, string>> = {
  id: '300380',
  relid: 'SYR-2013-1-11973-99',
  year: '2013',
  active_year: '1',
  type_of_violence: '1',
  conflict_name: 'Syria: Government',
  dyad_name: 'Government of Syria - Syrian insurgents',
  side_a: 'Government of Syria',
  side_b: 'Syrian insurgents',
  number_of_sources: '2',
  source_article: '"Paper One,2013-01-03,First; with a semicolon";"VDC,2013-01-04,Second"',
  source_office: 'Paper One;VDC',
  source_date: '2013-01-03;2013-01-04',
  source_headline: 'First;Second',
  source_original: 'army colonel',
  where_prec: '2',
  where_coordinates: 'Rami village',
  where_description: 'in the al-Rami village',
  adm_1: 'Idlib governorate',
  adm_2: 'Ariha district',
  latitude: '35.763369',
  longitude: '36.558974',
  country: 'Syria',
  country_id: '652',
  region: 'Middle East',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2013-01-03',
  date_end: '2013-01-03',
  deaths_civilians: '0',
  low: '1',
  best: '2',
  high: '4',
}

export type UcdpRow = Readonly<Record<string, string>>
export const ucdpRow = (changes: UcdpRow = {}): UcdpRow => ({ ...UCDP, ...changes })

/** A GED file of the given rows; `columns` gives their order and may leave some out. */
export function ucdpCsv(
  rows: readonly UcdpRow[],
  style: CsvStyle & { readonly columns?: readonly string[] } = {},
): string {
  const columns = style.columns ?? Object.keys(UCDP)
  return writeCsv([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))], style)
}
export const UCDP_COLUMNS = Object.keys(UCDP)
