/**
 * What a field of a record takes, told from the record's own schema, so that a mapping can speak of any field of
 * any kind without a second list of fields to keep in step.
 */
import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { codeSchema, countrySchema, instantSchema } from '../core/recordBase.ts'
import { type Kind, SCHEMAS } from '../core/records.ts'

export type Form =
  | {
      readonly name:
        | 'text'
        | 'date'
        | 'whole'
        | 'number'
        | 'boolean'
        | 'code'
        | 'country'
        | 'link'
        | 'instant'
    }
  | { readonly name: 'enum'; readonly values: readonly (string | number)[] }

export interface FieldForm {
  readonly form: Form
  /** A cell may hold several, parted by the mapping's `split`. */
  readonly isList: boolean
}

/** The parts of a JSON Schema that we look at. */
interface Node {
  readonly type?: string
  readonly enum?: readonly (string | number)[]
  readonly pattern?: string
  readonly protected?: string
  readonly anyOf?: readonly Node[]
  readonly items?: Node
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
}
const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.looseObject({
    type: z.string().optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    pattern: z.string().optional(),
    protected: z.string().optional(),
    anyOf: z.array(nodeSchema).optional(),
    items: nodeSchema.optional(),
    properties: z.record(z.string(), nodeSchema).optional(),
    required: z.array(z.string()).optional(),
  }),
) as z.ZodType<Node>

const jsonSchemaOf = (schema: z.ZodType): Node =>
  nodeSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
const nodeByKind = new Map<Kind, Node>()
const patterns = {
  code: jsonSchemaOf(codeSchema).pattern,
  country: jsonSchemaOf(countrySchema).pattern,
  id: jsonSchemaOf(idSchema).pattern,
  instant: jsonSchemaOf(instantSchema).pattern,
}

function nodeOf(kind: Kind): Node {
  const known = nodeByKind.get(kind)
  if (known) return known
  const node = jsonSchemaOf(SCHEMAS[kind])
  nodeByKind.set(kind, node)
  return node
}

/** The form of one field by its path; null when the kind has no such field or it is no single value. */
export function fieldForm(kind: Kind, path: readonly string[]): FieldForm | null {
  let node: Node | undefined = nodeOf(kind)
  for (const step of path) {
    if (!node?.properties || !Object.hasOwn(node.properties, step)) return null
    node = node.properties[step]
  }
  if (!node) return null
  const isList = node.type === 'array'
  const form = formOf(isList ? node.items : node)
  return form && { form, isList }
}

/** Names of the fields a kind cannot do without, those the log fills in left out. */
export function requiredFields(kind: Kind): readonly string[] {
  const filledIn = new Set(['id', 'createdAt', 'updatedAt', 'confidentiality'])
  return (nodeOf(kind).required ?? []).filter((name) => !filledIn.has(name))
}

function formOf(node: Node | undefined): Form | null {
  if (!node) return null
  // A list may take an object or its short form: a cell can only hold the short one.
  const simple = node.anyOf?.find((branch) => branch.type !== 'object') ?? node
  if (simple.enum) return { name: 'enum', values: simple.enum }
  switch (simple.type) {
    case 'integer':
      return { name: 'whole' }
    case 'number':
      return { name: 'number' }
    case 'boolean':
      return { name: 'boolean' }
    case 'string':
      return { name: textForm(simple) }
    default:
      return null
  }
}

function textForm(node: Node): 'text' | 'date' | 'code' | 'country' | 'link' | 'instant' {
  if (node.pattern === patterns.id) return 'link'
  if (node.pattern === patterns.code) return 'code'
  if (node.pattern === patterns.country) return 'country'
  if (node.pattern === patterns.instant) return 'instant'
  return node.protected === 'date' ? 'date' : 'text'
}
