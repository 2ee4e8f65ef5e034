/**
 * What a reader makes of one row before anything is compared with the log: one main record, and, for incidents,
 * the sources, items and claims that the row speaks of.
 */
import type { Kind } from '../core/records.ts'
import type { Reliability } from '../core/vocabularyCodes.ts'
import type { RejectedCell } from './importPlan.ts'

/** Field values as a record schema takes them. Not parsed yet: the plan parses every record it makes. */
export type DraftFields = Readonly<Record<string, unknown>>

export interface SourceDraft {
  readonly name: string
  /** As the row grades it; several rows may differ, see the plan. */
  readonly reliability?: Reliability
  readonly fields: DraftFields
}

export interface ItemDraft {
  readonly source: SourceDraft
  readonly fields: DraftFields
  /**
   * Set when the item belongs to this row alone (it has no title of its own). Without it, items of the same
   * content are one item, however many rows cite it.
   */
  readonly rowKey?: string
}

export interface ClaimDraft {
  /** Tells the claims of one row apart. */
  readonly key: string
  /** As the file says it: overwrites on a later import. */
  readonly fields: DraftFields
  /** Ours to begin with, the researcher's afterwards: used for a new claim only. */
  readonly initial: DraftFields
  /** Worded by us; renewed only when what it says has changed. */
  readonly statement: string
}

/** One `column: value` line of `remarks`. */
export type RemarkLine = readonly [label: string, value: string]

export interface RowDraft {
  readonly kind: Kind
  readonly externalId: string
  /** Column to name when the external id is the trouble. */
  readonly idColumn: string
  /** As the file says it: overwrites on a later import. */
  readonly fields: DraftFields
  /** Used for a new record only. */
  readonly initial: DraftFields
  /** Worded by us from other fields; renewed only when one of those has changed. */
  readonly worded: DraftFields
  readonly remarks: readonly RemarkLine[]
  /** For the kind sourceItems: the source of the item itself. */
  readonly source?: SourceDraft
  readonly items: readonly ItemDraft[]
  readonly claims: readonly ClaimDraft[]
  /** Names the column behind a field path, for rejects. */
  readonly columnOf: (path: string) => string
}

export type BadCell = Omit<RejectedCell, 'row'>

/** A row is taken whole or rejected whole, with every cell of it that could not be read. */
export type RowRead =
  | { readonly kind: 'draft'; readonly draft: RowDraft }
  | { readonly kind: 'rejected'; readonly cells: readonly [BadCell, ...BadCell[]] }

/** One line of text: runs of white space become a blank, cut to the length a record's line may have. */
export function oneLine(text: string, length = 1_900): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > length
    ? `${line
        .slice(0, length)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')}…`
    : line
}
