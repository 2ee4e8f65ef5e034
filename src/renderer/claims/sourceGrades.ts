/** Which grades the sources behind a claim have. No React. */
import type { EvidenceSide } from '../../core/sourcing/sourcing.ts'
import { RELIABILITIES, type Reliability } from '../../core/vocabularyCodes.ts'

type Sources = Readonly<Record<string, { readonly reliability: Reliability }>>

/** The sources that one side of the evidence first came from, each once; those the log no longer holds left out. */
export function firstSourceIds(side: EvidenceSide): readonly string[] {
  return [
    ...new Set(
      side.independent.flatMap(({ roots }) =>
        roots.flatMap((root) => (root.isDeleted ? [] : root.firstSources)),
      ),
    ),
  ]
}

/**
 * The best reliability among the sources one side first came from; null when there are none. F means that nobody has
 * judged, so it is given only when nobody has judged any of them.
 */
export function bestReliability(side: EvidenceSide, sources: Sources): Reliability | null {
  const grades = new Set(firstSourceIds(side).flatMap((id) => sources[id]?.reliability ?? []))
  return RELIABILITIES.find((grade) => grades.has(grade)) ?? null
}

export interface GradeCount {
  readonly grade: Reliability
  readonly ids: readonly string[]
}

/** The sources one side first came from, by their grade, best first; those nobody has judged last. */
export function sourcesByGrade(side: EvidenceSide, sources: Sources): readonly GradeCount[] {
  const byGrade = Map.groupBy(
    firstSourceIds(side).filter((id) => sources[id] !== undefined),
    (id) => sources[id]?.reliability ?? 'F',
  )
  return RELIABILITIES.flatMap((grade) => {
    const ids = byGrade.get(grade)
    return ids === undefined ? [] : [{ grade, ids }]
  })
}
