/**
 * A page's memory cannot be wiped, only left: when the log is locked, main loads the window anew. Until that has
 * happened nothing is shown, so that nobody begins to type into a page that is about to go.
 */
import { createExternalValue } from './externalValue.ts'

/** A window that is not loaded anew within this time, against all expectation, must not stay blank. */
const LONGEST_BLANK_MS = 3_000

const endingNow = createExternalValue(false)
let timer: ReturnType<typeof setTimeout> | undefined

export const useIsPageEnding = endingNow.use

/** The log is locked: this page will be replaced. */
export function expectPageEnd(): void {
  clearTimeout(timer)
  timer = setTimeout(() => endingNow.set(false), LONGEST_BLANK_MS)
  endingNow.set(true)
}

/** It goes on after all. */
export function cancelPageEnd(): void {
  clearTimeout(timer)
  endingNow.set(false)
}
