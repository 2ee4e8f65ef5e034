/** What one pattern looks for, and what it makes of it. */
import type { MentionToken } from './mentionSpan.ts'

export interface MentionPattern {
  readonly token: MentionToken
  /** Global; the first group, where there is one, is what counts. No part of it may take more than a line's time. */
  readonly pattern: RegExp
  /** A last word on what matched. */
  readonly holds?: (found: string) => boolean
}
