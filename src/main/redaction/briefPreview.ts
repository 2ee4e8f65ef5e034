/** A redacted brief as the window may see it. */
import { standardTitle } from '../../brief/briefText.ts'
import type { DisclosureOutcome } from '../../core/disclosure/applyDisclosure.ts'
import type { CoarseningOption } from '../../core/disclosure/suggestCoarsening.ts'
import type { DisclosureVerdict } from '../../core/disclosure/verdict.ts'
import type { Redacted } from '../../core/redaction/redact.ts'
import type { RedactedForRelease } from '../../core/redaction/redactForRelease.ts'
import type { Withheld } from '../../core/redaction/report.ts'
import type { BriefPreview, ChoiceShown, SettledBrief } from '../../shared/ipc/brief.ts'
import { textsToReview } from './briefTexts.ts'

export function previewOf(token: string, made: RedactedForRelease): BriefPreview {
  const standard = standardTitle(made.redacted.data.language)
  return {
    ...settledOf(token, made),
    standardTitle: standard,
    texts: textsToReview(made.redacted, standard),
  }
}

/** Without the texts: they have been read. */
export function settledOf(token: string, { redacted, verdict }: RedactedForRelease): SettledBrief {
  const { data, withheld, disclosure } = redacted
  return {
    token,
    data,
    withheld: withheldCounts(withheld),
    disclosure: disclosurePreview(disclosure, verdict),
  }
}

/** What of a choice stays behind, and the suggestion that would keep more of it. */
export function choiceShown(
  { withheld, disclosure }: Pick<Redacted, 'withheld' | 'disclosure'>,
  suggestion: CoarseningOption | null,
): ChoiceShown {
  const { rules, leftOut } = disclosure
  return {
    withheld: withheldCounts(withheld).filter(({ reason }) => reason.startsWith('record/')),
    k: rules.k,
    leftOut,
    suggestion: suggestion === null ? null : { ...classOf(suggestion), coarsen: suggestion.coarsen },
  }
}

function withheldCounts(withheld: Withheld): BriefPreview['withheld'] {
  return Object.entries(withheld).map(([reason, count]) => ({ reason, count }))
}

function disclosurePreview(
  outcome: DisclosureOutcome,
  verdict: DisclosureVerdict,
): BriefPreview['disclosure'] {
  const { rules, after, coarsen, leftOut } = outcome
  const { asIs, options } = outcome.suggestions()
  return {
    k: rules.k,
    l: rules.l,
    mode: rules.mode,
    smallestClass: after.smallest,
    rowsUnderK: after.rowsUnderK,
    coarsen,
    leftOut,
    asIs: classOf(asIs),
    suggestions: options.map((option) => ({ ...classOf(option), coarsen: option.coarsen })),
    union: verdict.links.map(({ kind, release, records }) => ({ kind, release, incidents: records.length })),
    mendings: verdict.mendings().map(({ leaveOut, ...way }) => ({ ...way, leaveOut: leaveOut.length })),
    refusals: [...verdict.refusals],
  }
}

function classOf({ k, rowsKept, rowsLeftOut }: BriefPreview['disclosure']['asIs']) {
  return { k, rowsKept, rowsLeftOut }
}
