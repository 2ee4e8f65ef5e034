/**
 * The incidents of a brief as a table for a spreadsheet: RFC 4180 (commas, quotes doubled, lines that end in CR LF), UTF-8
 * without a byte order mark, one header line. Spreadsheets run cells as formulas that begin with certain signs; such a
 * cell gets an apostrophe before it.
 */
import type { BriefData, BriefIncident } from '../../core/redaction/briefData.ts'
import type { Label } from '../briefPage.ts'

/** Lists inside a cell are joined by this. */
const JOINT = '; '

type Row = (incident: BriefIncident, words: (code: string) => string) => string | number | null

/** Column → cell. The names do not depend on the language, so that programs can rely on them. */
const COLUMNS: Readonly<Record<string, Row>> = {
  id: ({ id }) => id,
  when: ({ when }) => when,
  region: ({ place }) => place.region,
  country: ({ place }) => place.country,
  admin1: ({ place }) => place.admin1,
  admin2: ({ place }) => place.admin2,
  town: ({ place }) => place.town,
  site: ({ place }) => place.site,
  cellSouth: ({ cell }) => cell?.south ?? null,
  cellWest: ({ cell }) => cell?.west ?? null,
  cellSize: ({ cell }) => cell?.size ?? null,
  violationTypes: ({ violationTypes }) => violationTypes.join(JOINT),
  violations: ({ violationTypes }, words) => violationTypes.map(words).join(JOINT),
  placeType: ({ placeType }) => placeType,
  victimGroups: ({ victimGroups }) => victimGroups.join(JOINT),
  status: ({ status }) => status,
  killed: ({ killed }) => killed,
  injured: ({ injured }) => injured,
  detained: ({ detained }) => detained,
  missing: ({ missing }) => missing,
  people: ({ people }) => people.join(JOINT),
  claims: ({ claims }) => claims.join(JOINT),
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
}

export const CSV_COLUMNS: readonly string[] = Object.keys(COLUMNS)

/** Rows in the order of the brief's. What is withheld or not known is an empty cell. */
export function incidentsCsv({ incidents, language }: BriefData, label: Label): Uint8Array {
  const words = (code: string) => label(code, language)
  const rows = incidents.map((incident) => Object.values(COLUMNS).map((cell) => cell(incident, words)))
  return csvBytes([CSV_COLUMNS, ...rows])
}

/** The bytes of a table. Numbers stay numbers; texts cannot become formulas. */
export function csvBytes(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  return new TextEncoder().encode(rows.map((cells) => csvLine(cells.map(cellText))).join(''))
}

/** One line of cells that are safe already. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function cellText(cell: string | number | null): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : withoutFormula(cell)
}

const quoted = (cell: string): string =>
  /[",\r\n;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/**
 * Signs that begin a formula, in their wide forms too, at the beginning of a cell and wherever a program that separates
 * cells otherwise would see one begin. (OWASP, "CSV Injection".)
 */
const FORMULA = /(^|[;\t\r\n])([\s"]*)([=+\-@＝＋－＠])/gu

/** The text with an apostrophe before each sign that could begin a formula. */
export function withoutFormula(text: string): string {
  return text.replace(
    FORMULA,
    (_, before: string, blank: string, sign: string) => `${before}${blank}'${sign}`,
  )
}

/** Could a spreadsheet take a part of this cell for a formula? */
export function hasFormula(cell: string): boolean {
  return !/^-?\d+(?:\.\d+)?$/.test(cell) && withoutFormula(cell) !== cell
}
