/** What was withheld and why, counted, and of which records. Shown to the user and kept in the ledger; never part of a brief. */

export const WITHHELD_REASONS = [
  'record/label',
  'record/consent',
  'record/duplicate',
  'record/superseded',
  'record/small-class',
  'record/earlier-release',
  'record/stale-contact',
  'record/mention',
  'record/not-linked',
  'field/exact-date',
  'field/exact-place',
  'field/exact-count',
  'field/free-text',
  'field/name',
  'field/contact',
  'field/link',
  'field/mention',
  'field/wording',
  'field/not-accepted',
  'field/rare-kind',
] as const
export type WithheldReason = (typeof WITHHELD_REASONS)[number]
export type Withheld = Readonly<Partial<Record<WithheldReason, number>>>
/** Reason → id of a record → how often. For the window alone. */
export type WithheldRecords = ReadonlyMap<WithheldReason, ReadonlyMap<string, number>>

export interface WithheldCounter {
  add(reason: WithheldReason, count?: number): void
  /** The same counter, which notes besides that what is added to it is of this record. */
  of(id: string): WithheldCounter
  /** Reasons in fixed order, zero ones left out. */
  counts(): Withheld
  records(): WithheldRecords
}

export function withheldCounter(): WithheldCounter {
  const counts = new Map<WithheldReason, number>()
  const byReason = new Map<WithheldReason, Map<string, number>>()
  const counter: WithheldCounter = {
    add: (reason, count = 1) => {
      if (count > 0) counts.set(reason, (counts.get(reason) ?? 0) + count)
    },
    of: (id) => ({
      ...counter,
      add: (reason, count = 1) => {
        counter.add(reason, count)
        if (count <= 0) return
        const ids = byReason.get(reason) ?? new Map<string, number>()
        ids.set(id, (ids.get(id) ?? 0) + count)
        byReason.set(reason, ids)
      },
    }),
    counts: () =>
      Object.fromEntries(WITHHELD_REASONS.flatMap((r) => (counts.has(r) ? [[r, counts.get(r) ?? 0]] : []))),
    records: () => byReason,
  }
  return counter
}
