/**
 * Items, sources and the evidence of claims as one graph that can be followed both ways: back to where something comes
 * from, and forward to the claims that rest on it. Keeps itself in step with the log, put by put.
 */
import type { Kind } from '../records.ts'
import { ReverseLinks } from './ReverseLinks.ts'
import {
  type EvidenceLinks,
  type ItemTrace,
  isItemTrace,
  isSourceTrace,
  type SourceTrace,
  type SourcingCollections,
  type SourcingRecords,
  type Traced,
} from './sourcingRecords.ts'

export interface IndexedCollections extends SourcingCollections {
  readonly claims: Readonly<Record<string, EvidenceLinks>>
}

/** One put of a change of the log; kinds that sourcing does not read are passed over. A log's `Change` fits. */
export type SourcingPut =
  | { readonly kind: 'sourceItems'; readonly id: string; readonly record: ItemTrace | null }
  | { readonly kind: 'sources'; readonly id: string; readonly record: SourceTrace | null }
  | { readonly kind: 'claims'; readonly id: string; readonly record: EvidenceLinks | null }
  | { readonly kind: 'bin'; readonly id: string; readonly record: { readonly record: object } | null }
  | {
      readonly kind: Exclude<Kind, 'sourceItems' | 'sources' | 'claims'> | 'drafts'
      readonly id: string
      readonly record: object | null
    }

/** What a put means for sourcing: nothing, or that one of these is another now. */
export type Touched = 'item' | 'source' | 'claim' | null

export class SourcingGraph implements SourcingRecords {
  readonly #items = new Map<string, ItemTrace>()
  readonly #sources = new Map<string, SourceTrace>()
  readonly #claims = new Map<string, EvidenceLinks>()
  readonly #binned = new Map<string, object>()
  readonly #derivedItems = new ReverseLinks()
  readonly #itemsBySource = new ReverseLinks()
  readonly #sourcesByOrigin = new ReverseLinks()
  readonly #claimsByItem = new ReverseLinks()

  /** Reads a log as it is, once. */
  constructor(log: IndexedCollections) {
    for (const id of Object.keys(log.bin)) this.put({ kind: 'bin', id, record: log.bin[id] ?? null })
    for (const id of Object.keys(log.sources))
      this.put({ kind: 'sources', id, record: log.sources[id] ?? null })
    // No item and no claim can have stood in the way yet: nothing has to be compared.
    for (const id of Object.keys(log.sourceItems)) {
      const item = log.sourceItems[id]
      if (item === undefined) continue
      this.#items.set(id, item)
      this.#itemsBySource.add(item.source, id)
      for (const { item: parent } of item.derivesFrom) this.#derivedItems.add(parent, id)
    }
    for (const id of Object.keys(log.claims)) {
      const claim = log.claims[id]
      if (claim === undefined) continue
      this.#claims.set(id, claim)
      for (const { item } of claim.evidenceFor) this.#claimsByItem.add(item, id)
      for (const { item } of claim.evidenceAgainst) this.#claimsByItem.add(item, id)
    }
  }

  item(id: string): Traced<ItemTrace> | undefined {
    return traced(this.#items.get(id), this.#binned.get(id), isItemTrace)
  }

  source(id: string): Traced<SourceTrace> | undefined {
    return traced(this.#sources.get(id), this.#binned.get(id), isSourceTrace)
  }

  claim(id: string): EvidenceLinks | undefined {
    return this.#claims.get(id)
  }

  /** Ids of the items of a source, deleted ones included. */
  itemsOf(sourceId: string): Iterable<string> {
    return this.#itemsBySource.of(sourceId)
  }

  /** Ids of the claims that use an item as evidence on either side. */
  claimsUsing(itemId: string): Iterable<string> {
    return this.#claimsByItem.of(itemId)
  }

  /** Takes in one put. Costs what the record names, not what names it. */
  put(put: SourcingPut): Touched {
    const { kind, id } = put
    if (kind === 'claims') {
      const before = this.#claims.get(id)
      replace(this.#claims, id, put.record)
      return this.#moveClaim(id, before, put.record ?? undefined)
    }
    const item = this.item(id)
    const source = this.source(id)
    if (kind === 'sourceItems') replace(this.#items, id, put.record)
    else if (kind === 'sources') replace(this.#sources, id, put.record)
    else if (kind === 'bin') replace(this.#binned, id, put.record?.record ?? null)
    else return null
    return this.#moveItem(id, item, this.item(id)) ?? this.#moveSource(id, source, this.source(id))
  }

  /** Claims whose evidence goes back to one of these items, or to an item of one of these sources. */
  claimsBeyond(items: ReadonlySet<string>, sources: ReadonlySet<string>): ReadonlySet<string> {
    const reached = new Set(items)
    for (const source of this.#sourcesByOrigin.closureOf(sources))
      for (const item of this.#itemsBySource.of(source)) reached.add(item)
    const claims = new Set<string>()
    for (const item of this.#derivedItems.closureOf(reached))
      for (const claim of this.#claimsByItem.of(item)) claims.add(claim)
    return claims
  }

  #moveItem(id: string, before: MaybeItem, after: MaybeItem): Touched {
    const oldParents = parentsOf(before)
    const parents = parentsOf(after)
    const isSame =
      before?.isDeleted === after?.isDeleted &&
      before?.record.source === after?.record.source &&
      isSameList(oldParents, parents)
    if (isSame) return null
    this.#derivedItems.move(id, oldParents, parents)
    this.#itemsBySource.move(id, listed(before?.record.source), listed(after?.record.source))
    return 'item'
  }

  #moveSource(id: string, before: MaybeSource, after: MaybeSource): Touched {
    const isSame =
      before?.isDeleted === after?.isDeleted &&
      before?.record.gotItFrom === after?.record.gotItFrom &&
      before?.record.reliability === after?.record.reliability
    if (isSame) return null
    this.#sourcesByOrigin.move(id, listed(before?.record.gotItFrom), listed(after?.record.gotItFrom))
    return 'source'
  }

  #moveClaim(id: string, before: EvidenceLinks | undefined, after: EvidenceLinks | undefined): Touched {
    const isSame =
      (before === undefined) === (after === undefined) &&
      isSameList(itemsOf(before?.evidenceFor), itemsOf(after?.evidenceFor)) &&
      isSameList(itemsOf(before?.evidenceAgainst), itemsOf(after?.evidenceAgainst))
    if (isSame) return null
    this.#claimsByItem.move(id, bothSides(before), bothSides(after))
    return 'claim'
  }
}

type MaybeItem = Traced<ItemTrace> | undefined
type MaybeSource = Traced<SourceTrace> | undefined

const NONE: readonly string[] = []
const parentsOf = (item: MaybeItem): readonly string[] =>
  item === undefined || item.record.derivesFrom.length === 0
    ? NONE
    : item.record.derivesFrom.map((each) => each.item)
const itemsOf = (links: EvidenceLinks['evidenceFor'] = []): readonly string[] =>
  links.map((link) => link.item)
const bothSides = (claim: EvidenceLinks | undefined): readonly string[] => [
  ...itemsOf(claim?.evidenceFor),
  ...itemsOf(claim?.evidenceAgainst),
]
const listed = (id: string | undefined): readonly string[] => (id === undefined ? NONE : [id])
const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index])

function replace<V>(map: Map<string, V>, id: string, value: V | null): void {
  if (value === null) map.delete(id)
  else map.set(id, value)
}

function traced<R extends object>(
  living: R | undefined,
  binned: object | undefined,
  isOne: (record: object) => record is R,
): Traced<R> | undefined {
  if (living !== undefined) return { record: living, isDeleted: false }
  return binned !== undefined && isOne(binned) ? { record: binned, isDeleted: true } : undefined
}
