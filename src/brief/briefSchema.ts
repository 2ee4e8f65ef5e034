/** The published JSON Schema of the JSON form, made from the one description in core. */
import { z } from 'zod'
import { BRIEF_VERSION, briefDataSchema } from '../core/redaction/briefData.ts'

/** Draft 2020-12. The text in docs/format/brief-v1.schema.json is this, indented by two spaces. */
export function briefJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(briefDataSchema, { target: 'draft-2020-12' })
  return {
    $schema,
    $id: 'https://daybook.invalid/schema/brief-v1.json',
    title: 'Daybook brief',
    description:
      'A redacted brief. Ids are local to the file; null is withheld or not known; counts are of records.',
    $comment: `Version ${BRIEF_VERSION}`,
    ...schema,
  }
}

/** The text of the published file. */
export function briefSchemaText(): string {
  return `${JSON.stringify(briefJsonSchema(), null, 2)}\n`
}
