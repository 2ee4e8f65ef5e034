/**
 * The sourcing of a claim (records.md, "Computed, never typed"): how many independent roots stand behind it on each
 * side, where reporting runs in a circle, and what credibility the sources allow. Codes and numbers only; the window
 * and the command line have the words.
 *
 * A *root* is a source item that derives from no other. Items that derive from each other in a circle with no way out
 * have no first one among them: the whole circle is one root. Roots that came to us from the same first source
 * (`gotItFrom`, followed to its end) are not independent of each other and count once.
 */

/** A source item that derives from no other, or a circle of them. */
export interface Root {
  /** The smallest id of `items`: stands for the root in lists and links. */
  readonly id: string
  /** One item, or all items of a circle, in the order of their ids. */
  readonly items: readonly string[]
  /**
   * Sources it may have come from first, in the order of their ids: one as a rule; several when a circle of items or
   * of sources leaves it open which; none when the item is known by its id only.
   */
  readonly firstSources: readonly string[]
  /** Every source it may have come from is graded A to C, and nothing of it lies in the bin. */
  readonly isGraded: boolean
  /** The item was deleted: still what others go back to, but nothing that could be judged. */
  readonly isDeleted: boolean
}

/** Roots that count once, because they come from the same first source. */
export interface IndependentRoot {
  /** At least one, in the order of their ids. */
  readonly roots: readonly Root[]
  /** One of the roots is graded A to C. */
  readonly isGraded: boolean
}

/** Several items of evidence that all come down to the same independent root (records.md: circular reporting). */
export interface CircularReport {
  /** Ids of the evidence, in the order of the claim; two or more. */
  readonly items: readonly string[]
  /** The root's id, see {@link Root}. */
  readonly root: string
}

/** One side of a claim: what speaks for it, or against it. */
export interface EvidenceSide {
  /** Items used, each once, in the order of the claim; deleted ones left out. */
  readonly items: readonly string[]
  /** Items the claim names that the log no longer holds. */
  readonly deletedItems: readonly string[]
  /** How many independent roots: the length of `independent`. */
  readonly independentRoots: number
  /** In the order of the first root's id. */
  readonly independent: readonly IndependentRoot[]
  readonly circular: readonly CircularReport[]
}

/**
 * Why the sources allow no credibility of 1. Most basic first; `fields` are the numbers of the sentence.
 * - `no-evidence` {}: nothing that is still in the log speaks for it
 * - `one-root` {items}: one independent root, told by `items` items (1: a single item; more: they all go back to it)
 * - `no-graded-source` {roots}: enough roots, and not one from a source graded A to C
 */
export type CapReason =
  | { readonly code: 'no-evidence'; readonly fields: Readonly<Record<string, never>> }
  | { readonly code: 'one-root'; readonly fields: { readonly items: number } }
  | { readonly code: 'no-graded-source'; readonly fields: { readonly roots: number } }

export type CapCode = CapReason['code']

/** The best credibility that the sources allow. It never says that a claim deserves it: that is for a person. */
export interface CredibilityCap {
  readonly highest: 1 | 2
  /** Why not 1; empty when 1 is allowed. Several may hold at once. */
  readonly whyNotHigher: readonly CapReason[]
}

/** Everything computed for one claim from its evidence. Equal evidence gives an equal value, whatever ids are. */
export interface ClaimSourcing {
  readonly forIt: EvidenceSide
  readonly against: EvidenceSide
  readonly cap: CredibilityCap
}

/** Two claims about one field of one record that cannot both hold, and stand as if both did. */
export interface Contradiction {
  /** The other claim. */
  readonly claim: string
  /** The record they are about; for a merged incident the one it was merged into. */
  readonly record: string
  /** Dotted path, such as `placeType` or `counts.killed`. */
  readonly field: string
  /** Key of the act that the field belongs to, where it is one of an act. */
  readonly act?: string
  /** `both-established`: both meet their standard. `both-appear`: at least one of them appears established only. */
  readonly code: 'both-established' | 'both-appear'
}
