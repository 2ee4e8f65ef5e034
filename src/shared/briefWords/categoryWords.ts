/** Words for the chapters that rare kinds of incident are merged into; they stand in no vocabulary. */
import { CATEGORY_GROUPS } from '../../core/redaction/policies/category.ts'
import type { BriefSay } from './briefSay.ts'

/** The words of a chapter's code; null for any other code. */
export function categoryInWords(code: string, say: BriefSay): string | null {
  const group = CATEGORY_GROUPS.find((each) => each === code)
  return group === undefined ? null : say(`category.${group}`)
}
