/** What is being chosen for a brief: survives leaving the screen, dropped on lock. Held in memory only. */
import type { BriefLanguage } from '../../../core/redaction/briefData.ts'
import { createExternalValue } from '../../externalValue.ts'
import type { BriefKind, Chosen } from './briefChoice.ts'

/** What the user sets in the first step. */
export interface BriefDraft {
  readonly language: BriefLanguage
  readonly title: string
  readonly asOf: string
  readonly chosen: Chosen
  /** The kind of record looked at, and the filter over it. */
  readonly kind: BriefKind
  readonly filter: string
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
