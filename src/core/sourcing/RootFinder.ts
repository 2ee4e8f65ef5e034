/**
 * Finds the roots that items go back to, through circles as well, and remembers what it found: each derivation is
 * followed once. What it remembers holds for the records as they are; after a change a new finder is needed.
 */
import { walkComponents } from './circles.ts'
import type { Root } from './sourcing.ts'
import type { ItemTrace, SourcingRecords, Traced } from './sourcingRecords.ts'

const GRADED: ReadonlySet<string> = new Set(['A', 'B', 'C'])

export class RootFinder {
  readonly #records: SourcingRecords
  readonly #rootsByItem = new Map<string, readonly Root[]>()
  readonly #firstBySource = new Map<string, readonly string[]>()

  constructor(records: SourcingRecords) {
    this.#records = records
  }

  /** The item's record, if the log or its bin holds it. */
  item(id: string): Traced<ItemTrace> | undefined {
    return this.#records.item(id)
  }

  /** The roots an item goes back to, in the order of their ids: itself when it derives from nothing. Never empty. */
  rootsOf(itemId: string): readonly Root[] {
    return this.#rootsByItem.get(itemId) ?? this.#explore(itemId)
  }

  /**
   * Who a source has it from in the end: one source, or all of a circle, in the order of ids. Sources that share one
   * of them share all.
   */
  firstSourcesOf(sourceId: string): readonly string[] {
    const path = new Set<string>()
    let at = sourceId
    let first = this.#firstBySource.get(at)
    while (first === undefined) {
      path.add(at)
      const from = this.#records.source(at)?.record.gotItFrom
      if (from === undefined) first = [at]
      else if (path.has(from)) first = [...path].slice([...path].indexOf(from)).sort()
      else {
        at = from
        first = this.#firstBySource.get(at)
      }
    }
    for (const id of path) this.#firstBySource.set(id, first)
    return first
  }

  /** What an item derives from, each once, itself left out. */
  parentsOf(itemId: string): readonly string[] {
    const derivations = this.#records.item(itemId)?.record.derivesFrom ?? []
    const [first] = derivations
    // Most items derive from nothing or from one other.
    if (first === undefined || (derivations.length === 1 && first.item === itemId)) return NONE
    if (derivations.length === 1) return [first.item]
    return [...new Set(derivations.map((each) => each.item))].filter((id) => id !== itemId)
  }

  #explore(start: string): readonly Root[] {
    walkComponents(start, {
      next: (id) => this.parentsOf(id),
      isKnown: (id) => this.#rootsByItem.has(id),
      close: (members) => this.#close(members),
    })
    return this.#rootsByItem.get(start) ?? []
  }

  /** Remembers the roots of items that all reach each other; what they derive from besides is known by now. */
  #close(members: readonly string[]): void {
    const inside = new Set(members)
    const roots = new Map<string, Root>()
    let only: readonly Root[] | undefined
    let sets = 0
    for (const member of members)
      for (const parent of this.parentsOf(member)) {
        if (inside.has(parent)) continue
        const above = this.#rootsByItem.get(parent) ?? []
        if (above === only) continue
        only = above
        sets += 1
        for (const root of above) roots.set(root.id, root)
      }
    let found = only
    if (found === undefined) found = [this.#root([...inside].sort())]
    else if (sets > 1) found = [...roots.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const id of inside) this.#rootsByItem.set(id, found)
  }

  #root(items: readonly string[]): Root {
    const traced = items.map((id) => this.#records.item(id))
    const firstSources = [
      ...new Set(traced.flatMap((each) => (each ? this.firstSourcesOf(each.record.source) : []))),
    ].sort()
    const isGraded =
      firstSources.length > 0 &&
      traced.every((each) => each !== undefined && !each.isDeleted) &&
      firstSources.every((id) => this.#isGradedSource(id))
    const isDeleted = traced.every((each) => each === undefined || each.isDeleted)
    return { id: items[0] ?? '', items, firstSources, isGraded, isDeleted }
  }

  #isGradedSource(id: string): boolean {
    const source = this.#records.source(id)
    return source !== undefined && !source.isDeleted && GRADED.has(source.record.reliability)
  }
}

const NONE: readonly string[] = []
