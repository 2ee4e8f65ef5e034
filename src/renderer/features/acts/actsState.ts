/** Whose page is shown in place of the acts; null for none. Dropped on lock. */
import { createExternalValue } from '../../externalValue.ts'

const actorNow = createExternalValue<string | null>(null)

export const useShownActor = actorNow.use
export const showActor = actorNow.set

/** Forgets it: on lock. */
export const dropShownActor = (): void => actorNow.set(null)
