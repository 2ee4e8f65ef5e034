/**
 * Walks the schemas of the record kinds, so that what is said on a field (`meta({ protected, vocabulary, locked,
 * optIn })`) can be read by checks and documents instead of being kept in a second list.
 */
import { z } from 'zod'

/** What a schema says about a field, the outermost wrapper first. */
export interface FieldMeta {
  readonly protected?: string
  readonly vocabulary?: string
  readonly locked?: boolean
  readonly optIn?: string
}

export interface Unwrapped {
  readonly schema: unknown
  readonly meta: FieldMeta
  readonly isOptional: boolean
  readonly hasDefault: boolean
}

/** The schema under optional, default and transforms, with what was said on the way. */
export function unwrap(schema: unknown): Unwrapped {
  let at = schema
  let meta: FieldMeta = {}
  let isOptional = false
  let hasDefault = false
  for (;;) {
    if (at instanceof z.ZodType) meta = { ...at.meta(), ...meta }
    if (at instanceof z.ZodOptional || at instanceof z.ZodNullable) {
      isOptional = true
      at = at.unwrap()
    } else if (at instanceof z.ZodDefault) {
      hasDefault = true
      at = at.unwrap()
    } else if (at instanceof z.ZodPipe) {
      at = at.in
    } else return { schema: at, meta, isOptional, hasDefault }
  }
}

/** The parts of an object schema, an array's element or a union's first object; null for a single value. */
export function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | null {
  const { schema: inner } = unwrap(schema)
  if (inner instanceof z.ZodObject) return inner.shape
  if (inner instanceof z.ZodArray) return shapeOf(inner.element)
  if (!(inner instanceof z.ZodUnion)) return null
  for (const option of inner.options) {
    const shape = shapeOf(option)
    if (shape !== null) return shape
  }
  return null
}

export interface WalkedField {
  /** Steps from the record; `[]` of a list stands for no step of its own. */
  readonly path: readonly string[]
  readonly schema: unknown
  readonly meta: FieldMeta
}

/** Every field of an object schema, outer ones before the ones inside them. */
export function walkFields(schema: unknown, path: readonly string[] = []): readonly WalkedField[] {
  const shape = shapeOf(schema) ?? {}
  return Object.entries(shape).flatMap(([name, field]) => {
    const here = [...path, name]
    return [{ path: here, schema: field, meta: metaOf(field) }, ...walkFields(field, here)]
  })
}

/** What is said of a field, its list element and the plain form of a union included. */
function metaOf(schema: unknown): FieldMeta {
  const { schema: inner, meta } = unwrap(schema)
  if (inner instanceof z.ZodArray) return { ...metaOf(inner.element), ...meta }
  if (!(inner instanceof z.ZodUnion)) return meta
  return Object.assign({}, ...inner.options.map((option) => metaOf(option)), meta)
}
