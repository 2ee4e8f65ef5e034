/**
 * Records found by the words of their titles, however many there are: looked through a little at a time, and no more
 * of them listed than anybody reads. Locked fields are not in the window, so nothing is found by them. Pure.
 */
import { foldText } from '../../core/foldText.ts'
import { type AnyRecord, type Kind, recordTitle } from '../../core/records.ts'
import { EDITABLE_KINDS, type EditableKind, type LogView } from '../../shared/ipc/views.ts'
import { MOST_SHOWN } from '../ui/optionSearch.ts'

/** Kinds whose records the window has, and which can be linked to. */
export type LinkedKind = EditableKind

export interface FoundRecord {
  readonly kind: LinkedKind
  readonly id: string
  readonly title: string
}

/** Records looked at between two pauses. */
const LOOK = 512

const recordsByCollection = new WeakMap<object, readonly ShownRecord[]>()
/** A plain map: with as many records as a log may have, a weak one would keep the collector busy. */
const foldedById = new Map<string, { readonly title: string; readonly folded: string }>()

interface ShownRecord {
  readonly id: string
}

const isLinkedKind = (kind: Kind): kind is LinkedKind => EDITABLE_KINDS.some((each) => each === kind)

function recordsOf(collection: Readonly<Record<string, ShownRecord>>): readonly ShownRecord[] {
  let records = recordsByCollection.get(collection)
  if (!records) {
    records = Object.values(collection)
    recordsByCollection.set(collection, records)
  }
  return records
}

/** The one line that stands for a record. Kind and record belong together by construction. */
export function titleOfShown(kind: LinkedKind, record: ShownRecord): string {
  return recordTitle(kind, record as AnyRecord as never)
}

function foldedTitle(kind: LinkedKind, record: ShownRecord): string {
  const title = titleOfShown(kind, record)
  const known = foldedById.get(record.id)
  if (known?.title === title) return known.folded
  const folded = foldText(title)
  foldedById.set(record.id, { title, folded })
  return folded
}

/**
 * Looks for records whose title holds every typed word; those that begin with what was typed come first. Yields what
 * it has so far every few hundred records, and ends early when enough begin with it. `skip` are ids not to be found.
 */
export function* searchRecords(
  view: LogView,
  kinds: readonly Kind[],
  typed: string,
  skip: ReadonlySet<string> = new Set(),
): Generator<readonly FoundRecord[], readonly FoundRecord[]> {
  const text = foldText(typed)
  const words = text.split(' ').filter(Boolean)
  const leading: FoundRecord[] = []
  const others: FoundRecord[] = []
  const found = () => [...leading, ...others].slice(0, MOST_SHOWN)
  let looked = 0
  for (const kind of kinds.filter(isLinkedKind)) {
    for (const record of recordsOf(view[kind])) {
      looked += 1
      if (looked % LOOK === 0) yield found()
      if (skip.has(record.id)) continue
      const folded = foldedTitle(kind, record)
      const list = folded.startsWith(text) ? leading : others
      if (list.length >= MOST_SHOWN || !words.every((word) => folded.includes(word))) continue
      list.push({ kind, id: record.id, title: titleOfShown(kind, record) })
      if (leading.length >= MOST_SHOWN) return found()
    }
  }
  return found()
}

/** The record of an id among some kinds; null when the window has none. */
export function recordAmong(view: LogView, kinds: readonly Kind[], id: string): FoundRecord | null {
  for (const kind of kinds.filter(isLinkedKind)) {
    const record: ShownRecord | undefined = view[kind][id]
    if (record !== undefined && Object.hasOwn(view[kind], id))
      return { kind, id, title: titleOfShown(kind, record) }
  }
  return null
}
