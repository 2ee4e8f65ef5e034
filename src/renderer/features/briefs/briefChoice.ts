/** What the user has chosen for a brief, as a value, and the functions that change it. No React, no bridge. */
import type { Action } from '../../../core/action.ts'
import type { Claim } from '../../../core/claim.ts'
import type { Contact } from '../../../core/contact.ts'
import type { Profile } from '../../../core/redaction/profile.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'

export const BRIEF_KINDS = ['incidents', 'claims', 'contacts', 'actions'] as const
export type BriefKind = (typeof BRIEF_KINDS)[number]
export type ChoosableRecord = IncidentRow | Claim | Contact | Action
export type Chosen = Readonly<Record<BriefKind, ReadonlySet<string>>>

export const NOTHING_CHOSEN: Chosen = {
  incidents: new Set(),
  claims: new Set(),
  contacts: new Set(),
  actions: new Set(),
}

/** Ids by kind as a choice; their order is kept. */
export function chosenOf(lists: Readonly<Partial<Record<BriefKind, readonly string[]>>>): Chosen {
  const of = (kind: BriefKind) => new Set(lists[kind] ?? [])
  return {
    incidents: of('incidents'),
    claims: of('claims'),
    contacts: of('contacts'),
    actions: of('actions'),
  }
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

/**
 * What is passed over after a change of the choice: what was taken out of the kinds that a filter has chosen from, less
 * what was put in again.
 */
export function passOver(
  passedOver: Chosen,
  before: Chosen,
  after: Chosen,
  filtered: ReadonlySet<BriefKind>,
): Chosen {
  return BRIEF_KINDS.filter((kind) => filtered.has(kind)).reduce((passed, kind) => {
    const out = [...before[kind]].filter((id) => !after[kind].has(id))
    const back = [...passed[kind]].filter((id) => after[kind].has(id))
    return out.length + back.length === 0 ? passed : tick(tick(passed, kind, out, true), kind, back, false)
  }, passedOver)
}

/** Ids moved by one place in their kind, up (-1) or down (1); the same choice at either end. */
export function moveBy(chosen: Chosen, kind: BriefKind, id: string, by: -1 | 1): Chosen {
  const ids = [...chosen[kind]]
  const from = ids.indexOf(id)
  const to = from + by
  const other = ids[to]
  if (from < 0 || other === undefined) return chosen
  ids[from] = other
  ids[to] = id
  return { ...chosen, [kind]: new Set(ids) }
}

/** Records that a filter finds and that were neither chosen nor taken out again: they came to match later. */
export function newMatches<R extends { readonly id: string }>(
  found: readonly R[],
  chosen: ReadonlySet<string>,
  passedOver: ReadonlySet<string>,
): readonly R[] {
  return found.filter(({ id }) => !chosen.has(id) && !passedOver.has(id))
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
