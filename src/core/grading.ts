/**
 * Where a claim stands, on a day, and how it moved there. Assessments are append-only and need a reason; the
 * state "as of" a day replays the days they speak of, not when they were typed in (records.md).
 */
import { type AppError, appError } from './appError.ts'
import type { Assessment, Claim } from './claim.ts'
import { err, ok, type Result } from './result.ts'
import type { CredibilityCap } from './sourcing/sourcing.ts'
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
  /** The later, better claim; needed for `superseded` when the claim does not name it yet. */
  readonly supersededBy?: string
}

type Grades = Pick<Claim, 'id' | 'status' | 'credibility' | 'standardMet' | 'supersededBy'>

/**
 * What the rules of records.md have against these grades; null when they may stand.
 * - `claim/standard-missing`: established means that the standard named in `standardMet` is met
 * - `claim/superseding-missing`, `claim/supersedes-itself`: superseded means replaced by another claim
 * - `claim/capped-no-evidence`, `claim/capped-one-root` {items}, `claim/capped-no-graded-source` {roots}: credibility 1
 *   that the sources do not allow, with the first of the reasons
 */
export function gradeProblem(grades: Grades, cap: CredibilityCap): AppError | null {
  if (grades.status === 'established' && grades.standardMet === 'none')
    return appError('claim/standard-missing')
  if (grades.status === 'superseded') {
    if (grades.supersededBy === undefined) return appError('claim/superseding-missing')
    if (grades.supersededBy === grades.id) return appError('claim/supersedes-itself')
  }
  const [reason] = cap.whyNotHigher
  if (grades.credibility !== 1 || reason === undefined) return null
  return appError(`claim/capped-${reason.code}`, reason.fields)
}

/**
 * The claim with one more assessment. `now` is the entry time; `when` the day judged; `cap` what its sources allow
 * (see `claimSourcing`). Errors: `claim/reason-missing` and those of {@link gradeProblem}; nothing is shortened or
 * lowered in silence. Earlier assessments stay as they are.
 */
export function assessClaim(
  claim: Claim,
  given: NewAssessment,
  now: string,
  cap: CredibilityCap,
): Result<Claim, AppError> {
  if (given.reason.trim() === '') return err(appError('claim/reason-missing'))
  const before = stateAsOf(claim, given.when)
  const supersededBy = given.supersededBy ?? claim.supersededBy
  const history = claim.assessments.length === 0 ? firstRecorded(claim) : claim.assessments
  const credibility = given.credibility ?? before.credibility
  const standardMet = given.standardMet ?? before.standardMet
  const { status } = given
  const problem = gradeProblem({ id: claim.id, status, credibility, standardMet, supersededBy }, cap)
  if (problem !== null) return err(problem)
  const assessment: Assessment = {
    when: given.when,
    from: before.status,
    to: status,
    fromCredibility: before.credibility,
    credibility,
    standardMet,
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
    ...(supersededBy === undefined ? {} : { supersededBy }),
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

/**
 * Grades that an imported assessment does not name: of the newest one the claim's own, of an older one what held before
 * it. What was judged later is nothing that was known then.
 */
function unsaidGrades(claim: Claim, at: Assessment): Pick<Claim, 'credibility' | 'standardMet'> {
  if (at === latestAssessment(claim.assessments)) return claim
  const older = claim.assessments
    .filter((each) => each.when < at.when)
    .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0))
  return {
    credibility:
      at.fromCredibility ?? older.findLast((each) => each.credibility !== undefined)?.credibility ?? 6,
    standardMet: older.findLast((each) => each.standardMet !== undefined)?.standardMet ?? 'none',
  }
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
      credibility: past.credibility ?? unsaidGrades(claim, past).credibility,
      standardMet: past.standardMet ?? unsaidGrades(claim, past).standardMet,
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
