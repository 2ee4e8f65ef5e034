/**
 * What an entry changed, field by field, old and new beside each other: for people to read. A field of a group has a
 * path (`where.name`); a list is one field, of which only the entries that came and went are told; of a long text only
 * the changed passage.
 */
import { linksOf } from '../recordLinks.ts'
import { type Kind, SCHEMAS } from '../records.ts'
import type { RecordState } from './recordHistory.ts'
import { commonEnd, commonStart } from './textDelta.ts'
import { isPlain, isSameJson } from './valueDelta.ts'

interface Changed {
  /** Dotted path. */
  readonly field: string
  /** Ids among the values that are links to other records. */
  readonly links: readonly string[]
}

/** An absent value is undefined. */
export type FieldChange =
  | (Changed & { readonly form: 'value'; readonly old: unknown; readonly new: unknown })
  | (Changed & {
      readonly form: 'list'
      readonly removed: readonly unknown[]
      readonly added: readonly unknown[]
    })
  | (Changed & { readonly form: 'text'; readonly old: Passage; readonly new: Passage })

/** A part of a long text; not its beginning, or not its end, unless it says so. */
export interface Passage {
  readonly text: string
  readonly isStart: boolean
  readonly isEnd: boolean
}

/** Texts up to here are told whole. */
const LONGEST_WHOLE = 120
/** Characters around a change, for people to know where they are; cut at a space. */
const AROUND = 60
/** A longer passage is cut in its middle by whoever shows it; here it is only kept from being all of a text. */
const LONGEST_PASSAGE = 2_000

/** Set by each save, so that telling them says nothing. */
const SILENT: ReadonlySet<string> = new Set(['updatedAt'])

/** The changes between two states of a record, in the order of its fields. */
export function fieldChanges(kind: Kind, before: RecordState, after: RecordState): readonly FieldChange[] {
  const links = [...linkedIds(kind, before), ...linkedIds(kind, after)]
  const linksIn = (field: string) => [
    ...new Set(links.flatMap((link) => (isWithin(link.field, field) ? [link.id] : []))),
  ]
  return changesOf('', before.record, after.record)
    .filter(({ field }) => !SILENT.has(field))
    .map((change) => ({ ...change, links: linksIn(change.field) }))
}

type Unlinked<C> = C extends unknown ? Omit<C, 'links'> : never

function changesOf(field: string, old: unknown, now: unknown): readonly Unlinked<FieldChange>[] {
  if (isSameJson(old, now)) return []
  const isGroup = (isPlain(old) || old === undefined) && (isPlain(now) || now === undefined)
  if (isGroup && (isPlain(old) || isPlain(now))) {
    const [a, b] = [isPlain(old) ? old : {}, isPlain(now) ? now : {}]
    return [...new Set([...Object.keys(b), ...Object.keys(a)])].flatMap((key) =>
      changesOf(field === '' ? key : `${field}.${key}`, a[key], b[key]),
    )
  }
  if ((Array.isArray(old) || old === undefined) && (Array.isArray(now) || now === undefined)) {
    const [a, b]: [unknown[], unknown[]] = [old ?? [], now ?? []]
    return [{ form: 'list', field, removed: withoutEqual(a, b), added: withoutEqual(b, a) }]
  }
  if (typeof old === 'string' && typeof now === 'string' && old.length + now.length > 2 * LONGEST_WHOLE) {
    return [{ form: 'text', field, ...passages(old, now) }]
  }
  return [{ form: 'value', field, old, new: now }]
}

/** Entries of a list that another does not have, counting equal ones. */
export function withoutEqual(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const left = new Map<string, number>()
  for (const entry of other) {
    const key = JSON.stringify(entry)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  return list.filter((entry) => {
    const key = JSON.stringify(entry)
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
}

function passages(old: string, now: string): { readonly old: Passage; readonly new: Passage } {
  const head = commonStart(old, now)
  const tail = commonEnd(old, now, head)
  const start = head <= AROUND ? 0 : spaceBefore(now, head - AROUND)
  const keptTail = tail <= AROUND ? 0 : tail - AROUND
  return { old: passage(old, start, keptTail), new: passage(now, start, keptTail) }
}

function passage(text: string, start: number, tail: number): Passage {
  const end = Math.min(text.length - tail, start + LONGEST_PASSAGE)
  const cut = text.slice(start, end)
  // Both ends may stand inside a character.
  return { text: cut.toWellFormed(), isStart: start === 0, isEnd: end === text.length }
}

function spaceBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return at - space > AROUND ? at : space + 1
}

function linkedIds(
  kind: Kind,
  { record }: RecordState,
): readonly { readonly field: string; readonly id: string }[] {
  const parsed = SCHEMAS[kind].safeParse(record)
  return parsed.success ? linksOf(kind, parsed.data) : []
}

/** Is a link (`acts.0.victim`) inside a field (`acts`)? */
function isWithin(link: string, field: string): boolean {
  return link === field || link.startsWith(`${field}.`)
}
