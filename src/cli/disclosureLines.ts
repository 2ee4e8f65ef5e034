/** What `brief` prints about singling people out: what was made coarser and left out, and the ways out of a refusal. */
import type { DisclosureOutcome } from '../core/disclosure/applyDisclosure.ts'
import type { LinkFinding } from '../core/disclosure/earlierReleases.ts'
import type { DisclosureVerdict } from '../core/disclosure/verdict.ts'
import { coarsenText } from './disclosureOptions.ts'

const MOST_WAYS_OUT = 4

export function disclosureLines(outcome: DisclosureOutcome, verdict: DisclosureVerdict): string[] {
  const { rules, before, after, coarsen, leftOut } = outcome
  if (before.smallest === null) return []
  const isCoarser = Object.keys(coarsen).length > 0
  return [
    `Singling out: k ${rules.k}, l ${rules.l}, ${rules.mode}`,
    ...(isCoarser ? [`  made coarser      ${coarsenText(coarsen)}`] : []),
    `  smallest class    ${before.smallest}${leftOut > 0 ? `, then ${after.smallest ?? 'no rows'}` : ''}`,
    ...(leftOut > 0 ? [`  left out          ${leftOut} of ${before.rows} incidents`] : []),
    ...(after.rowsUnderK > 0
      ? [`  under k           ${after.rowsUnderK} incidents are like fewer than ${rules.k - 1} others`]
      : []),
    ...(after.rowsUnderL > 0
      ? [`  under l           ${after.rowsUnderL} incidents stand in classes that say the same of all`]
      : []),
    ...verdict.links.map(linkLine),
  ]
}

/** The refusal's details: by which rules, and what would mend it. */
export function refusalLines(outcome: DisclosureOutcome, verdict: DisclosureVerdict): string[] {
  const mendings = verdict.mendings().slice(0, MOST_WAYS_OUT)
  return [
    ...disclosureLines(outcome, verdict).slice(1),
    ...mendings.map(({ coarsen, rowsKept, leaveOut }) => {
      const steps = `--coarsen ${coarsenText(coarsen)}`
      const also = leaveOut.length === 0 ? '' : ` --leave-out-linked (${leaveOut.length} incidents stay out)`
      return `  way out           ${steps}${also}: ${rowsKept} incidents`
    }),
    '  or                --override-disclosure REASON, which goes into the ledger',
  ]
}

/** The same for a program: what was found, and what could be done instead. */
export function disclosureReview(outcome: DisclosureOutcome, verdict: DisclosureVerdict) {
  const { rules, before, after, coarsen, leftOut } = outcome
  return {
    k: rules.k,
    l: rules.l,
    mode: rules.mode,
    coarsen,
    before,
    after,
    leftOut,
    suggestions: outcome.suggestions().options,
    refusals: verdict.refusals,
    links: verdict.links,
    mendings: verdict.mendings(),
  }
}

function linkLine({ kind, release, records }: LinkFinding): string {
  const count = `${records.length} incidents`
  switch (kind) {
    case 'union':
      return `  all releases      ${count} would be singled out by what all briefs say together`
    case 'added':
      return `  difference        ${count} would be singled out as new since release ${release ?? ''}`
    case 'removed':
      return `  difference        ${count} would be singled out as missing since release ${release ?? ''}`
  }
}
