/**
 * What a record is found by: its title, and everything else that somebody wrote in it. Codes, ids and what Daybook sets
 * itself are no words of anybody; locked fields are left out, since a search must not reveal them.
 */
import { z } from 'zod'
import { type AnyRecord, type Kind, recordTitle, SCHEMAS } from '../records.ts'
import { unwrap, walkFields } from '../schemaWalk.ts'

export interface RecordText {
  readonly title: string
  readonly body: string
}

interface RecordLines extends RecordText {
  /** Of the body. */
  readonly lines: readonly string[]
}

const OWN_FIELDS: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt', 'seed'])

const fieldsByKind = new Map<Kind, ReadonlySet<string>>()

/** Names of the fields of a kind that hold text, at whatever depth: the schemas say which. */
function textFields(kind: Kind): ReadonlySet<string> {
  const known = fieldsByKind.get(kind)
  if (known !== undefined) return known
  const names = walkFields(SCHEMAS[kind])
    .filter(({ schema, meta }) => meta.locked !== true && meta.vocabulary === undefined && holdsText(schema))
    .flatMap(({ path }) => path.slice(-1))
  const fields = new Set(names.filter((name) => !OWN_FIELDS.has(name)))
  fieldsByKind.set(kind, fields)
  return fields
}

function holdsText(untyped: unknown): boolean {
  const { schema, meta } = unwrap(untyped)
  if (schema instanceof z.ZodArray) return holdsText(schema.element)
  if (schema instanceof z.ZodUnion) return schema.options.some(holdsText)
  return schema instanceof z.ZodString && meta.protected !== 'id' && meta.vocabulary === undefined
}

/** The texts of a record of that kind, or of what the window is shown of it. */
export function recordText<K extends Kind>(kind: K, record: Extract<AnyRecord, object>): RecordLines {
  const fields = textFields(kind)
  const title = recordTitle(kind, record as never)
  const texts: string[] = []
  const walk = (value: unknown, isText: boolean): void => {
    if (typeof value === 'string') {
      if (isText && value !== title) texts.push(value)
    } else if (Array.isArray(value)) for (const each of value) walk(each, isText)
    else if (typeof value === 'object' && value !== null)
      for (const name in value) walk((value as Readonly<Record<string, unknown>>)[name], fields.has(name))
  }
  walk(record, false)
  return { title, body: texts.join('\n'), lines: texts }
}
