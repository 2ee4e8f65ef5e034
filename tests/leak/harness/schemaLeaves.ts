/**
 * Walks a value along its schema and visits the single values in it, so that what is said on a field
 * (`meta({ protected })`) decides what happens to it and a new field is met without anybody naming it here.
 */
import { z } from 'zod'

export interface Leaf {
  /** Steps from the record, list positions included. */
  readonly path: readonly (string | number)[]
  /** Dotted path without list positions. */
  readonly field: string
  /** The schema of the single value, without optional, default and transforms. */
  readonly schema: z.ZodType
  readonly protected: string | undefined
  readonly vocabulary: string | undefined
  /** The nearest field that holds it need not be there. */
  readonly isOptional: boolean
  readonly value: unknown
}

export interface List {
  readonly path: readonly (string | number)[]
  readonly field: string
  readonly value: readonly unknown[]
}

export interface Visitor {
  readonly leaf: (leaf: Leaf) => void
  readonly list?: (list: List) => void
}

/** A schema as far as the walk needs it; what zod is asked for costs more than the walk. */
interface Node {
  readonly schema: z.ZodType
  readonly protected: string | undefined
  readonly vocabulary: string | undefined
  readonly isOptional: boolean
  readonly shape: readonly (readonly [string, Node])[] | null
  readonly element: Node | null
  readonly valueType: Node | null
  readonly options: readonly Node[] | null
}

interface Place {
  readonly path: readonly (string | number)[]
  readonly field: string
  readonly isOptional: boolean
  readonly protected: string | undefined
  readonly vocabulary: string | undefined
}

const TOP: Place = { path: [], field: '', isOptional: false, protected: undefined, vocabulary: undefined }

/** Visits the lists and single values of `value`, outer ones first. Throws at a kind of schema that it does not know. */
export function visitLeaves(schema: unknown, value: unknown, visitor: Visitor): void {
  visit(nodeOf(schema), value, TOP, visitor)
}

function visit(node: Node, value: unknown, at: Place, visitor: Visitor): void {
  if (value === undefined || value === null) return
  const here: Place = {
    ...at,
    isOptional: at.isOptional || node.isOptional,
    protected: node.protected ?? at.protected,
    vocabulary: node.vocabulary ?? at.vocabulary,
  }
  const { options, element, shape, valueType } = node
  if (options !== null) {
    const option = options.find(({ schema }) => schema.safeParse(value).success)
    if (option === undefined) throw new Error(`no option of ${at.field} fits`)
    visit(option, value, here, visitor)
  } else if (element !== null && Array.isArray(value)) {
    visitor.list?.({ path: at.path, field: at.field, value })
    value.forEach((each, index) => {
      visit(element, each, { ...here, path: [...at.path, index], isOptional: false }, visitor)
    })
  } else if (shape !== null && typeof value === 'object')
    for (const [name, inner] of shape) visit(inner, Reflect.get(value, name), within(here, name), visitor)
  else if (valueType !== null && typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) visit(valueType, inner, within(here, name), visitor)
  else visitor.leaf({ ...here, schema: node.schema, value })
}

function within(at: Place, name: string): Place {
  const field = at.field === '' ? name : `${at.field}.${name}`
  return { ...at, path: [...at.path, name], field, isOptional: false }
}

const nodes = new WeakMap<object, Node>()

function nodeOf(schema: unknown): Node {
  if (!(schema instanceof z.ZodType)) throw new Error('no schema')
  const node = nodes.get(schema) ?? makeNode(schema)
  nodes.set(schema, node)
  return node
}

function makeNode(schema: z.ZodType): Node {
  const meta = schema.meta() ?? {}
  const own = { protected: textOf(meta.protected), vocabulary: textOf(meta.vocabulary) }
  const wrapped = unwrapped(schema)
  if (wrapped !== null) {
    const inner = nodeOf(wrapped)
    return {
      ...inner,
      protected: inner.protected ?? own.protected,
      vocabulary: inner.vocabulary ?? own.vocabulary,
      isOptional: inner.isOptional || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable,
    }
  }
  const isObject = schema instanceof z.ZodObject
  return {
    ...own,
    schema,
    isOptional: false,
    shape: isObject ? Object.entries(schema.shape).map(([name, inner]) => [name, nodeOf(inner)]) : null,
    element: schema instanceof z.ZodArray ? nodeOf(schema.element) : null,
    valueType: schema instanceof z.ZodRecord ? nodeOf(schema.valueType) : null,
    options: schema instanceof z.ZodUnion ? schema.options.map(nodeOf) : null,
  }
}

/** The schema under an optional, a default or a transform; null for others. */
function unwrapped(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return schema.unwrap()
  return schema instanceof z.ZodPipe ? schema.in : null
}

const textOf = (untrusted: unknown): string | undefined =>
  typeof untrusted === 'string' ? untrusted : undefined

/** The value at the end of a path; undefined where a step is missing. */
export function valueAt(holder: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    holder,
  )
}

/** Sets what stands at the end of a path, or takes it away when `value` is undefined; `holder` is changed. */
export function setAt(holder: object, path: readonly (string | number)[], value: unknown): void {
  const last = path.at(-1)
  const parent = valueAt(holder, path.slice(0, -1))
  // A list that was shortened has no such place any more.
  if (last === undefined || typeof parent !== 'object' || parent === null) return
  if (value === undefined) Reflect.deleteProperty(parent, last)
  else Reflect.set(parent, last, value)
}
