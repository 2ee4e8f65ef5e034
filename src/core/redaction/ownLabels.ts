/**
 * Labels of the log's own that a brief may print for codes. They are typed by the user, so each passes the check for
 * mentions like any kept sentence; what mentions something protected is left out, and the shipped label or, for a code
 * of the log's own, the next language that is clean stands in its place.
 */
import type { LocalTerm } from '../terms.ts'
import type { BriefLanguage } from './briefData.ts'
import type { MentionCheck } from './mentions.ts'

/** By code; only what is clean. */
export type OwnLabels = ReadonlyMap<string, Readonly<Partial<Record<BriefLanguage, string>>>>

export function ownLabels(terms: Readonly<Record<string, LocalTerm>>, mentions: MentionCheck): OwnLabels {
  return new Map(
    Object.values(terms).map(({ code, labels }) => [
      code,
      Object.fromEntries(
        Object.entries(labels).filter(([, label]) => label !== undefined && !mentions(label, 'inside')),
      ),
    ]),
  )
}
