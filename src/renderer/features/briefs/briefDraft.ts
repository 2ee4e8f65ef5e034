/** What is being chosen for a brief: survives leaving the screen, dropped on lock. Held in memory only. */
import type { Coarsening } from '../../../core/disclosure/coarsening.ts'
import type { BriefLanguage } from '../../../core/redaction/briefData.ts'
import { createExternalValue } from '../../externalValue.ts'
import type { BriefKind, Chosen } from './briefChoice.ts'

/** What the user takes back from a brief beyond what the profile does. */
export interface Fixes {
  readonly coarsen: Coarsening
  readonly leaveOutLinked: boolean
  readonly keepSmallClasses: boolean
}
export const NO_FIXES: Fixes = { coarsen: {}, leaveOutLinked: false, keepSmallClasses: false }

/** What the user sets in the first step, and the fixes made in the second. */
export interface BriefDraft {
  /** Name of a shipped profile or of one of the log's own. */
  readonly profile: string
  /** Name of the series of briefs whose people keep their pseudonyms; empty for a brief that stands alone. */
  readonly series: string
  readonly language: BriefLanguage
  readonly title: string
  readonly asOf: string
  readonly chosen: Chosen
  /** The kind of record looked at, and the filter over it. */
  readonly kind: BriefKind
  readonly filter: string
  readonly fixes: Fixes
}

const draftNow = createExternalValue<BriefDraft | null>(null)

/** The draft; null until something was set. */
export const useBriefDraft = draftNow.use
export const currentBriefDraft = draftNow.get
export const setBriefDraft: (draft: BriefDraft) => void = draftNow.set

/** Forgets the draft: its title and filter may hold names. */
export function dropBriefDraft(): void {
  draftNow.set(null)
}
