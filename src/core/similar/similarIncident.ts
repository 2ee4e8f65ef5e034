/**
 * "Has this happened before?": incidents alike in kind, place, group, method and perpetrator, and why. The answer to
 * "this is new" (records.md, claims of kind novelty). `SimilarityIndex` finds them.
 */

/** Why two incidents are alike; most telling first, one of each code. */
export interface SimilarityReason {
  /**
   * `same-kind`: violation types and acts both have (codes) · `related-kind`: others of this incident under one heading
   * of MT4 with one of the other's (codes) · `same-district`, `same-region`, `same-country`: the smallest place both
   * lie in (its name as this incident has it; a country as its code) · `same-victims`: the same persons (ids) or groups (codes) ·
   * `same-tags`: tags of the incidents and of their victims (as this one has them) · `same-method` (codes) ·
   * `same-perpetrator` (ids)
   */
  readonly code:
    | 'same-kind'
    | 'related-kind'
    | 'same-district'
    | 'same-region'
    | 'same-country'
    | 'same-victims'
    | 'same-tags'
    | 'same-method'
    | 'same-perpetrator'
  /** In order, each once; never empty. */
  readonly values: readonly string[]
}

export interface SimilarIncident {
  readonly incident: string
  /** 0 to 1: 1 for an incident that shares everything this one has. */
  readonly score: number
  readonly why: readonly SimilarityReason[]
  /** By the days they may have happened on; `undecided` when they overlap. */
  readonly when: 'earlier' | 'later' | 'undecided'
}
