/**
 * The mapping file (cli.md): which column fills which field of which kind of record. The app saves the same form.
 *
 * {format: "csv", name?, kind, columns: {"<header>": {field, date?, split?, vocabulary?}}, constants?: {field: value}}
 */
import { z } from 'zod'
import { KINDS, type Kind, kindOfCliName, kindOfType } from '../core/records.ts'
import { contentKey } from './canonicalJson.ts'
import { requiredFields } from './fieldForm.ts'
import { resolveField, type Target } from './fieldPath.ts'
import { DATE_ORDERS } from './importPlan.ts'
import { isKeyKind } from './keyKinds.ts'
import type { DateForm } from './readDate.ts'
import { UnreadableFile } from './unreadableFile.ts'

export interface ColumnRule {
  readonly header: string
  readonly target: Target
  readonly date?: DateForm
  readonly split?: string
  /** Cell value → code; `*` stands for every other value. */
  readonly vocabulary?: ReadonlyMap<string, string>
}

export interface ConstantRule {
  readonly field: string
  readonly target: Target
  readonly value: Constant
}

export interface Mapping {
  readonly kind: Kind
  /** Names the data set in `importedFrom`: the same in every later import of it. */
  readonly importedFrom: string
  readonly columns: readonly ColumnRule[]
  readonly constants: readonly ConstantRule[]
}

const scalarSchema = z.union([z.string(), z.number(), z.boolean()])
const constantSchema = z.union([scalarSchema, z.array(scalarSchema)])
export type Constant = z.infer<typeof constantSchema>

const columnSchema = z.strictObject({
  field: z.string().min(1).max(200),
  date: z.enum([...DATE_ORDERS, 'edtf']).optional(),
  split: z.string().min(1).max(10).optional(),
  vocabulary: z.record(z.string(), scalarSchema.transform(String)).optional(),
})
const mappingSchema = z.strictObject({
  format: z.literal('csv'),
  name: z.string().trim().min(1).max(200).optional(),
  kind: z.string().transform((word, context): Kind => {
    const kind = kindOfCliName(word) ?? kindOfType(word) ?? KINDS.find((name) => name === word)
    if (kind && !isKeyKind(kind)) return kind
    context.addIssue({ code: 'custom' })
    return z.NEVER
  }),
  columns: z.record(z.string(), columnSchema).refine((columns) => Object.keys(columns).length > 0),
  constants: z.record(z.string(), constantSchema).default({}),
})

/** Made by the import when no column gives them. */
const FILLED_IN: { readonly [K in Kind]?: readonly string[] } = {
  incidents: ['title', 'summary', 'where', 'violationTypes', 'status'],
  sources: ['kind', 'reliability'],
  sourceItems: ['itemType', 'accessedAt', 'source'],
  claims: ['kind', 'status', 'credibility'],
  persons: ['roles'],
  actions: ['about'],
}

/** Parses a mapping file; throws {@link UnreadableFile} `import/mapping-invalid` with the path that is wrong. */
export function parseMapping(untrustedMap: unknown): Mapping {
  const parsed = mappingSchema.safeParse(untrustedMap)
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.path.map(String).join('.') ?? '')
  const { kind, name, columns, constants } = parsed.data
  const rules = Object.entries(columns).map(([header, column]): ColumnRule => {
    const target = resolveField(kind, column.field) ?? refuse(`columns.${header}.field`, column.field)
    const vocabulary = column.vocabulary && new Map(Object.entries(column.vocabulary))
    return {
      header: header.trim(),
      target,
      ...(column.date === undefined ? {} : { date: column.date }),
      ...(column.split === undefined ? {} : { split: column.split }),
      ...(vocabulary === undefined ? {} : { vocabulary }),
    }
  })
  const constantRules = Object.entries(constants).map(([field, value]): ConstantRule => {
    const target = resolveField(kind, field)
    if (!target || target.name === 'externalId' || target.name === 'ignore')
      refuse(`constants.${field}`, field)
    return { field, target: target ?? refuse(`constants.${field}`, field), value }
  })
  const missing = missingField(kind, [...rules, ...constantRules])
  if (missing !== undefined) throw invalid('columns', missing)
  return {
    kind,
    importedFrom: `csv:${name ?? nameOfColumns(kind, rules)}`,
    columns: rules,
    constants: constantRules,
  }
}

/**
 * A data set without a name is known by what is mapped from it: the same mapping finds its records again whatever
 * the file is called, and another data set with a column "id" does not overwrite them.
 */
function nameOfColumns(kind: Kind, rules: readonly ColumnRule[]): string {
  const headers = rules
    .filter(({ target }) => target.name !== 'ignore')
    .map(({ header }) => header.toLowerCase())
    .toSorted()
  return `${kind}:${contentKey(headers).slice(0, 12)}`
}

function missingField(kind: Kind, rules: readonly { readonly target: Target }[]): string | undefined {
  const given = new Set(
    rules.flatMap(({ target }) =>
      target.name === 'field' && target.group === 'record' ? [target.path[0] ?? ''] : [],
    ),
  )
  return requiredFields(kind).find((name) => !given.has(name) && FILLED_IN[kind]?.includes(name) !== true)
}

const invalid = (path: string, field?: string): UnreadableFile =>
  new UnreadableFile('import/mapping-invalid', field === undefined ? { path } : { path, field })

function refuse(path: string, field: string): never {
  throw invalid(path, field)
}

/** A file whose columns are called like our own fields needs no mapping; null when they are not. */
export function mappingOfHeaders(headers: readonly string[]): Mapping | null {
  for (const kind of KINDS) {
    const columns = headers.map((header): ColumnRule | null => {
      const target = header === 'ignore' ? null : resolveField(kind, header)
      return target && { header, target }
    })
    const rules = columns.filter((rule) => rule !== null)
    if (rules.length < headers.length || missingField(kind, rules) !== undefined) continue
    return { kind, importedFrom: `csv:${kind}`, columns: rules, constants: [] }
  }
  return null
}
