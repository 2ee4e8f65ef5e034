/**
 * The sourcing of every claim of a log, kept up to date change by change. A change only notes what it touched; work is
 * done when somebody asks: for one claim by going back along its evidence, for all by going forward from what was
 * touched, each thing once. So an edit of an item that thousands derive from costs no more than any other.
 */
import { sourcingWith } from './claimSourcing.ts'
import { RootFinder } from './RootFinder.ts'
import { type IndexedCollections, SourcingGraph, type SourcingPut } from './SourcingGraph.ts'
import type { ClaimSourcing } from './sourcing.ts'
import type { SourcingRecords } from './sourcingRecords.ts'

interface Entry {
  readonly sourcing: ClaimSourcing
  /** The revision it was computed at; {@link OUTDATED} once something it goes back to has changed. */
  at: number
}

const OUTDATED = -1

export class SourcingIndex {
  readonly #graph: SourcingGraph
  readonly #entries = new Map<string, Entry>()
  #revision = 0
  /** The revision at which the outdated entries were told from the others last. */
  #sweptAt = 0
  /** Of this revision; made when it is needed. */
  #finder: RootFinder | null = null
  /** At which revision a sweep found that a claim may have moved. */
  readonly #changedAt = new Map<string, number>()
  #touchedItems = new Set<string>()
  #touchedSources = new Set<string>()
  #touchedClaims = new Set<string>()

  /** Reads a log as it is, once: about a second for 300,000 items. */
  constructor(log: IndexedCollections) {
    this.#graph = new SourcingGraph(log)
  }

  /** Another number after each change that may have moved the sourcing of some claim. */
  get revision(): number {
    return this.#revision
  }

  /** Items and sources as they are now, for {@link sourceGraph} and the like. */
  get records(): SourcingRecords {
    return this.#graph
  }

  /** Ids of the items of a source, deleted ones included. */
  itemsOf(sourceId: string): Iterable<string> {
    return this.#graph.itemsOf(sourceId)
  }

  /** Ids of the claims that use an item as evidence on either side. */
  claimsUsing(itemId: string): Iterable<string> {
    return this.#graph.claimsUsing(itemId)
  }

  /** Takes in a change of the log. Costs what the changed records name, not what names them. */
  apply(change: readonly SourcingPut[]): void {
    for (const put of change) {
      const touched = this.#graph.put(put)
      if (touched === null) continue
      this.#revision += 1
      if (touched === 'claim') {
        this.#touchedClaims.add(put.id)
        this.#entries.delete(put.id)
        continue
      }
      this.#finder = null
      const set = touched === 'item' ? this.#touchedItems : this.#touchedSources
      set.add(put.id)
    }
  }

  /** The sourcing of a claim as of the last change; undefined when the log holds no such claim. */
  of(claimId: string): ClaimSourcing | undefined {
    const entry = this.#entries.get(claimId)
    const isSwept = this.#sweptAt === this.#revision
    if (entry && (entry.at === this.#revision || (isSwept && entry.at !== OUTDATED))) return entry.sourcing
    const claim = this.#graph.claim(claimId)
    if (claim === undefined) return undefined
    this.#finder ??= new RootFinder(this.#graph)
    const sourcing = sourcingWith(claim, this.#finder)
    this.#entries.set(claimId, { sourcing, at: this.#revision })
    return sourcing
  }

  /**
   * Ids of the claims whose sourcing may be another than at that revision, those that are gone included. Costs what
   * derives from the records that were changed, and what has changed since.
   */
  changedSince(revision: number): ReadonlySet<string> {
    this.sweep()
    const changed = new Set<string>()
    for (const [claim, at] of this.#changedAt) if (at > revision) changed.add(claim)
    return changed
  }

  /**
   * Tells the claims that a change may have moved from the others, so that asking for the others is a look-up. To be
   * called before very many claims are asked for. Costs what derives from the changed records.
   */
  sweep(): void {
    if (this.#sweptAt === this.#revision) return
    const beyond = this.#graph.claimsBeyond(this.#touchedItems, this.#touchedSources)
    for (const claim of beyond.union(this.#touchedClaims)) {
      this.#changedAt.set(claim, this.#revision)
      const entry = this.#entries.get(claim)
      if (entry && entry.at !== this.#revision) entry.at = OUTDATED
    }
    this.#touchedItems = new Set()
    this.#touchedSources = new Set()
    this.#touchedClaims = new Set()
    this.#sweptAt = this.#revision
  }
}
