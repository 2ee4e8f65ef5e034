/**
 * Source items that may derive from each other because they say the same in the same words. A suggestion is only ever
 * shown: nothing is linked until a person says so, and one that was declined (`notDerivedFrom`) is not made again.
 * `SuggestionIndex.suggestDerivations(itemId)` makes them, best first.
 */
export interface DerivationSuggestion {
  /** The other item. */
  readonly other: string
  /**
   * By the days of publication: `derives-from`: this item came later, so it would derive from the other ·
   * `source-of`: the other way round · `undecided`: the days overlap or one is not known.
   */
  readonly direction: 'derives-from' | 'source-of' | 'undecided'
  /** `republishes` when nearly all of both is shared, else `quotes`. */
  readonly how: 'republishes' | 'quotes'
  /** How much of the shorter text stands in the other, 0 to 1. */
  readonly similarity: number
  /** The longest passage they share, as this item has it. Free text of the log. */
  readonly passage: string
}
