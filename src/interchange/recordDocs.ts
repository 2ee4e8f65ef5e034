/**
 * docs/format/records.md, written from the schemas: every field of every kind with its type, its vocabulary, its place
 * in the form and how it is protected. A test compares the file with this text.
 */
import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { countrySchema, instantSchema, languageSchema } from '../core/recordBase.ts'
import { RECORD_FIELDS } from '../core/recordFields.ts'
import { CLI_NAME_BY_KIND, KINDS, type Kind, SCHEMAS, TYPE_BY_KIND } from '../core/records.ts'
import { type FieldMeta, shapeOf, unwrap } from '../core/schemaWalk.ts'
import type { ShippedVocabularies } from '../core/terms.ts'
import { VOCABULARY_NAMES } from '../core/vocabularyNames.ts'

const HEAD = `# Records

Written from the schemas by \`npm run schema\`; do not edit. One record is one line of the records form (\`list --json\`,
\`import --format records\`): a JSON object with \`type\` and the fields below.

**Form** tells where a field stands when a record is edited: ★ in the short form, *more* under "More", *Daybook* where
Daybook alone sets it. **Needed** fields must be there; \`id\`, the times and \`confidentiality\` are filled in where a line
leaves them out. **Protected** is the class that the release gate searches a finished brief by; *locked* fields are shown
on request only and no search finds a record by them; *switch* fields are refused unless the log was set to hold them.
A field without a class is a code, a number or a choice that can be recovered from no file because no profile exports it,
or one that a brief may show.

## Rules that the tables do not show
- **Codes.** A coded field takes its codes from the vocabulary named beside it, and a \`…Note\` beside it says what the code
  leaves out (one note for a list of codes). A form refuses a code that nobody knows. An import keeps it, as the file's own
  word: \`import\` and \`terms LOG --unknown\` list such codes, and they are shown as they are.
- **Terms of the log's own** are lines of \`type\` \`term\`: \`{"type":"term","vocabulary":"place-types","code":"local:barracks",
  "labels":{"en":"Barracks"}}\`. A shipped code in such a line is relabelled. Codes never change.
- **Places** that the gazetteer lacks are lines of \`type\` \`place\`. \`division\` is a code of the gazetteer (ISO 3166-2,
  \`RU-CE\`), \`parent\` another place of the log. One with \`sameAs\` is no place of its own but other names for one of the
  gazetteer. Incidents keep what was typed; names are looked up when a place is resolved, and two names of one division
  fall together in a brief.
- **Defaults of new records.** A source of kind \`person\` gets \`protection.doNotContact\` true, and a person who is a victim,
  witness or source \`atRisk\` true, unless the line or form says otherwise. A purpose without a consent is "not asked".
- **Roles** of a person follow the links: a victim of an act, an involvement, the person behind a source. A link adds a
  role; taking it away leaves the role.
- **Sexual orientation and gender identity** are held only by a log that was set to (\`settings LOG
  --sexuality-and-gender on\`). Otherwise forms and imports refuse them. No brief shows them.
- **Claims about a field** give its path in \`about[].field\` (\`placeType\`, \`where.admin1\`; of an act: \`act\` is its key and
  the field one of the act's) and, for a label, the disputed code in \`about[].value\`. The record keeps the neutral code.
- **Superseded claims** name the claim that replaced them in \`supersededBy\`: a form asks for it, an import need not know it.
- **Merged incidents** stay with \`mergedInto\`; every link to them leads to the incident that stands for them. Redirects
  never run in a circle.
- **Grades of a claim** (\`status\`, \`credibility\`, \`standardMet\`) move by assessments only once it exists. An import keeps
  grades of a new claim that the rules do not allow (credibility 1 that its sources do not carry, "established" without a
  standard) and lists them; of a claim with assessments it refuses grades that those do not give.
- **Acts** of an incident have a \`key\` each; a form fills in missing ones.
`

/** The whole file. */
export function recordDocs(vocabularies: ShippedVocabularies): string {
  return [HEAD, ...KINDS.map(kindSection), vocabularySection(vocabularies)].join('\n')
}

function kindSection(kind: Kind): string {
  const { short, more, fixed } = RECORD_FIELDS[kind]
  const shape = shapeOf(SCHEMAS[kind]) ?? {}
  const form = new Map<string, string>([
    ...short.map((field): [string, string] => [field, '★']),
    ...more.map((field): [string, string] => [field, 'more']),
    ...fixed.map((field): [string, string] => [field, 'Daybook']),
  ])
  const rows = [...form].flatMap(([field, place]) => rowsOf(field, shape[field], place))
  return [
    `## ${TYPE_BY_KIND[kind]}`,
    '',
    `\`type\` is \`${TYPE_BY_KIND[kind]}\`; on the command line \`${CLI_NAME_BY_KIND[kind]}\`.`,
    '',
    '| field | type | vocabulary | form | needed | protected |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** A row for the field, and one for each of its parts. */
function rowsOf(path: string, schema: unknown, place: string): readonly string[] {
  const { schema: inner, meta, isOptional, hasDefault } = unwrap(schema)
  const isList = listElement(inner) !== undefined
  const all = { ...metaOfElement(inner), ...meta }
  const cells = [
    `\`${path}\``,
    typeName(inner),
    all.vocabulary === undefined ? '' : `\`${all.vocabulary}\``,
    place,
    isOptional || hasDefault ? '' : 'yes',
    protectionOf(all),
  ]
  const parts = Object.entries(shapeOf(inner) ?? {})
  const prefix = isList ? `${path}[]` : path
  return [
    `| ${cells.join(' | ')} |`,
    ...parts.flatMap(([name, part]) => rowsOf(`${prefix}.${name}`, part, '')),
  ]
}

function protectionOf({ protected: given, locked, optIn }: FieldMeta): string {
  return [given, locked === true ? 'locked' : undefined, optIn === undefined ? undefined : 'switch']
    .filter((word) => word !== undefined)
    .join(', ')
}

/** The element of a list, or of the list that a union offers beside its short form. */
function listElement(schema: unknown): unknown {
  if (schema instanceof z.ZodArray) return schema.element
  if (!(schema instanceof z.ZodUnion)) return undefined
  const list = schema.options.find((option) => option instanceof z.ZodArray)
  return list instanceof z.ZodArray ? list.element : undefined
}

/** What is said of a list's single values, or of a union's. */
function metaOfElement(schema: unknown): FieldMeta {
  const element = listElement(schema)
  if (element !== undefined) return shapeOf(element) === null ? unwrap(element).meta : {}
  if (!(schema instanceof z.ZodUnion) || shapeOf(schema) !== null) return {}
  return Object.assign({}, ...schema.options.map((option) => unwrap(option).meta))
}

function typeName(schema: unknown): string {
  const { schema: inner, meta } = unwrap(schema)
  const element = listElement(inner)
  if (element !== undefined) return `list of ${typeName(element)}`
  if (inner instanceof z.ZodObject || shapeOf(inner) !== null) return 'object'
  if (inner instanceof z.ZodUnion) return [...new Set(inner.options.map(typeName))].join(' or ')
  if (inner instanceof z.ZodEnum) return `one of ${inner.options.map((each) => `\`${each}\``).join(' ')}`
  if (inner instanceof z.ZodLiteral)
    return `one of ${[...inner.values].map((each) => `\`${each}\``).join(' ')}`
  if (inner instanceof z.ZodBoolean) return 'true or false'
  if (inner instanceof z.ZodRecord) return 'object of whole numbers by reason'
  if (inner instanceof z.ZodNumber) return numberName(inner)
  if (inner instanceof z.ZodISODate) return 'day, YYYY-MM-DD'
  return inner instanceof z.ZodString ? textName(inner, meta) : 'value'
}

function numberName(schema: z.ZodNumber): string {
  const isWhole = schema.format === 'safeint'
  const { minValue: min, maxValue: max } = schema
  const isBounded = min !== null && max !== null && Math.abs(max) < Number.MAX_SAFE_INTEGER
  return `${isWhole ? 'whole number' : 'number'}${isBounded ? `, ${min} to ${max}` : ''}`
}

const patternOf = (schema: z.ZodType): string | undefined => z.toJSONSchema(schema, { io: 'input' }).pattern
const NAMED: ReadonlyMap<string | undefined, string> = new Map([
  [patternOf(idSchema), 'id'],
  [patternOf(languageSchema), 'language, BCP 47'],
  [patternOf(countrySchema), 'country, ISO 3166-1 alpha-2'],
  [patternOf(instantSchema), 'instant, UTC'],
])

function textName(schema: z.ZodString, meta: FieldMeta): string {
  if (meta.vocabulary !== undefined) return 'code'
  const pattern = patternOf(schema)
  const named = pattern === undefined ? undefined : NAMED.get(pattern)
  if (named !== undefined) return named
  if (pattern !== undefined) return `text like \`${pattern.replaceAll('|', '\\|')}\``
  if (meta.protected === 'date') return 'date, EDTF'
  return (schema.minLength ?? 0) > 0 ? 'line of text' : 'text'
}

function vocabularySection(vocabularies: ShippedVocabularies): string {
  const sections = VOCABULARY_NAMES.map((name) => {
    const { source, terms } = vocabularies[name]
    const codes = terms.map(({ code, labels }) => `\`${code}\` ${labels.en}`).join(' · ')
    return `### ${name}\n\n${source}\n\n${codes}\n`
  })
  return ['## Vocabularies', '', ...sections].join('\n')
}
