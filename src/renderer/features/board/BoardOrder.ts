/**
 * The claims in the order of the board: newest "as of" first, claims of one day by their statement. Kept from one
 * change of the log to the next: what has not changed keeps its place, what has finds a new one.
 */
import type { Claim } from '../../../core/claim.ts'
import { claimAsOf } from '../../claims/claimAsOf.ts'

/** Up to so many claims find their places one by one; more are sorted with the others. */
const FEW = 100

export class BoardOrder {
  #day: string | null = null
  #rows: readonly Claim[] = []
  /** Claims as of the day, so that a claim that did not change is shown by the same object. */
  #views = new WeakMap<Claim, Claim>()

  /** The claims as of a day (YYYY-MM-DD; null for now), in order. The answer does not depend on what was asked before. */
  update(claims: Readonly<Record<string, Claim>>, day: string | null): readonly Claim[] {
    const isOtherDay = day !== this.#day
    if (isOtherDay) this.#views = new WeakMap()
    this.#day = day
    const settled: Claim[] = []
    const moved: Claim[] = []
    for (const row of this.#rows) {
      const claim = claims[row.id]
      if (claim === undefined) continue
      const view = this.#view(claim)
      if (view === row) settled.push(view)
      else moved.push(view)
    }
    this.#addNew(claims, settled, moved)
    if (moved.length === 0 && settled.length === this.#rows.length) return this.#rows
    this.#rows = moved.length > FEW ? [...settled, ...moved].sort(newestFirst) : insertAll(settled, moved)
    return this.#rows
  }

  /** Claims that no row was made of yet join those that have moved. */
  #addNew(claims: Readonly<Record<string, Claim>>, settled: readonly Claim[], moved: Claim[]): void {
    const ids = Object.keys(claims)
    if (settled.length + moved.length === ids.length) return
    const known = new Set([...settled, ...moved].map(({ id }) => id))
    for (const id of ids) {
      const claim = known.has(id) ? undefined : claims[id]
      if (claim) moved.push(this.#view(claim))
    }
  }

  #view(claim: Claim): Claim {
    if (this.#day === null) return claim
    const known = this.#views.get(claim)
    if (known) return known
    const view = claimAsOf(claim, this.#day)
    this.#views.set(claim, view)
    return view
  }
}

/** Puts a few claims where they belong among rows that are in order; changes `rows`. */
function insertAll(rows: Claim[], claims: readonly Claim[]): readonly Claim[] {
  for (const claim of claims) {
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const row = rows[middle]
      if (row !== undefined && newestFirst(row, claim) <= 0) low = middle + 1
      else high = middle
    }
    rows.splice(low, 0, claim)
  }
  return rows
}

function newestFirst(a: Claim, b: Claim): number {
  const [dayA, dayB] = [a.asOf ?? '', b.asOf ?? '']
  if (dayA !== dayB) return dayA < dayB ? 1 : -1
  if (a.statement !== b.statement) return a.statement < b.statement ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
