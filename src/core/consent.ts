/**
 * What a person or source allowed, for one purpose, on a day. Nobody is taken to have agreed: where nothing is written
 * down the answer is "not asked" (records.md). The grid of purposes and answers is Daybook's own.
 */
import type { z } from 'zod'
import { edtfSpan } from './edtfSpan.ts'
import type { consentSchema } from './recordBase.ts'
import type { CONSENT_PURPOSES, CONSENT_STATES } from './vocabularyCodes.ts'

export type Consent = z.infer<typeof consentSchema>
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]
export type ConsentState = (typeof CONSENT_STATES)[number]

/**
 * The answer that holds on a day (YYYY-MM-DD): the last entry of the list for that purpose, since a newer answer is
 * written below an older one. What was given is `expired` once its date has passed; a "no" does not run out.
 */
export function consentState(
  consents: readonly Consent[],
  purpose: ConsentPurpose,
  asOf: string,
): ConsentState {
  const last = consents.findLast((consent) => consent.purpose === purpose)
  if (last === undefined) return 'not-asked'
  const expiry = last.expiresOn === undefined ? null : (edtfSpan(last.expiresOn)?.latest ?? null)
  return isGiven(last.state) && expiry !== null && expiry < asOf ? 'expired' : last.state
}

/** Does this answer allow the purpose? */
export function isGiven(state: ConsentState): boolean {
  return state === 'given-orally' || state === 'given-in-writing' || state === 'given-by-representative'
}
