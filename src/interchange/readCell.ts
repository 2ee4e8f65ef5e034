/** One cell by the form of its field: the value a record schema takes, or the code of what is wrong with it. */
import { countryOfName } from './countryCodes.ts'
import type { FieldForm, Form } from './fieldForm.ts'
import { type DateForm, readDate } from './readDate.ts'
import { readDecimal, readWhole } from './readNumbers.ts'

export interface CellRule {
  readonly date?: DateForm
  readonly split?: string
  readonly vocabulary?: ReadonlyMap<string, string>
}

/** `absent` is an empty cell. */
export type CellRead =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'absent' }
  | { readonly kind: 'bad'; readonly code: string }

const ABSENT: CellRead = { kind: 'absent' }
const bad = (code: string): CellRead => ({ kind: 'bad', code })
const read = (value: unknown): CellRead => ({ kind: 'value', value })

/** Reads a cell; empty cells, and values a vocabulary maps to nothing, are absent. */
export function readCell(cell: string, { form, isList }: FieldForm, rule: CellRule): CellRead {
  const parts = (rule.split === undefined ? [cell] : cell.split(rule.split))
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const values: unknown[] = []
  for (const part of parts) {
    const word = translate(part, rule.vocabulary)
    if (word === undefined) return bad('import/code-unknown')
    if (word === '') continue
    const one = readOne(word, form, rule.date)
    if (one.kind === 'bad') return one
    if (one.kind === 'value') values.push(one.value)
  }
  if (values.length === 0) return ABSENT
  if (isList) return read([...new Set(values)])
  return values.length === 1 ? read(values[0]) : joined(values, form, rule.split ?? ' ')
}

/** Several values in a field that takes one: words can stand side by side, numbers and codes cannot. */
const joined = (values: readonly unknown[], form: Form, split: string): CellRead =>
  form.name === 'text' ? read(values.join(`${split.trim()} `)) : bad('import/value-invalid')

/** Undefined for a value the vocabulary does not know. "5.0" finds "5", and case does not count. */
export function translate(
  word: string,
  vocabulary: ReadonlyMap<string, string> | undefined,
): string | undefined {
  if (!vocabulary) return word
  const exact = vocabulary.get(word)
  if (exact !== undefined) return exact
  const number = readDecimal(word)
  for (const [key, value] of vocabulary) {
    if (key.trim().toLowerCase() === word.toLowerCase()) return value
    if (number !== null && readDecimal(key) === number) return value
  }
  return vocabulary.get('*')
}

function readOne(word: string, form: Form, date: DateForm | undefined): CellRead {
  switch (form.name) {
    case 'date':
      return orBad(readDate(word, date), 'import/date-unreadable')
    case 'whole':
      return orBad(readWhole(word), 'import/number-unreadable')
    case 'number':
      return orBad(readDecimal(word), 'import/number-unreadable')
    case 'boolean':
      return orBad(readBoolean(word), 'import/value-invalid')
    case 'country':
      return orBad(countryOfName(word) ?? null, 'import/code-unknown')
    case 'enum':
      return orBad(readEnum(word, form.values), 'import/code-unknown')
    case 'code':
      return orBad(
        /^(?:\d{4,14}|(?:local:)?[a-z0-9]+(?:-[a-z0-9]+)*)$/.test(word) ? word : null,
        'import/code-unknown',
      )
    case 'text':
    case 'link':
    case 'instant':
      return read(word)
  }
}

const orBad = (value: unknown, code: string): CellRead => (value === null ? bad(code) : read(value))

function readBoolean(word: string): boolean | null {
  if (/^(?:true|yes|1)$/i.test(word)) return true
  return /^(?:false|no|0)$/i.test(word) ? false : null
}

/** "Not assessed" means `not-assessed`. */
function readEnum(word: string, values: readonly (string | number)[]): string | number | null {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_+-]+/g, '-')
  return (
    values.find((value) => plain(String(value)) === plain(word)) ??
    values.find((v) => v === readWhole(word)) ??
    null
  )
}
