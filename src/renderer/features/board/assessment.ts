/** What the assess dialog collects, and what is wrong with it. No React, no bridge. */
import { z } from 'zod'
import { type Claim, credibilitySchema, daySchema } from '../../../core/claim.ts'
import {
  CLAIM_STATUSES,
  type ClaimStatus,
  type Credibility,
  STANDARDS,
  type Standard,
} from '../../../core/vocabularyCodes.ts'

export interface AssessmentForm {
  readonly status: ClaimStatus
  readonly credibility: Credibility
  readonly standardMet: Standard
  /** As typed; the day the assessment speaks for. */
  readonly when: string
  readonly reason: string
  /** What was known on that day; may be blank. */
  readonly knownThen: string
  /** The claim that replaces this one; counts for "superseded" only. */
  readonly supersededBy: string | null
}

/** Reads an assessment that was not finished out of its draft. */
export const assessmentFormSchema: z.ZodType<AssessmentForm> = z.object({
  status: z.enum(CLAIM_STATUSES),
  credibility: credibilitySchema,
  standardMet: z.enum(STANDARDS),
  when: z.string(),
  reason: z.string(),
  knownThen: z.string().default(''),
  supersededBy: z.string().nullable().default(null),
})

export type AssessmentProblem =
  | 'when-unreadable'
  | 'reason-missing'
  | 'standard-needed'
  | 'above-sources'
  | 'superseding-needed'

/** The form as it opens: the claim's grades on a day (YYYY-MM-DD), and the status the user came for. */
export function startAssessment(claim: Claim, day: string, suggestedStatus?: ClaimStatus): AssessmentForm {
  return {
    status: suggestedStatus ?? claim.status,
    credibility: claim.credibility,
    standardMet: claim.standardMet,
    when: day,
    reason: '',
    knownThen: '',
    supersededBy: claim.supersededBy ?? null,
  }
}

/** Do two forms say the same? */
export function isSameAssessment(one: AssessmentForm, other: AssessmentForm): boolean {
  return (
    one.status === other.status &&
    one.credibility === other.credibility &&
    one.standardMet === other.standardMet &&
    one.when === other.when &&
    one.reason === other.reason &&
    one.knownThen === other.knownThen &&
    one.supersededBy === other.supersededBy
  )
}

/**
 * Everything that keeps the form from being saved, in the order of the fields. `highest` is the best credibility that
 * the claim's sources allow.
 */
export function assessmentProblems(form: AssessmentForm, highest: Credibility): readonly AssessmentProblem[] {
  const problems: AssessmentProblem[] = []
  if (form.status === 'superseded' && form.supersededBy === null) problems.push('superseding-needed')
  if (form.credibility < highest) problems.push('above-sources')
  // "Established" means: meets the standard named in standardMet (records.md).
  if (form.status === 'established' && form.standardMet === 'none') problems.push('standard-needed')
  if (!daySchema.safeParse(form.when.trim()).success) problems.push('when-unreadable')
  if (form.reason.trim() === '') problems.push('reason-missing')
  return problems
}

/** The day of a later assessment that will keep the claim's current state; null when this one becomes it. */
export function laterAssessment(claim: Claim, when: string): string | null {
  const later = claim.assessments.map((assessment) => assessment.when).filter((day) => day > when)
  return later.sort().at(-1) ?? null
}
