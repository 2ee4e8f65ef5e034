/**
 * What a form is, apart from how it looks: a draft of plain texts, the fields it would save, and what the kind's own
 * schema says to them. Main asks the same schema again. Pure.
 */
import type { z } from 'zod'
import { completeRecord, SCHEMAS } from '../../core/records.ts'
import type { MessageKey } from '../../shared/i18n/catalogue.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'

/** Fields as the door takes them; null removes one. */
export type Fields = Input<'records.save'>['fields']

export interface RecordForm<R, D> {
  readonly kind: EditableKind
  /** The draft of a record, or of a new one; `today` is YYYY-MM-DD. */
  readonly toDraft: (record: R | null, today: string) => D
  /** Every field the form edits. Texts that cannot be read go through as they are: the schema says so. */
  readonly toFields: (draft: D) => Fields
  /** Reads what was typed before out of a kept draft: the fields that were touched. */
  readonly typedSchema: z.ZodType<Partial<D>>
}

/** Path of a field (`where.lat`) → key of the sentence beside it. */
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
    parsed.error.issues.map((issue) => {
      // What is not there was left empty, whatever the schema says about its shape.
      const [field] = issue.path
      const isEmpty = issue.path.length === 1 && merged[String(field)] === undefined
      return [issue.path.join('.'), isEmpty ? 'records.error.required' : sentenceKey(issue)]
    }),
  )
}

function sentenceKey(issue: z.core.$ZodIssue): MessageKey {
  const code = issue.code === 'custom' ? issue.params?.code : undefined
  if (code === 'date/unreadable') return 'records.error.date'
  if (code === 'place/half-coordinates') return 'records.error.halfCoordinates'
  if (issue.code === 'too_small') return 'records.error.required'
  if (issue.code === 'too_big') return 'records.error.tooLong'
  const last = issue.path.at(-1)
  if (last === 'lat' || last === 'lon') return 'records.error.coordinate'
  if (last === 'accessedAt') return 'records.error.date'
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
