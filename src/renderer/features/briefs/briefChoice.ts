/** What the user has chosen for a brief, as a value, and the functions that change it. No React, no bridge. */
import type { Action } from '../../../core/action.ts'
import type { Claim } from '../../../core/claim.ts'
import type { Contact } from '../../../core/contact.ts'
import type { Incident } from '../../../core/incident.ts'
import { parseQuery } from '../../../core/query.ts'
import type { Profile } from '../../../core/redaction/profile.ts'

export const BRIEF_KINDS = ['incidents', 'claims', 'contacts', 'actions'] as const
export type BriefKind = (typeof BRIEF_KINDS)[number]
export type ChoosableRecord = Incident | Claim | Contact | Action
export type Chosen = Readonly<Record<BriefKind, ReadonlySet<string>>>

export const NOTHING_CHOSEN: Chosen = {
  incidents: new Set(),
  claims: new Set(),
  contacts: new Set(),
  actions: new Set(),
}

/** Ids ticked or unticked in one kind; the others stay. */
export function tick(chosen: Chosen, kind: BriefKind, ids: Iterable<string>, on: boolean): Chosen {
  const next = new Set(chosen[kind])
  for (const id of ids) {
    if (on) next.add(id)
    else next.delete(id)
  }
  return { ...chosen, [kind]: next }
}

/** Drops ids whose records are gone (deleted meanwhile). */
export function keepExisting(chosen: Chosen, has: (kind: BriefKind, id: string) => boolean): Chosen {
  const kept = BRIEF_KINDS.map(
    (kind) => [kind, new Set([...chosen[kind]].filter((id) => has(kind, id)))] as const,
  )
  return { ...chosen, ...Object.fromEntries(kept) }
}

export interface Filtered<R> {
  readonly records: readonly R[]
  /** The piece of the query that cannot be read; then nothing is filtered. */
  readonly unreadable: string | null
}

/** Records that fit the query, in the order given. */
export function filterRecords<R extends ChoosableRecord>(records: readonly R[], text: string): Filtered<R> {
  const query = parseQuery(text)
  if (!query.ok) return { records, unreadable: query.error.text }
  return { records: text.trim() === '' ? records : records.filter(query.value), unreadable: null }
}

/** Ids of chosen records that a profile leaves out because of their label. @param labels those that it takes. */
export function leftOutByLabel(
  chosen: ReadonlySet<string>,
  records: Readonly<Record<string, ChoosableRecord>>,
  labels: Profile['labels'],
): readonly string[] {
  return [...chosen].filter((id) => {
    const record = records[id]
    return record !== undefined && !labels.includes(record.confidentiality)
  })
}
