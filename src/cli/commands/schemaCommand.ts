/** `schema [KIND]`: JSON Schema of the records form, so that others can write it. */
import { z } from 'zod'
import {
  CLI_NAME_BY_KIND,
  KINDS,
  type Kind,
  kindOfCliName,
  kindOfType,
  SCHEMAS,
  TYPE_BY_KIND,
} from '../../core/records.ts'
import type { Command } from '../command.ts'
import { usage } from '../exit.ts'

/** Filled in when a line does not say them (cli.md). */
const FILLED_IN: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt', 'confidentiality'])

export const schemaCommand: Command = {
  spec: { positionals: ['KIND?'], options: {} },
  run: async (invocation, output) => {
    const name = invocation.optionalPositional('KIND')
    if (name === undefined) {
      output.document(Object.fromEntries(KINDS.map((kind) => [TYPE_BY_KIND[kind], recordsFormSchema(kind)])))
      return
    }
    const kind = kindOfCliName(name) ?? kindOfType(name)
    if (kind === undefined)
      throw usage('cli/kind-unknown', `Kinds are: ${Object.values(CLI_NAME_BY_KIND).join(', ')}.`)
    output.document(recordsFormSchema(kind))
  },
}

function recordsFormSchema(kind: Kind): unknown {
  const schema = z.toJSONSchema(SCHEMAS[kind], { io: 'input', unrepresentable: 'any' })
  return {
    ...schema,
    title: TYPE_BY_KIND[kind],
    properties: { type: { const: TYPE_BY_KIND[kind] }, ...schema.properties },
    required: ['type', ...(schema.required ?? []).filter((field) => !FILLED_IN.has(field))],
  }
}
