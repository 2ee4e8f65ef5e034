/** Which of the first steps is shown; null while none is. Of the window alone: a lock forgets it. */
import { createExternalValue } from '../../externalValue.ts'
import { STEPS } from './steps.ts'

const shownNow = createExternalValue<number | null>(null)
export const useShownStep = shownNow.use

/** Begins with the first one: in a log that was just made, or when they are asked for again. */
export const startFirstSteps = (): void => shownNow.set(0)

export const leaveFirstSteps = (): void => shownNow.set(null)

/** Shows another step; after the last one none. */
export const showStep = (index: number): void =>
  shownNow.set(index < STEPS.length ? Math.max(index, 0) : null)
