/** Why two records may be of one incident, in words. */
import { useCallback } from 'react'
import type { DuplicateReason } from '../../../core/duplicates/duplicateScore.ts'
import { useText } from '../../text.ts'

/** The sentence for a reason, in the current language. */
export function useDuplicateReason(): (reason: DuplicateReason) => string {
  const t = useText()
  return useCallback(({ code, value }) => t(`duplicates.why.${code}`, { value: value ?? 0 }), [t])
}
