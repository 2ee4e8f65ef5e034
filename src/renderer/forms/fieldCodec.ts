/**
 * Between what is stored in a field and what is typed in its control. Leaving a control alone changes nothing: typed
 * and back is the same value, whatever the record held. Pure.
 */
import { z } from 'zod'
import type { Fields } from '../records/recordForm.ts'
import { textOrNull, typedToTags } from '../records/recordForm.ts'
import { typedDateToField } from '../records/typedDateField.ts'
import type { DraftGroup, DraftRow, DraftValue, FieldSpec } from './fieldSpec.ts'

type Stored = Fields[string]
type Specs = Readonly<Record<string, FieldSpec>>

/** What the control of a field begins with; `today` (YYYY-MM-DD) is given for a new record. */
export function toDraftValue(spec: FieldSpec, stored: unknown, today?: string): DraftValue {
  switch (spec.control) {
    case 'date':
      return text(stored) || (spec.startsToday === true && today !== undefined ? today : '')
    case 'choice':
      return text(stored ?? spec.first)
    case 'yesNo':
      return stored === undefined ? '' : stored === true ? 'yes' : 'no'
    case 'tags':
      return texts(stored).join(', ')
    case 'codes':
    case 'choices':
    case 'languages':
    case 'links':
      return texts(stored)
    case 'group':
      return toDraftGroup(spec.fields, object(stored), today)
    case 'rows':
    case 'consents':
      return list(stored).map((row, index) => ({
        key: `stored-${index}`,
        fields: toDraftGroup(spec.fields, object(row)),
      }))
    default:
      return text(stored)
  }
}

/** All fields of a record, or of a part of one, as they are typed. */
export function toDraftGroup(
  specs: Specs,
  stored: Readonly<Record<string, unknown>>,
  today?: string,
): DraftGroup {
  return mapSpecs(specs, (spec, field) => toDraftValue(spec, stored[field], today))
}

/**
 * What a control stores; null where nothing is said. Texts that cannot be read go through as they are, for the schema
 * to refuse beside their field.
 */
export function toStored(spec: FieldSpec, value: DraftValue | undefined): Stored {
  switch (spec.control) {
    case 'text':
      return text(value).trim() === '' && spec.isNeeded !== true ? null : text(value)
    case 'date':
      return typedDateToField(text(value))
    case 'number':
      return typedNumber(text(value))
    case 'choice': {
      const code = textOrNull(text(value))
      return code !== null && spec.codes.some((each) => typeof each === 'number') ? Number(code) : code
    }
    case 'yesNo':
      return value === 'yes' ? true : value === 'no' ? false : null
    case 'tags':
      return typedToTags(text(value))
    case 'codes':
    case 'choices':
    case 'languages':
      return texts(value)
    case 'links': {
      const ids = texts(value)
      return ids.length === 0 && spec.isAbsentWhenEmpty === true ? null : ids
    }
    case 'group': {
      const stored = toStoredGroup(spec.fields, group(value))
      return Object.keys(stored).length === 0 ? null : stored
    }
    case 'rows':
    case 'consents':
      return rows(value).map((row) => toStoredGroup(spec.fields, row.fields))
    default:
      return textOrNull(text(value))
  }
}

/** A part of a record as stored: what is not said is not there. */
export function toStoredGroup(specs: Specs, draft: DraftGroup): Record<string, Stored> {
  const stored = Object.entries(specs).map(([field, spec]) => [field, toStored(spec, draft[field])] as const)
  return Object.fromEntries(
    stored.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
}

/** A blank row, under a key that no other row of the list has. */
export function blankRow(specs: Specs, others: readonly DraftRow[]): DraftRow {
  const taken = others.map(({ key }) => Number(/^added-(\d+)$/.exec(key)?.[1] ?? 0))
  return { key: `added-${Math.max(0, ...taken) + 1}`, fields: toDraftGroup(specs, {}) }
}

/** Reads a kept draft of a control. */
export function draftSchema(spec: FieldSpec): z.ZodType<DraftValue> {
  switch (spec.control) {
    case 'codes':
    case 'choices':
    case 'languages':
    case 'links':
      return z.array(z.string())
    case 'group':
      return draftGroupSchema(spec.fields)
    case 'rows':
    case 'consents':
      return z.array(z.strictObject({ key: z.string(), fields: draftGroupSchema(spec.fields) }))
    default:
      return z.string()
  }
}

const draftGroupSchema = (specs: Specs): z.ZodType<DraftGroup> => z.strictObject(mapSpecs(specs, draftSchema))

/** A value of a draft as the text it is; blank for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** A value of a draft as a list of texts. */
export function texts(value: unknown): string[] {
  return list(value).filter((each) => typeof each === 'string')
}

/** A value of a draft as rows. */
export function rows(value: DraftValue | undefined): readonly DraftRow[] {
  return list(value).filter((each): each is DraftRow => object(each).fields !== undefined)
}

/** A value of a draft as a group of fields. */
export function group(value: DraftValue | undefined): DraftGroup {
  return value === undefined || typeof value === 'string' || isList(value) ? {} : value
}

function typedNumber(typed: string): number | string | null {
  const trimmed = typed.trim()
  if (trimmed === '') return null
  const number = Number(trimmed.replace(',', '.'))
  return Number.isFinite(number) ? number : trimmed
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (isList(value) ? value : [])

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function mapSpecs<T>(specs: Specs, convert: (spec: FieldSpec, field: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(specs).map(([field, spec]) => [field, convert(spec, field)]))
}
