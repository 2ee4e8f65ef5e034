/** Why the sources of a claim allow no credibility of 1, in words. No React. */
import type { CapReason } from '../../core/sourcing/sourcing.ts'
import type { Translate } from '../../shared/i18n/format.ts'

/** A reason of the cap as a sentence. */
export function capSentence(t: Translate, { code, fields }: CapReason): string {
  return t(`claims.cap.${code}`, fields)
}
