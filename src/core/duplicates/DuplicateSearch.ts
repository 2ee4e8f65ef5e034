/**
 * Looks for records of one incident in a log that it is told of: on entry, on import, among all. What somebody has decided
 * about is not suggested again. Long searches are made step by step, so that whoever runs them can do something between.
 */
import type { Incident } from '../incident.ts'
import { resolveIncident } from '../resolveIncident.ts'
import type { DuplicateCandidate } from './comparedIncident.ts'
import { DuplicateIndex, type DuplicatePair, type DuplicateSuggestion } from './DuplicateIndex.ts'
import { isFoundDifferent, isSetAside } from './duplicateVerdict.ts'
import { pairOff } from './pairOff.ts'

/** What of an incident it reads. */
export type SearchedIncident = DuplicateCandidate &
  Pick<Incident, 'possibleDuplicateOf' | 'notDuplicateOf' | 'related'>

/** What it keeps of each. */
type Decided = Pick<
  Incident,
  'id' | 'possibleDuplicateOf' | 'notDuplicateOf' | 'related' | 'mergedInto' | 'duplicateOf'
>

export interface UndecidedPair extends DuplicatePair {
  /** Looked at, and put off: it is told however unlikely it is. */
  readonly isSetAside: boolean
}

/** Of each new record as many may be its partner. */
const MOST_PARTNERS = 20
/** Records between two steps. */
const STEP = 32

const NO_WHY: DuplicatePair['why'] = []

export class DuplicateSearch {
  readonly #index = new DuplicateIndex()
  readonly #decided = new Map<string, Decided>()

  /** Takes in a record as it is now, or with null forgets it. */
  put(id: string, record: SearchedIncident | null): void {
    this.#index.put(id, record)
    if (record === null) {
      this.#decided.delete(id)
      return
    }
    const { possibleDuplicateOf, notDuplicateOf, related, mergedInto, duplicateOf } = record
    this.#decided.set(id, { id, possibleDuplicateOf, notDuplicateOf, related, mergedInto, duplicateOf })
  }

  /** Records that may be of the same incident as this one, which need not be saved yet; surest first. */
  suggest(record: SearchedIncident, limit: number): readonly DuplicateSuggestion[] {
    return this.#index.suggest(record, limit, (id) => {
      const other = this.#decided.get(id)
      return other !== undefined && !isFoundDifferent(record, other, this.#resolve)
    })
  }

  /** All pairs that wait for a decision: likely ones, surest first and each record in one of them, then those set aside. */
  *pairs(): Generator<number, readonly UndecidedPair[]> {
    const found: DuplicatePair[] = []
    const setAside = new Map<string, UndecidedPair>()
    let done = 0
    for (const [id, one] of this.#decided) {
      if (done % STEP === 0) yield done
      done += 1
      if (isStandIn(one)) continue
      for (const named of one.possibleDuplicateOf) {
        const otherId = this.#resolve(named)
        const other = this.#decided.get(otherId)
        if (other === undefined || otherId === id || isStandIn(other)) continue
        setAside.set([id, otherId].sort().join(' '), this.#setAside(id, otherId))
      }
      for (const suggestion of this.#index.suggestFor(id, MOST_PARTNERS, (of) => this.#isOpen(one, of)))
        if (suggestion.isLikely) found.push({ ...suggestion, of: id })
    }
    return [
      ...pairOff(found).map((pair) => ({ ...pair, isSetAside: false })),
      ...[...setAside.values()].sort((a, b) => b.bits - a.bits || (a.of < b.of ? -1 : 1)),
    ]
  }

  /** Which of these new records are likely one with a known one: each record in one pair at most, surest first. */
  *amongNew(records: readonly SearchedIncident[]): Generator<number, readonly DuplicatePair[]> {
    const found: DuplicatePair[] = []
    for (const [done, record] of records.entries()) {
      if (done % STEP === 0) yield done
      for (const suggestion of this.suggest(record, MOST_PARTNERS))
        if (suggestion.isLikely) found.push({ ...suggestion, of: record.id })
    }
    return pairOff(found)
  }

  /** How many records it knows. */
  get size(): number {
    return this.#decided.size
  }

  /** By what the id was merged into. */
  readonly #resolve = (id: string): string => {
    const chain = new Map<string, Decided>()
    let at = this.#decided.get(id)
    while (at !== undefined && !chain.has(at.id)) {
      chain.set(at.id, at)
      at = this.#decided.get(at.mergedInto ?? '')
    }
    return chain.size < 2 ? id : resolveIncident(Object.fromEntries(chain), id)
  }

  /** Has nobody decided about the two? Each pair is met once, from the record whose id comes first. */
  #isOpen(one: Decided, otherId: string): boolean {
    const other = this.#decided.get(otherId)
    return (
      other !== undefined &&
      one.id < otherId &&
      !isSetAside(one, other, this.#resolve) &&
      !isFoundDifferent(one, other, this.#resolve)
    )
  }

  #setAside(of: string, incident: string): UndecidedPair {
    const score = this.#index.compare(of, incident) ?? { bits: 0, isLikely: false, why: NO_WHY }
    return { ...score, of, incident, isSetAside: true }
  }
}

const isStandIn = ({ mergedInto, duplicateOf }: Decided): boolean =>
  mergedInto !== undefined || duplicateOf !== undefined

/** Goes through such a search without a pause. */
export function searchedThrough<T>(search: Generator<number, T>): T {
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}
