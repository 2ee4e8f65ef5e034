/**
 * Every protected value of a log, found by walking records along their schemas: what `meta({ protected })` marks
 * (recordBase.ts). Used by the release gate as canaries and by the mention check; deleted records count too, and what
 * records said before: a name that was taken out a minute ago is somebody's name still. Costs the records and what has
 * changed in them: of a change only its fields are walked, and of a long text only the passage that is gone.
 */
import { z } from 'zod'
import { formatEdtf, parseEdtf } from '../edtf.ts'
import { formerFields } from '../history/formerFields.ts'
import { isPlain } from '../history/valueDelta.ts'
import type { Log } from '../log.ts'
import type { ProtectedClass } from '../recordBase.ts'
import { type AnyRecord, KINDS, type Kind, SCHEMAS } from '../records.ts'
import type { Canary } from './briefData.ts'
import { isTimeOfEntry } from './timesOfEntry.ts'

type Found = (value: string, kind: ProtectedClass, field: string) => void

/**
 * One canary per distinct value and class, with the first place it stands in; a coordinate once for each record, since it
 * is half of a pair, and a day of entry apart from the same day of an event.
 */
export function protectedValues(log: Log): Canary[] {
  const byKey = new Map<string, Canary>()
  const add = (kind: Kind, id: string, record: unknown) =>
    walk(SCHEMAS[kind], record, '', (value, given, field) => {
      if (isDivisionName(kind, record, field)) return
      const protectedAs = classOf(kind, record, field, given)
      for (const part of searchable(value, protectedAs)) {
        const canary: Canary = { value: part, protected: protectedAs, where: { kind, id, field } }
        const key = keyOf(canary)
        if (!byKey.has(key)) byKey.set(key, canary)
      }
    })
  for (const kind of KINDS) {
    // The ledger holds what was released, the seed apart; its titles and days are meant to be in briefs.
    if (kind === 'releases') continue
    for (const record of Object.values<AnyRecord>(log[kind])) add(kind, record.id, record)
  }
  for (const { kind, id, record } of Object.values(log.bin)) if (kind !== 'releases') add(kind, id, record)
  for (const { kind, id, fields } of formerFields(log)) add(kind, id, fields)
  for (const { id, secret } of Object.values(log.keySecrets)) {
    const where = { kind: 'keys' as const, id, field: 'secret' }
    byKey.set(`id ${secret}`, { value: secret, protected: 'id', where })
  }
  return [...byKey.values()]
}

function keyOf({ value, protected: protectedAs, where }: Canary): string {
  if (protectedAs === 'number') return `number ${where.id} ${where.field} ${value}`
  const isEntry = protectedAs === 'date' && isTimeOfEntry(where.kind, where.field)
  return `${isEntry ? 'entry' : protectedAs} ${value}`
}

/** What a division that the user added is called may stand in a brief, as `where.admin1` may. */
function isDivisionName(kind: Kind, record: unknown, field: string): boolean {
  return (
    kind === 'places' &&
    (field === 'name' || field.startsWith('otherNames')) &&
    isPlain(record) &&
    record.kind === 'admin1'
  )
}

/** Names of outlets and bodies may be ordinary words of a brief ("Ministry"); names of people never are. */
function classOf(kind: Kind, record: unknown, field: string, given: ProtectedClass): ProtectedClass {
  if (kind !== 'sources' || field !== 'name') return given
  const sourceKind = isPlain(record) ? record.kind : undefined
  return sourceKind === 'person' || sourceKind === 'anonymous' || sourceKind === 'social-account'
    ? given
    : 'text'
}

/** Dates as coarse as a month or a year stand in any brief and betray nothing; whole degrees are no coordinates. */
function searchable(value: string, protectedAs: ProtectedClass): readonly string[] {
  if (value.trim() === '') return []
  if (protectedAs === 'date') return value.includes('T') ? [value] : exactDays(value)
  if (protectedAs === 'number') return /\.\d{2}/.test(value) ? [value] : []
  return [value]
}

/** Day-precise ends of a date, without qualifiers. */
function exactDays(text: string): readonly string[] {
  const edtf = parseEdtf(text)
  if (edtf === null) return []
  const ends = edtf.kind === 'date' ? [edtf.date] : [edtf.from, edtf.to]
  return ends.flatMap((end) =>
    typeof end !== 'string' && end.unit === 'day'
      ? [formatEdtf({ kind: 'date', date: { ...end, qualifier: '' } })]
      : [],
  )
}

/** Finds the marked values of what a schema describes. */
type Walker = (value: unknown, field: string, found: Found) => void

/** A schema is read once for all records; where nothing is marked nothing is walked. */
const walkers = new WeakMap<object, Walker | null>()

function walk(schema: unknown, value: unknown, field: string, found: Found): void {
  walkerOf(schema)?.(value, field, found)
}

function walkerOf(schema: unknown): Walker | null {
  if (typeof schema !== 'object' || schema === null) return null
  const known = walkers.get(schema)
  if (known !== undefined) return known
  const made = makeWalker(schema)
  walkers.set(schema, made)
  return made
}

function makeWalker(schema: object): Walker | null {
  const inside = insideWalker(schema)
  const marked = schema instanceof z.ZodType ? schema.meta()?.protected : undefined
  if (marked === undefined) return inside
  return (value, field, found) => {
    if (typeof value === 'string' || typeof value === 'number')
      found(String(value), marked as ProtectedClass, field)
    else inside?.(value, field, found)
  }
}

function insideWalker(schema: object): Walker | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return walkerOf(schema.unwrap())
  if (schema instanceof z.ZodPipe) return walkerOf(schema.in)
  if (schema instanceof z.ZodUnion) return unionWalker(schema.options.map(walkerOf))
  if (schema instanceof z.ZodArray) return arrayWalker(walkerOf(schema.element))
  return schema instanceof z.ZodObject ? objectWalker(schema.shape) : null
}

function unionWalker(options: readonly (Walker | null)[]): Walker | null {
  const some = options.filter((each) => each !== null)
  if (some.length === 0) return null
  return (value, field, found) => {
    for (const each of some) each(value, field, found)
  }
}

function arrayWalker(element: Walker | null): Walker | null {
  if (element === null) return null
  return (value, field, found) => {
    if (Array.isArray(value)) for (const each of value) element(each, field, found)
  }
}

function objectWalker(shape: Readonly<Record<string, unknown>>): Walker | null {
  const fields = Object.entries(shape).flatMap(([name, inner]) => {
    const walker = walkerOf(inner)
    return walker === null ? [] : [[name, walker] as const]
  })
  if (fields.length === 0) return null
  return (value, field, found) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const held = value as Readonly<Record<string, unknown>>
    for (const [name, walker] of fields) walker(held[name], field === '' ? name : `${field}.${name}`, found)
  }
}
