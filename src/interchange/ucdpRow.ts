/**
 * One row of the UCDP Georeferenced Event Dataset → an incident, its source items and the claim how many were
 * killed. Columns and scales are those of the GED codebook; what has no field of its own goes to `remarks`.
 */
import { countryOfName, countryOfNumber } from './countryCodes.ts'
import { countStatement } from './countStatement.ts'
import type { DateOrder } from './importPlan.ts'
import { readCoordinates, readWhole } from './readNumbers.ts'
import { type BadCell, oneLine, type RemarkLine, type RowRead } from './rowDraft.ts'
import { showValue } from './showValue.ts'
import { readUcdpDay, ucdpWhen } from './ucdpDate.ts'
import { ucdpItems } from './ucdpSources.ts'

/** Reads a cell by its name in the codebook; '' when the file has no such column. */
export interface UcdpCells {
  readonly cell: (column: string) => string
  /** The column's name as this file spells it. */
  readonly header: (column: string) => string
  /** Every column of the file with its cell, in order: codebook name, file name, cell. */
  readonly all: readonly (readonly [column: string, header: string, cell: string])[]
}

/** Kept in fields of their own, or said again by them. */
const IN_FIELDS = new Set([
  'id',
  'type_of_violence',
  'source_article',
  'source_office',
  'source_date',
  'source_headline',
  'source_original',
  'where_prec',
  'where_coordinates',
  'where_description',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'date_start',
  'date_end',
  'low',
  'best',
  'high',
])
const STATUS_BY_CLARITY: ReadonlyMap<string, string> = new Map([
  ['1', 'likely'],
  ['2', 'possible'],
  ['', 'unknown'],
])

/** Reads one row; every cell that cannot be read is named. */
export function readUcdpRow(row: UcdpCells, order: DateOrder | undefined): RowRead {
  const bad: BadCell[] = []
  const refuse = (column: string, code: string): undefined => {
    bad.push({ column: row.header(column), code, value: showValue(row.cell(column).trim()) })
    return undefined
  }
  const id = row.cell('id').trim() || refuse('id', 'import/field-missing')
  const kind = readViolence(row.cell('type_of_violence')) ?? refuse('type_of_violence', 'import/code-unknown')
  const status =
    STATUS_BY_CLARITY.get(whole(row.cell('event_clarity'))) ?? refuse('event_clarity', 'import/code-unknown')
  const when = readWhen(row, order, refuse)
  const where = readWhere(row, refuse)
  const deaths = readDeaths(row, refuse)
  const [first, ...rest] = bad
  if (first) return { kind: 'rejected', cells: [first, ...rest] }
  if (!id || !kind || !status || !when || !where || !deaths) throw new Error('a refused cell was not listed')

  const { killed, isContradictory } = deaths
  const place = [...new Set([where.name ?? where.admin2, where.admin1])]
    .filter((part) => part !== undefined)
    .join(', ')
  const hasKilled = Object.keys(killed).length > 0
  const isCoarse = !/-\d{2}-\d{2}/.test(when)
  return {
    kind: 'draft',
    draft: {
      kind: 'incidents',
      externalId: id,
      idColumn: row.header('id'),
      fields: {
        when,
        where,
        violationTypes: [kind.code],
        ...(hasKilled ? { counts: { killed } } : {}),
      },
      initial: { status },
      worded: { title: titleOf(row, kind, place), summary: summaryOf(row, kind) },
      remarks: remarksOf(row, { isCoarse, isContradictory, hasCountry: where.country !== undefined }),
      items: ucdpItems({
        id,
        article: row.cell('source_article'),
        office: row.cell('source_office'),
        date: row.cell('source_date'),
        headline: row.cell('source_headline'),
        original: row.cell('source_original'),
      }),
      claims: hasKilled
        ? [
            {
              key: 'killed',
              fields: { value: { ...killed, unit: 'killed' } },
              initial: { kind: 'number', status: 'not-assessed', credibility: 6 },
              statement: countStatement('killed', killed, { place, when }),
            },
          ]
        : [],
      columnOf: (path) => row.header(COLUMN_BY_FIELD[path] ?? path),
    },
  }
}

const COLUMN_BY_FIELD: Readonly<Record<string, string>> = {
  when: 'date_start',
  externalId: 'id',
  'where.text': 'where_description',
  'where.name': 'where_coordinates',
  'where.admin1': 'adm_1',
  'where.admin2': 'adm_2',
  'where.lat': 'latitude',
  'where.lon': 'longitude',
  'where.precision': 'where_prec',
}

type Refuse = (column: string, code: string) => undefined

interface Violence {
  readonly code: string
  readonly words: string
}

function readViolence(cell: string): Violence | undefined {
  switch (whole(cell)) {
    case '1':
      return { code: 'local:armed-clash', words: 'State-based violence' }
    case '2':
      return { code: 'local:armed-clash', words: 'Non-state violence' }
    case '3':
      return { code: 'local:one-sided-violence', words: 'One-sided violence' }
    default:
      return undefined
  }
}

/** "1.0" is how statistics programs write 1. */
const whole = (cell: string): string => {
  const value = readWhole(cell)
  return value === null ? cell.trim() : String(value)
}

function readWhen(row: UcdpCells, order: DateOrder | undefined, refuse: Refuse): string | undefined {
  const start = readUcdpDay(row.cell('date_start'), order) ?? refuse('date_start', 'import/date-unreadable')
  const end = readUcdpDay(row.cell('date_end'), order) ?? refuse('date_end', 'import/date-unreadable')
  const precision = readPrecision(row, 'date_prec', 5, refuse)
  if (start === undefined || end === undefined) return undefined
  if (end < start) return refuse('date_end', 'import/date-order')
  return ucdpWhen(start, end, precision)
}

/** Undefined when the file has no such column, or the cell was refused. */
function readPrecision(row: UcdpCells, column: string, most: number, refuse: Refuse): number | undefined {
  if (!row.all.some(([name]) => name === column)) return undefined
  const value = readWhole(row.cell(column))
  if (value !== null && value >= 1 && value <= most) return value
  return refuse(column, 'import/precision-unreadable')
}

interface Where {
  readonly text?: string
  readonly name?: string
  readonly admin1?: string
  readonly admin2?: string
  readonly country?: string
  readonly lat?: number
  readonly lon?: number
  readonly precision?: number
}

function readWhere(row: UcdpCells, refuse: Refuse): Where | undefined {
  const coordinates = readCoordinates(row.cell('latitude'), row.cell('longitude'))
  const precision = readPrecision(row, 'where_prec', 7, refuse)
  if (coordinates.kind === 'unreadable') {
    for (const half of coordinates.halves) {
      refuse(half === 'lat' ? 'latitude' : 'longitude', 'import/coordinates-unreadable')
    }
    return undefined
  }
  const line = (column: string): string | undefined => oneLine(row.cell(column)) || undefined
  const country = countryOfNumber(row.cell('country_id')) ?? countryOfName(row.cell('country'))
  return defined({
    text: row.cell('where_description').trim() || undefined,
    name: line('where_coordinates'),
    admin1: line('adm_1'),
    admin2: line('adm_2'),
    country,
    ...(coordinates.kind === 'read' ? coordinates.value : {}),
    precision,
  })
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>

interface Deaths {
  readonly killed: { readonly low?: number; readonly best?: number; readonly high?: number }
  readonly isContradictory: boolean
}

/**
 * Some rows have a best estimate outside low and high. Our counts hold low ≤ best ≤ high: the range is widened to
 * hold all three, and remarks keep what the file said.
 */
function readDeaths(row: UcdpCells, refuse: Refuse): Deaths | undefined {
  const read = (column: 'low' | 'best' | 'high'): number | undefined | null => {
    if (row.cell(column).trim() === '') return undefined
    const value = readWhole(row.cell(column))
    if (value === null) refuse(column, 'import/number-unreadable')
    return value
  }
  const [low, best, high] = [read('low'), read('best'), read('high')]
  if (low === null || best === null || high === null) return undefined
  const given = [low, best, high].filter((n) => n !== undefined)
  const isContradictory = given.some((n, i) => i > 0 && n < (given[i - 1] ?? 0))
  const killed = defined({
    low: low === undefined ? undefined : Math.min(...given),
    best,
    high: high === undefined ? undefined : Math.max(...given),
  })
  return { killed, isContradictory }
}

function titleOf(row: UcdpCells, kind: Violence, place: string): string {
  const [sideA, sideB] = [oneLine(row.cell('side_a'), 300), oneLine(row.cell('side_b'), 300)]
  const dyad = oneLine(row.cell('dyad_name'), 600)
  const who =
    sideA === '' || sideB === ''
      ? dyad && `: ${dyad}`
      : kind.code === 'local:one-sided-violence'
        ? ` by ${sideA} against ${sideB === 'Civilians' ? 'civilians' : sideB}`
        : ` between ${sideA} and ${sideB}`
  const what = kind.code === 'local:one-sided-violence' ? kind.words : 'Armed clash'
  return oneLine(`${what}${who}${place === '' ? '' : `, ${place}`}`)
}

function summaryOf(row: UcdpCells, kind: Violence): string {
  const conflict = oneLine(row.cell('conflict_name'), 300)
  return `${kind.words} recorded by the Uppsala Conflict Data Program${conflict && `: ${conflict}`}.`
}

function remarksOf(
  row: UcdpCells,
  said: { readonly isCoarse: boolean; readonly isContradictory: boolean; readonly hasCountry: boolean },
): readonly RemarkLine[] {
  const isSaid = (column: string, cell: string): boolean => {
    if (column === 'date_start' || column === 'date_end') return !said.isCoarse
    if (column === 'low' || column === 'best' || column === 'high') return !said.isContradictory
    if (column === 'country_id') return said.hasCountry
    // A country that has changed its name keeps the name the file gave it.
    if (column === 'country') return said.hasCountry && !cell.includes('(')
    return IN_FIELDS.has(column)
  }
  return row.all.map(([column, header, cell]): RemarkLine => {
    if (isSaid(column, cell)) return [header, '']
    if (column === 'number_of_sources' && whole(cell) === '-1') return [header, '-1 (not known)']
    return [header, cell]
  })
}
