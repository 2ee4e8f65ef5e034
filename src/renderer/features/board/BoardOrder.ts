/**
 * The claims in the order of the board: newest "as of" first, claims of one day by their statement. Kept from one
 * change of the log to the next, so that a change costs a pass over the claims and not a new sorting of them.
 */
import type { Claim } from '../../../core/claim.ts'
import { claimAsOf } from '../../claims/claimAsOf.ts'

export class BoardOrder {
  #day: string | null = null
  #rows: readonly Claim[] = []
  /** Claims as of the day, so that a claim that did not change is shown by the same object. */
  #views = new WeakMap<Claim, Claim>()

  /** The claims as of a day (YYYY-MM-DD; null for now), in order. The answer does not depend on what was asked before. */
  update(claims: Readonly<Record<string, Claim>>, day: string | null): readonly Claim[] {
    if (day !== this.#day) this.#views = new WeakMap()
    this.#day = day
    const ids = Object.keys(claims)
    const kept = this.#rows.flatMap(({ id }) => claims[id] ?? [])
    if (kept.length < ids.length) {
      const known = new Set(kept.map(({ id }) => id))
      for (const id of ids) {
        const claim = known.has(id) ? undefined : claims[id]
        if (claim) kept.push(claim)
      }
    }
    // Rows that are nearly in order are sorted in one pass.
    this.#rows = kept.map((claim) => this.#view(claim)).sort(newestFirst)
    return this.#rows
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

function newestFirst(a: Claim, b: Claim): number {
  const [dayA, dayB] = [a.asOf ?? '', b.asOf ?? '']
  if (dayA !== dayB) return dayA < dayB ? 1 : -1
  if (a.statement !== b.statement) return a.statement < b.statement ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
