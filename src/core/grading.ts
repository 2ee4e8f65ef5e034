/**
 * Where a claim stands, on a day, and how it moved there. Assessments are append-only and need a reason; the
 * state "as of" a day replays the days they speak of, not when they were typed in (records.md).
 */
import type { Assessment, Claim } from './claim.ts'
import { err, ok, type Result } from './result.ts'
import type { ClaimStatus, Credibility, Standard } from './vocabularyCodes.ts'

export type BoardColumn = 'rumour' | 'unresolved' | 'fact' | 'false'

/** The four columns of the claims board; superseded claims stand in none (records.md). */
export function boardColumn(status: ClaimStatus): BoardColumn | null {
  switch (status) {
    case 'not-assessed':
    case 'rumour':
      return 'rumour'
    case 'partly-supported':
    case 'contested':
    case 'cannot-be-verified':
    case 'not-indicated':
      return 'unresolved'
    case 'appears-established':
    case 'established':
      return 'fact'
    case 'false':
      return 'false'
    case 'superseded':
      return null
  }
}

export interface NewAssessment {
  readonly status: ClaimStatus
  readonly credibility?: Credibility
  readonly standardMet?: Standard
  readonly reason: string
  readonly knownThen?: string
  /** The day it speaks for, YYYY-MM-DD. */
  readonly when: string
}

export type AssessError = 'claim/reason-missing'

/** The claim with one more assessment. `now` is the entry time; `when` the day judged. */
export function assessClaim(claim: Claim, given: NewAssessment, now: string): Result<Claim, AssessError> {
  if (given.reason.trim() === '') return err('claim/reason-missing')
  const before = stateAsOf(claim, given.when)
  const history = claim.assessments.length === 0 ? firstRecorded(claim) : claim.assessments
  const assessment: Assessment = {
    when: given.when,
    from: before.status,
    to: given.status,
    fromCredibility: before.credibility,
    credibility: given.credibility ?? before.credibility,
    standardMet: given.standardMet ?? before.standardMet,
    reason: given.reason.trim(),
    ...(given.knownThen === undefined ? {} : { knownThen: given.knownThen }),
  }
  const assessments = [...history, assessment]
  const current = latestAssessment(assessments)
  return ok({
    ...claim,
    assessments,
    updatedAt: now,
    status: current?.to ?? given.status,
    credibility: current?.credibility ?? claim.credibility,
    standardMet: current?.standardMet ?? claim.standardMet,
    asOf: current?.when ?? given.when,
  })
}

/** A claim that came with a status and its day, but no history: that state is its first entry, or it would be lost. */
function firstRecorded(claim: Claim): readonly Assessment[] {
  if (claim.asOf === undefined) return []
  return [
    {
      when: claim.asOf,
      from: 'not-assessed',
      to: claim.status,
      fromCredibility: 6,
      credibility: claim.credibility,
      standardMet: claim.standardMet,
      reason: 'As first recorded.',
    },
  ]
}

function latestAssessment(assessments: readonly Assessment[]): Assessment | undefined {
  return assessments.reduce<Assessment | undefined>(
    (best, each) => (best === undefined || each.when >= best.when ? each : best),
    undefined,
  )
}

export interface ClaimState {
  readonly status: ClaimStatus
  readonly credibility: Credibility
  readonly standardMet: Standard
  /** The day of the assessment it rests on; null when nobody had assessed it by then. */
  readonly assessedOn: string | null
}

/** Where the claim stood on a day (YYYY-MM-DD), by the assessments that speak for that day or earlier. */
export function stateAsOf(claim: Claim, day: string): ClaimState {
  const past = latestAssessment(claim.assessments.filter((a) => a.when <= day))
  if (past) {
    return {
      status: past.to,
      credibility: past.credibility ?? claim.credibility,
      standardMet: past.standardMet ?? 'none',
      assessedOn: past.when,
    }
  }
  const first = [...claim.assessments].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0))[0]
  if (first) {
    return {
      status: first.from,
      credibility: first.fromCredibility ?? 6,
      standardMet: 'none',
      assessedOn: null,
    }
  }
  return {
    status: claim.status,
    credibility: claim.credibility,
    standardMet: claim.standardMet,
    assessedOn: claim.asOf !== undefined && claim.asOf <= day ? claim.asOf : null,
  }
}
