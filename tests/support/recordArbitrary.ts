/**
 * Any record that a kind's schema allows, made from the schema itself, so that a new field is covered by every test
 * that uses it. Links lead to records of the right kinds when a whole log is asked for.
 */
import fc from 'fast-check'
import { z } from 'zod'
import { idSchema } from '../../src/core/ids.ts'
import { emptyLog, type Log, OPT_INS } from '../../src/core/log.ts'
import { instantSchema, languageSchema } from '../../src/core/recordBase.ts'
import { withDefaults } from '../../src/core/recordDefaults.ts'
import { linksOf } from '../../src/core/recordLinks.ts'
import { type AnyRecord, KINDS, type Kind, type RecordByKind, SCHEMAS } from '../../src/core/records.ts'

/** `some`: fields that may be absent are, now and then. `all`: every field is there. */
export type Presence = 'some' | 'all'

/** A valid record of a kind, its links leading nowhere. */
export function recordArbitrary<K extends Kind>(
  kind: K,
  presence: Presence = 'some',
): fc.Arbitrary<RecordByKind[K]> {
  const schema = SCHEMAS[kind]
  return arbitraryOf(schema, presence)
    .map((untrusted) => schema.safeParse(withDefaults(kind, untrusted as Record<string, unknown>)))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.data as RecordByKind[K])
}

/** A log with records of every kind whose links all lead somewhere. */
export function logArbitrary(presence: Presence = 'some', perKind = 2): fc.Arbitrary<Log> {
  const lists = KINDS.map((kind) =>
    fc
      .array(recordArbitrary(kind, presence), { minLength: perKind, maxLength: perKind })
      .map((records) => [kind, records] as const),
  )
  return fc.tuple(...lists).map((byKind) => {
    const log = { ...emptyLog('2026-01-01T00:00:00Z'), meta: meta() } as Record<string, unknown>
    for (const [kind, records] of byKind)
      log[kind] = Object.fromEntries(
        records.map((record, index) => {
          const linked = relink(kind, { ...record, id: idOf(kind, index) }, index, perKind)
          return [linked.id, linked]
        }),
      )
    return log as Log
  })
}

const meta = (): Log['meta'] => ({ ...emptyLog('2026-01-01T00:00:00Z').meta, optIns: [...OPT_INS] })
const idOf = (kind: Kind, index: number): string => `${kind}-${index}`

function relink(kind: Kind, record: AnyRecord, index: number, perKind: number): AnyRecord {
  const next = structuredClone(record)
  for (const [at, { field, kinds }] of linksOf(kind, record).entries()) {
    const target = kinds[at % kinds.length] ?? kind
    setPath(next, field.split('.'), idOf(target, (index + at) % perKind))
  }
  // Redirects lead to an earlier record only, or they would run in a circle.
  if ('mergedInto' in next && next.mergedInto !== undefined) {
    if (index === 0) delete next.mergedInto
    else next.mergedInto = idOf(kind, index - 1)
  }
  return next
}

function setPath(holder: object, path: readonly string[], value: string): void {
  const [step = '', ...rest] = path
  if (rest.length === 0) Reflect.set(holder, step, value)
  else setPath(Reflect.get(holder, step), rest, value)
}

const DATES = [
  '2017',
  '2017-04',
  '2017-04-01',
  '2017-04~',
  '2017?',
  '2017-02/2017-04',
  '2017-04/..',
  '2001-21',
]
const INSTANTS = ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59.5Z']
const LANGUAGES = ['en', 'ru', 'ar', 'ce', 'zh-Hant']
const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const line = fc.oneof(text, fc.constantFrom('Слово', 'كلمة', 'a "quoted", word')).map((each) => each.trim())

const patternOf = (schema: z.ZodType): string => z.toJSONSchema(schema, { io: 'input' }).pattern ?? ''
const ID = patternOf(idSchema)
const LANGUAGE = patternOf(languageSchema)
const INSTANT = patternOf(instantSchema)

function arbitraryOf(schema: unknown, presence: Presence): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) {
    const inner = arbitraryOf(schema.unwrap(), presence)
    return presence === 'all' ? inner : fc.option(inner, { nil: undefined })
  }
  if (schema instanceof z.ZodNullable) return fc.option(arbitraryOf(schema.unwrap(), presence))
  if (schema instanceof z.ZodDefault) return arbitraryOf(schema.unwrap(), presence)
  if (schema instanceof z.ZodPipe) return arbitraryOf(schema.in, presence)
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...schema.options.map((option) => arbitraryOf(option, presence)))
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return numberOf(schema)
  if (schema instanceof z.ZodArray)
    return fc.array(arbitraryOf(schema.element, presence), {
      minLength: presence === 'all' ? 1 : 0,
      maxLength: 2,
    })
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(line.filter(Boolean), arbitraryOf(schema.valueType, presence), { maxKeys: 2 })
  if (schema instanceof z.ZodObject) return objectOf(schema, presence)
  if (schema instanceof z.ZodISODate) return fc.constantFrom('2017-04-05', '2018-12-21')
  if (schema instanceof z.ZodString) return stringOf(schema)
  throw new Error('a schema that nobody taught this how to fill')
}

function objectOf(schema: z.ZodObject, presence: Presence): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [name, arbitraryOf(field, presence)])
  return fc
    .record(Object.fromEntries(fields))
    .map((value: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)),
    )
    .map(inOrder)
    .filter((value) => schema.safeParse(value).success)
}

/** Numbers that must not fall, and coordinates that come in twos. */
function inOrder(value: Record<string, unknown>): Record<string, unknown> {
  const names = ['low', 'best', 'high'].filter((name) => typeof value[name] === 'number')
  const sorted = names.map((name) => Number(value[name])).sort((a, b) => a - b)
  const ordered = Object.fromEntries(names.map((name, index) => [name, sorted[index]]))
  const { lat, lon, ...rest } = value
  const isHalf = (lat === undefined) !== (lon === undefined)
  return { ...(isHalf ? rest : value), ...ordered }
}

function numberOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const min = Math.max(schema.minValue ?? 0, -1_000)
  const max = Math.min(schema.maxValue ?? 1_000, 1_000)
  if (schema.format === 'safeint') return fc.integer({ min, max })
  // No negative zero: JSON has none.
  return fc.double({ min, max, noNaN: true }).map((number) => number + 0)
}

function stringOf(schema: z.ZodString): fc.Arbitrary<string> {
  const json = z.toJSONSchema(schema, { io: 'input' })
  if (json.pattern === INSTANT) return fc.constantFrom(...INSTANTS)
  if (json.pattern === LANGUAGE) return fc.constantFrom(...LANGUAGES)
  if (json.pattern === ID) return fc.stringMatching(/^[a-z0-9]{20}$/)
  if (json.pattern !== undefined) return fc.stringMatching(new RegExp(json.pattern, 'u'))
  if (json.protected === 'date') return fc.constantFrom(...DATES)
  const written = (schema.minLength ?? 0) > 0 ? line.filter(Boolean) : text
  return written.filter((each) => schema.safeParse(each).success)
}
