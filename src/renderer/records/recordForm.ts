/**
 * What a form is, apart from how it looks: a draft of plain values, the fields it would save, and what the kind's own
 * schema says to them. Main asks the same schema again. Pure.
 */
import type { z } from 'zod'
import { completeRecord, SCHEMAS } from '../../core/records.ts'
import { isMessageKey, type MessageKey } from '../../shared/i18n/catalogue.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import type { FormDraft } from '../forms/fieldSpec.ts'

/** Fields as the door takes them; null removes one. */
export type Fields = Input<'records.save'>['fields']

export interface RecordForm {
  readonly kind: EditableKind
  /** The draft of a record, as much of it as is known here; of a new one, with `today` (YYYY-MM-DD) filled in. */
  readonly toDraft: (record: Readonly<Record<string, unknown>> | null, today: string) => FormDraft
  /** Every field the form edits. Texts that cannot be read go through as they are: the schema says so. */
  readonly toFields: (draft: FormDraft) => Fields
  /** Reads what was typed before out of a kept draft: the fields that were touched. */
  readonly typedSchema: z.ZodType<FormDraft>
}

/** Path of a field (`where.lat`, `acts.0.victim`) → key of the sentence beside it. */
export type FieldErrors = ReadonlyMap<string, MessageKey>

const STAND_IN = { id: 'new', now: '2000-01-01T00:00:00Z' }

/** What the schema has against the record that saving would make; empty when nothing. */
export function checkFields(
  kind: EditableKind,
  existing: Readonly<Record<string, unknown>> | null,
  fields: Fields,
): FieldErrors {
  const merged = Object.fromEntries(
    Object.entries({ ...existing, ...fields }).filter(([, value]) => value !== null),
  )
  const parsed = SCHEMAS[kind].safeParse(completeRecord(merged, STAND_IN))
  if (parsed.success) return new Map()
  return new Map(
    parsed.error.issues
      .flatMap((issue) => plainIssues(issue))
      .map((issue) => [placeOf(issue), sentenceKey(issue, valueAt(merged, issue.path))]),
  )
}

/** Of a value that may have one of several shapes: what is wrong with it in the shape that it has. */
function plainIssues(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): z.core.$ZodIssue[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ ...issue, path }]
  const isOfItsShape = (issues: readonly z.core.$ZodIssue[]) => issues.every((each) => each.path.length > 0)
  const inside = issue.errors.find(isOfItsShape) ?? []
  return inside.length === 0 ? [{ ...issue, path }] : inside.flatMap((each) => plainIssues(each, path))
}

/** The field a sentence stands beside; what is wrong with a record as a whole is said where it can be mended. */
function placeOf(issue: z.core.$ZodIssue): string {
  const isReach = issue.code === 'custom' && issue.params?.code === 'contact/nothing-to-reach'
  return isReach ? 'phone' : issue.path.join('.')
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    record,
  )
}

function sentenceKey(issue: z.core.$ZodIssue, value: unknown): MessageKey {
  // What is not there was left empty, whatever the schema says about its shape.
  if ((value === undefined && issue.path.length > 0) || issue.code === 'too_small')
    return 'records.error.required'
  const code = issue.code === 'custom' ? String(issue.params?.code) : ''
  if (code === 'date/unreadable') return 'records.error.date'
  if (code === 'place/half-coordinates') return 'records.error.halfCoordinates'
  if (isMessageKey(`errors.${code}`)) return `errors.${code}` as MessageKey
  if (issue.code === 'too_big') return 'records.error.tooLong'
  const last = issue.path.at(-1)
  if (last === 'lat' || last === 'lon') return 'records.error.coordinate'
  if (last === 'accessedAt') return 'records.error.date'
  if (issue.code === 'invalid_type' && issue.expected === 'number') return 'records.error.number'
  return issue.code === 'invalid_type' ? 'records.error.required' : 'records.error.invalid'
}

/** Fields that differ between two drafts' fields: what was not touched is not sent. */
export function changedFields(before: Fields, after: Fields): Fields {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  )
}

/** A text field as stored: trimmed, absent when blank. */
export function textOrNull(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}

/** "a, b" → tags; every language's comma and the semicolon separate. */
export function typedToTags(typed: string): string[] {
  const tags = typed.split(/[,;،、]/u).map((tag) => tag.trim())
  return [...new Set(tags.filter(Boolean))]
}
