/** A claim as it stood on a day, in the shape of a claim, so that every part of the window can show it as one. */
import type { Claim } from '../../core/claim.ts'
import { stateAsOf } from '../../core/grading.ts'

/**
 * The claim with the status, credibility and standard of a day (YYYY-MM-DD); its `asOf` is the day of the assessment
 * that state rests on, and absent when nobody had assessed it by then. The same claim when `day` is null: now.
 */
export function claimAsOf(claim: Claim, day: string | null): Claim {
  if (day === null) return claim
  const { assessedOn, ...state } = stateAsOf(claim, day)
  const { asOf: _now, ...rest } = claim
  return { ...rest, ...state, ...(assessedOn === null ? {} : { asOf: assessedOn }) }
}

/** Which way to the next day on which something was assessed. */
export type DayStep = 'earlier' | 'later'

/**
 * The nearest day before or after `from` (YYYY-MM-DD) that an assessment of one of the claims speaks for; null when
 * there is none.
 */
export function nextAssessedDay(claims: Iterable<Claim>, from: string, step: DayStep): string | null {
  let best: string | null = null
  for (const { assessments } of claims)
    for (const { when } of assessments) {
      const isBeyond = step === 'later' ? when > from : when < from
      if (!isBeyond) continue
      if (best === null || (step === 'later' ? when < best : when > best)) best = when
    }
  return best
}
