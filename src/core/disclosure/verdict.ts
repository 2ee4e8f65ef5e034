/** May this brief leave, as far as singling people out goes? The rules that say no, and the ways out. */
import type { DisclosureOutcome } from './applyDisclosure.ts'
import { compareWithLedger, type Ledger, type LinkFinding } from './earlierReleases.ts'
import { type Mending, mendings } from './mendLinks.ts'
import type { OverridableRule } from './overridableRules.ts'

export interface DisclosureRefusal {
  readonly rule: OverridableRule
  /** Rows of the brief, for `union` records of any brief, that could be singled out. */
  readonly rows: number
}

export interface DisclosureVerdict {
  /** Empty when the brief may leave. Reasons to stop only: a profile that reports has none. */
  readonly refusals: readonly DisclosureRefusal[]
  /** What earlier releases give away together with this one; also where the profile only reports. */
  readonly links: readonly LinkFinding[]
  /** Searches when asked. */
  readonly mendings: () => readonly Mending[]
}

export function judgeDisclosure(outcome: DisclosureOutcome, ledger: Ledger): DisclosureVerdict {
  const { rules, after, shown, finest, suggestions } = outcome
  const links = compareWithLedger(shown, ledger, rules.k)
  const linked = new Set(links.flatMap(({ records }) => records)).size
  const refusals: DisclosureRefusal[] = [
    { rule: 'k', rows: after.rowsUnderK },
    { rule: 'l', rows: after.rowsUnderL },
    { rule: 'union', rows: linked },
  ]
  return {
    refusals: rules.mode === 'report' ? [] : refusals.filter(({ rows }) => rows > 0),
    links,
    mendings: () => (links.length === 0 ? [] : mendings(finest, suggestions(), ledger, rules)),
  }
}
