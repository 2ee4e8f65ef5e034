/**
 * Ways out when earlier releases would give rows of a brief away: coarser steps that mend it, and the rows to leave
 * out. Advice alone: the user takes one of them or none.
 */

import type { DisclosureRule } from '../redaction/profile.ts'
import { smallClasses } from './applyDisclosure.ts'
import type { Coarsening } from './coarsening.ts'
import { coarserRow } from './coarserRow.ts'
import { compareWithLedger, type Ledger } from './earlierReleases.ts'
import type { QuasiRow } from './quasiRow.ts'
import type { Suggestions } from './suggestCoarsening.ts'

export interface Mending {
  readonly coarsen: Coarsening
  /** Rows that the brief would have. */
  readonly rowsKept: number
  /** Records to leave out besides those in small classes; none when the steps alone mend it. */
  readonly leaveOut: readonly string[]
}

/**
 * What to leave out of a brief that shows these rows until no earlier release gives any of them away.
 * @param rows as they are shown, small classes left out already.
 */
export function rowsToLeaveOut(
  rows: readonly QuasiRow[],
  ledger: Ledger,
  rules: DisclosureRule,
): { readonly kept: readonly QuasiRow[]; readonly leaveOut: readonly string[] } {
  let kept = rows
  const gone = new Set<string>()
  for (;;) {
    const cause = new Set(compareWithLedger(kept, ledger, rules.k).flatMap((each) => each.cause))
    if (cause.size === 0) return { kept, leaveOut: [...gone].sort() }
    for (const id of cause) gone.add(id)
    const rest = kept.filter(({ id }) => !cause.has(id))
    const { small } = smallClasses(rest, rules, true)
    kept = rest.filter(({ id }) => !small.has(id))
  }
}

/** Work is rows times coarsenings tried. */
const MOST_WORK = 500_000
const LEAST_TRIED = 8
const ENOUGH_STEPS = 4
const ENOUGH_LEAVING_OUT = 2

/**
 * Coarser steps that mend the brief by themselves, and for the best suggestions what must be left out besides; most
 * information kept first. In a large brief only the best coarsenings are tried.
 * @param rows what the profile shows, before any coarsening.
 */
export function mendings(
  rows: readonly QuasiRow[],
  suggestions: Suggestions,
  ledger: Ledger,
  rules: DisclosureRule,
): Mending[] {
  const tried = suggestions.all.slice(0, Math.max(LEAST_TRIED, Math.floor(MOST_WORK / (rows.length + 1))))
  const found: (Mending & { readonly information: number })[] = []
  let byStepsAlone = 0
  let byLeavingOut = 0
  for (const { coarsen, information, rowsKept } of tried) {
    if (byStepsAlone === ENOUGH_STEPS) break
    const coarse = rows.map((row) => coarserRow(row, coarsen))
    const { small } = smallClasses(coarse, rules, true)
    const shown = coarse.filter(({ id }) => !small.has(id))
    if (compareWithLedger(shown, ledger, rules.k).length === 0) {
      found.push({ coarsen, rowsKept, leaveOut: [], information })
      byStepsAlone++
    } else if (byLeavingOut < ENOUGH_LEAVING_OUT) {
      const { kept, leaveOut } = rowsToLeaveOut(shown, ledger, rules)
      if (kept.length === 0) continue
      found.push({
        coarsen,
        rowsKept: kept.length,
        leaveOut,
        information: (information * kept.length) / rowsKept,
      })
      byLeavingOut++
    }
  }
  return found
    .sort((a, b) => b.information - a.information)
    .map(({ coarsen, rowsKept, leaveOut }) => ({ coarsen, rowsKept, leaveOut }))
}
