/**
 * The step of `redact` between policies and numbering: shows rows more coarsely, leaves out those by which somebody
 * could still be singled out, and says what it did. It sees the redacted rows alone, never the log or the ledger, so
 * two logs that differ only in protected values lose the same rows.
 */

import type { DisclosureRule } from '../redaction/profile.ts'
import type { WithheldCounter, WithheldReason } from '../redaction/report.ts'
import type { BriefRows } from '../redaction/rows/collectRows.ts'
import { coarsenRows, quasiRowsOf } from './briefQuasiRows.ts'
import { type ClassCount, countClasses, keepLargeClasses } from './classes.ts'
import type { Coarsening } from './coarsening.ts'
import { type LeftOut, leaveOut } from './leaveOut.ts'
import { lonePeople, withoutPeople } from './lonePeople.ts'
import type { QuasiRow } from './quasiRow.ts'
import { createQuasiTable } from './quasiTable.ts'
import { type Suggestions, suggestCoarsening } from './suggestCoarsening.ts'

export interface DisclosureChoices {
  /** Steps beyond the profile; `suggested`, which is what goes without saying, takes the best suggestion. */
  readonly coarsen?: Coarsening | 'suggested' | undefined
  /** Ids of incidents that the user leaves out, because earlier releases would give them away. */
  readonly leaveOut?: ReadonlySet<string> | undefined
  /** Small classes stay: the user answers for it with a reason that goes into the ledger. */
  readonly keepSmallClasses?: boolean | undefined
}

export interface DisclosureOutcome {
  readonly rules: DisclosureRule
  /** Does the brief leave out small classes and hide small counts? Not where the profile reports or the user overrides. */
  readonly isEnforced: boolean
  /** The steps that were taken. */
  readonly coarsen: Coarsening
  /** Before anything was left out, and in the brief as it is. */
  readonly before: ClassCount
  readonly after: ClassCount
  /** Incidents left out by these rules. */
  readonly leftOut: number
  /** What the brief shows of each incident, by the log's ids; for the ledger and for comparing with earlier releases. */
  readonly shown: readonly QuasiRow[]
  /** The same before any coarsening, those left out included. */
  readonly finest: readonly QuasiRow[]
  /** Searches when asked, once. */
  readonly suggestions: () => Suggestions
}

/** Rows with the log's ids; `withheld` counts what goes. */
export function applyDisclosure(
  rows: BriefRows,
  rules: DisclosureRule,
  choices: DisclosureChoices,
  withheld: WithheldCounter,
): { readonly rows: BriefRows; readonly outcome: DisclosureOutcome } {
  const chosen = leaveOut(rows, choices.leaveOut ?? new Set())
  noteGone('record/earlier-release', rows.incidents, chosen.rows.incidents, withheld)
  const finest = quasiRowsOf(chosen.rows)
  const suggestions = once(() => suggestCoarsening(finest, rules))
  const enforced = rules.mode === 'enforce' && choices.keepSmallClasses !== true
  const coarsen = stepsOf(choices.coarsen ?? 'suggested', enforced, suggestions)
  const coarse = coarsenRows(chosen.rows, coarsen)
  const before = smallClasses(quasiRowsOf(coarse), rules, false).after
  const left = enforced ? enforce(coarse, rules) : { rows: coarse, unlinked: 0 }
  const shown = quasiRowsOf(left.rows)
  const leftOut = coarse.incidents.length - shown.length
  noteGone('record/small-class', coarse.incidents, left.rows.incidents, withheld)
  noteGone('record/small-class', coarse.people, left.rows.people, withheld)
  withheld.add('record/not-linked', chosen.unlinked + left.unlinked)
  return {
    rows: left.rows,
    outcome: {
      rules,
      isEnforced: enforced,
      coarsen,
      before,
      after: smallClasses(shown, rules, false).after,
      leftOut,
      shown,
      finest,
      suggestions,
    },
  }
}

interface WithId {
  readonly id: string
}

/** Counts the rows that are not there any more. */
function noteGone(
  reason: WithheldReason,
  before: readonly WithId[],
  after: readonly WithId[],
  withheld: WithheldCounter,
): void {
  if (before.length === after.length) return
  const kept = new Set(after.map(({ id }) => id))
  for (const { id } of before) if (!kept.has(id)) withheld.of(id).add(reason)
}

/** Leaves people out first, who may make an incident unlike others; then incidents, until nothing changes any more. */
function enforce(rows: BriefRows, rules: DisclosureRule): LeftOut {
  let left: LeftOut = { rows, unlinked: 0 }
  for (;;) {
    const lone = lonePeople(left.rows, rules)
    const peopled = withoutPeople(left.rows, lone)
    const { small } = smallClasses(quasiRowsOf(peopled), rules, true)
    if (lone.size === 0 && small.size === 0) return left
    const next = leaveOut(peopled, small)
    left = { rows: next.rows, unlinked: left.unlinked + next.unlinked }
  }
}

function stepsOf(
  asked: Coarsening | 'suggested',
  enforced: boolean,
  suggestions: () => Suggestions,
): Coarsening {
  if (asked !== 'suggested') return asked
  return enforced ? (suggestions().options[0]?.coarsen ?? {}) : {}
}

/** Ids of the rows that must go, and the classes that are left. None must when rules are not enforced. */
export function smallClasses(rows: readonly QuasiRow[], rules: DisclosureRule, enforced: boolean) {
  const { k, l } = rules
  const table = createQuasiTable(rows, rules)
  const coded = table.at({})
  const all = new Uint8Array(table.weights.length).fill(1)
  const kept = enforced ? keepLargeClasses(coded, k, l) : all
  return {
    after: countClasses(coded, kept, k, l),
    small: new Set(rows.flatMap(({ id }, at) => (kept[table.indexOf[at] ?? 0] === 1 ? [] : [id]))),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
