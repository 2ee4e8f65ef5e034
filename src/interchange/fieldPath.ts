/** The left side of a mapping: how a file says which field a column fills, with the spellings people use. */
import type { Kind } from '../core/records.ts'
import { type FieldForm, fieldForm } from './fieldForm.ts'

/** Whose field it is. Only incidents bring a source, an item and a claim along. */
export type Group = 'record' | 'source' | 'sourceItem' | 'claim'

export type Target =
  | { readonly name: 'externalId' | 'coordinates' | 'ignore' | 'remarks' | 'sourceName' }
  | {
      readonly name: 'field'
      readonly group: Group
      /** Steps inside the record of that group. */
      readonly path: readonly string[]
      readonly form: FieldForm
    }

const COORDINATES = new Set([
  'coordinates',
  'where.coordinates',
  'where.latlon',
  'where.latlng',
  'where.lat,where.lon',
  'where.lat,lon',
  'latlon',
  'latlng',
  'lat,lon',
])
/** Of an incident: the words people use for its fields. */
const RENAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    date: 'when',
    where: 'where.text',
    place: 'where.text',
    location: 'where.text',
    latitude: 'where.lat',
    longitude: 'where.lon',
    'where.latitude': 'where.lat',
    'where.longitude': 'where.lon',
    'where.lng': 'where.lon',
    'where.long': 'where.lon',
    source: 'source.name',
    sourceItem: 'sourceItem.title',
    'sourceItem.source': 'source.name',
    'sourceItem.name': 'sourceItem.title',
    claim: 'claim.statement',
    killed: 'counts.killed',
    injured: 'counts.injured',
    detained: 'counts.detained',
    missing: 'counts.missing',
  }),
)
const COUNTS = new Set(['killed', 'injured', 'detained', 'missing'])
const KIND_BY_GROUP: { readonly [G in Exclude<Group, 'record'>]: Kind } = {
  source: 'sources',
  sourceItem: 'sourceItems',
  claim: 'claims',
}

/** Filled in by the log alone. */
const OURS = new Set(['id', 'createdAt', 'updatedAt', 'importedFrom'])
/** Where else a field of an incident's row may belong: `url` is its item's, `country` its place's. */
const ELSEWHERE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '': [['where'], ['source'], ['sourceItem']],
  source: [['sourceItem']],
  sourceItem: [['source']],
}

/** Resolves a field of a mapping for records of `kind`; null when there is no such field. */
export function resolveField(kind: Kind, field: string): Target | null {
  const text = field.trim()
  if (text === 'ignore') return { name: 'ignore' }
  if (kind === 'incidents' && COORDINATES.has(text.toLowerCase().replaceAll(/[\s_-]+/g, ''))) {
    return { name: 'coordinates' }
  }
  const camel = text.split('.').map(camelCase)
  const named = camel.join('.')
  const path = ((kind === 'incidents' ? RENAMED.get(named) : undefined) ?? named).split('.')
  if (path[0] === 'counts' && path.length === 2 && COUNTS.has(path[1] ?? '')) path.push('best')
  if (path.length === 1) {
    // The file's own id: ours are random, and never tell where a record came from.
    if (path[0] === 'externalId' || path[0] === 'id') return { name: 'externalId' }
    if (path[0] === 'remarks') return { name: 'remarks' }
    if (OURS.has(path[0] ?? '')) return null
  }
  if (kind === 'sourceItems' && (path.join('.') === 'source' || path.join('.') === 'source.name')) {
    return { name: 'sourceName' }
  }
  return groupField(kind, path) ?? (kind === 'incidents' ? fieldElsewhere(path) : null)
}

function fieldElsewhere(path: readonly string[]): Target | null {
  const [head = '', ...rest] = path
  const [places, field] = Object.hasOwn(ELSEWHERE, head) ? [ELSEWHERE[head], rest] : [ELSEWHERE[''], path]
  for (const place of places ?? []) {
    const target = groupField('incidents', [...place, ...field])
    if (target) return target
  }
  return null
}

function groupField(kind: Kind, path: readonly string[]): Target | null {
  const [head, ...rest] = path
  if (kind === 'incidents' && (head === 'source' || head === 'sourceItem' || head === 'claim')) {
    if (head === 'source' && rest.join('.') === 'name') return { name: 'sourceName' }
    // Links of what a row brings along are drawn by the import.
    if (OURS.has(rest[0] ?? '') || rest[0] === 'externalId' || rest[0] === 'remarks') return null
    const form = fieldForm(KIND_BY_GROUP[head], rest)
    return form && form.form.name !== 'link' ? { name: 'field', group: head, path: rest, form } : null
  }
  const form = fieldForm(kind, path)
  return form && { name: 'field', group: 'record', path, form }
}

const camelCase = (step: string): string =>
  step.trim().replaceAll(/[-_]+([a-zA-Z])/g, (_, letter: string) => letter.toUpperCase())
