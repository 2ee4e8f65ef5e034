/** What was withheld and why, counted. Shown to the user and kept in the ledger; never part of a brief. */

export const WITHHELD_REASONS = [
  'record/label',
  'record/consent',
  'record/duplicate',
  'record/superseded',
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
] as const
export type WithheldReason = (typeof WITHHELD_REASONS)[number]
export type Withheld = Readonly<Partial<Record<WithheldReason, number>>>

export interface WithheldCounter {
  add(reason: WithheldReason, count?: number): void
  /** Reasons in fixed order, zero ones left out. */
  counts(): Withheld
}

export function withheldCounter(): WithheldCounter {
  const counts = new Map<WithheldReason, number>()
  return {
    add: (reason, count = 1) => {
      if (count > 0) counts.set(reason, (counts.get(reason) ?? 0) + count)
    },
    counts: () =>
      Object.fromEntries(WITHHELD_REASONS.flatMap((r) => (counts.has(r) ? [[r, counts.get(r) ?? 0]] : []))),
  }
}
