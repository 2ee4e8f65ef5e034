/**
 * "Has this happened before?": incidents alike in kind, place, group, method and perpetrator, and why. The answer to
 * "this is new" (records.md, claims of kind novelty). `SimilarityIndex.similarTo(incidentId, limit)` gives them, most
 * alike first.
 */

/**
 * Why two incidents are alike; most telling first, one of each code.
 * - `same-kind` {codes}: violation types both have · `related-kind` {codes}: types under one heading of MT4; `codes`
 *   are this incident's
 * - `same-district`, `same-region`, `same-country` {names}: admin2, admin1 (as this incident names them) or country code
 * - `same-group` {names}: the same victims' group: ids of persons in common, or tags in common
 * - `same-method` {codes} · `same-perpetrator` {names}: ids of persons or organisations
 */
export interface SimilarityReason {
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
  /** Vocabulary codes, ids of records, tags or names of places, by the code; in order, each once. */
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
