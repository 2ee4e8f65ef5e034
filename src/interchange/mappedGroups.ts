/** The cells of one row, read and sorted by whose field they fill. */
import type { Group, Target } from './fieldPath.ts'
import type { DateOrder } from './importPlan.ts'
import type { ColumnRule, Mapping } from './mapping.ts'
import { readCell, translate } from './readCell.ts'
import { readCoordinatePair, readCoordinates } from './readNumbers.ts'
import { type BadCell, type DraftFields, oneLine, type RemarkLine } from './rowDraft.ts'
import { showValue } from './showValue.ts'

export type Tree = { [field: string]: unknown }

export interface MappedGroups {
  readonly record: Tree
  readonly source: Tree
  readonly sourceItem: Tree
  readonly claim: Tree
  readonly sourceNames: readonly string[]
  readonly externalId: string
  readonly remarks: readonly RemarkLine[]
  readonly columnOf: (path: string) => string
}

/** A column of the file with its rule; without one it goes to remarks. */
export interface BoundColumn {
  readonly header: string
  readonly rule: ColumnRule | undefined
}

export type GroupsRead =
  | { readonly kind: 'groups'; readonly groups: MappedGroups }
  | { readonly kind: 'rejected'; readonly cells: readonly [BadCell, ...BadCell[]] }

/** Reads every mapped cell of a row; names all that cannot be read. */
export function readGroups(
  columns: readonly BoundColumn[],
  cells: readonly string[],
  constants: Mapping['constants'],
  dateOrder: DateOrder | undefined,
): GroupsRead {
  const row = openRow()
  for (const constant of constants) putConstant(row, constant)
  for (const [i, column] of columns.entries()) readColumn(row, column, cells[i] ?? '', i, dateOrder)
  readHalves(row)
  const [first, ...rest] = row.bad
  if (first) return { kind: 'rejected', cells: [first, ...rest] }
  const { trees, columnByPath, externalId, remarks } = row
  const sourceNames = [...new Set(row.sourceNames)]
  const columnOf = (path: string): string => columnOfPath(columnByPath, path)
  return { kind: 'groups', groups: { ...trees, sourceNames, externalId, remarks, columnOf } }
}

/** What has been read of a row so far. */
interface OpenRow {
  readonly trees: Record<Group, Tree>
  readonly columnByPath: Map<string, string>
  readonly bad: BadCell[]
  readonly remarks: RemarkLine[]
  readonly sourceNames: string[]
  externalId: string
}

const openRow = (): OpenRow => ({
  trees: { record: {}, source: {}, sourceItem: {}, claim: {} },
  columnByPath: new Map(),
  bad: [],
  remarks: [],
  sourceNames: [],
  externalId: '',
})

type FieldTarget = Extract<Target, { name: 'field' }>

function putField(row: OpenRow, { group, path }: FieldTarget, value: unknown, column: string): void {
  setPath(row.trees[group], path, value)
  row.columnByPath.set([...(group === 'record' ? [] : [group]), ...path].join('.'), column)
}

function putConstant(row: OpenRow, { field, target, value }: Mapping['constants'][number]): void {
  if (target.name === 'sourceName')
    row.sourceNames.push(...asList(value).map((name) => oneLine(String(name))))
  else if (target.name === 'remarks') row.remarks.push(['note', asList(value).join(', ')])
  else if (target.name === 'field') putField(row, target, target.form.isList ? asList(value) : value, field)
}

function readColumn(
  row: OpenRow,
  { header, rule }: BoundColumn,
  cell: string,
  position: number,
  dateOrder: DateOrder | undefined,
): void {
  const refuse = (code: string): void =>
    void row.bad.push({ column: header, code, value: showValue(cell.trim()) })
  switch (rule?.target.name) {
    case undefined:
      row.remarks.push([header === '' ? `column ${position + 1}` : header, cell])
      return
    case 'remarks':
      row.remarks.push([header, cell])
      return
    case 'ignore':
      return
    case 'externalId':
      row.externalId = cell.trim()
      if (row.externalId === '') refuse('import/field-missing')
      return
    case 'sourceName':
      for (const part of rule.split === undefined ? [cell] : cell.split(rule.split)) {
        const name = oneLine(part)
        const word = name === '' ? '' : translate(name, rule.vocabulary)
        if (word === undefined) refuse('import/code-unknown')
        else if (word !== '') row.sourceNames.push(word)
      }
      return
    case 'coordinates': {
      const read = readCoordinatePair(cell)
      if (read.kind === 'unreadable') refuse('import/coordinates-unreadable')
      if (read.kind !== 'read') return
      setPath(row.trees.record, ['where', 'lat'], read.value.lat)
      setPath(row.trees.record, ['where', 'lon'], read.value.lon)
      return
    }
    case 'field':
      readField(row, header, rule, rule.target, cell, dateOrder, refuse)
  }
}

function readField(
  row: OpenRow,
  header: string,
  rule: ColumnRule,
  target: FieldTarget,
  cell: string,
  dateOrder: DateOrder | undefined,
  refuse: (code: string) => void,
): void {
  if (isHalf(target)) {
    row.columnByPath.set(target.path.join('.'), header)
    if (cell.trim() !== '') setPath(row.trees.record, target.path, cell)
    return
  }
  const order = rule.date ?? dateOrder
  const read = readCell(cell, target.form, { ...rule, ...(order === undefined ? {} : { date: order }) })
  if (read.kind === 'bad') refuse(read.code)
  else if (read.kind === 'value') putField(row, target, read.value, header)
  else if (isWhen(target)) refuse('import/date-unreadable')
  // The grade of a row is not the grade of its source: what the file said stays readable.
  if (target.path.at(-1) === 'reliability') row.remarks.push([header, cell])
}

/** The column of a field, of the nearest field around it, or of one inside it. */
function columnOfPath(columnByPath: ReadonlyMap<string, string>, path: string): string {
  for (let at = path; at !== ''; at = parentOf(at)) {
    const column = columnByPath.get(at)
    if (column !== undefined) return column
  }
  return columnByPath.entries().find(([inner]) => inner.startsWith(`${path}.`))?.[1] ?? path
}

const asList = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T])
const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.')
const isHalf = ({ group, path }: FieldTarget): boolean =>
  group === 'record' && path[0] === 'where' && (path[1] === 'lat' || path[1] === 'lon')
/** An incident without a date cannot be placed in time at all. */
const isWhen = ({ group, path }: FieldTarget): boolean => group === 'record' && path[0] === 'when'

/** Latitude and longitude in two columns: read together, since half a place is none. */
function readHalves({ trees, columnByPath, bad }: OpenRow): void {
  const latColumn = columnByPath.get('where.lat')
  const lonColumn = columnByPath.get('where.lon')
  if (latColumn === undefined && lonColumn === undefined) return
  const where = isTree(trees.record.where) ? trees.record.where : {}
  const text = (half: unknown): string => (half === undefined ? '' : String(half))
  const [lat, lon] = [text(where.lat), text(where.lon)]
  const read = readCoordinates(lat, lon)
  if (read.kind === 'read') Object.assign(where, read.value)
  if (read.kind !== 'unreadable') return
  for (const half of read.halves) {
    const column = half === 'lat' ? (latColumn ?? lonColumn) : (lonColumn ?? latColumn)
    const value = showValue((half === 'lat' ? lat : lon).trim())
    bad.push({ column: column ?? '', code: 'import/coordinates-unreadable', value })
  }
}

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Sets a nested field, making the objects on the way. Steps come from record schemas, never from a file. */
function setPath(tree: Tree, path: readonly string[], value: unknown): void {
  let at = tree
  for (const step of path.slice(0, -1)) {
    const inner = at[step]
    const next: Tree = isTree(inner) ? inner : {}
    at[step] = next
    at = next
  }
  const last = path.at(-1)
  if (last !== undefined) at[last] = value
}

/** Fields as a schema takes them. */
export const recordFieldsOf = (tree: Tree): DraftFields => ({ ...tree })
