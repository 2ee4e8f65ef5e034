/** What Tab takes of what was found for a text: only what somebody saw marked, or wrote out. Pure. */
import { foldText } from '../../core/foldText.ts'
import type { Option } from './OptionItem.tsx'

export interface TypedInto<T extends string> {
  /** The line that is marked in an open list; null when none is, or the list is shut. */
  readonly marked: T | null
  readonly typed: string
  readonly found: readonly Option<T>[]
  /** Is what was found of an earlier text, or not all yet? */
  readonly isLooking: boolean
}

/** The value of the line; null when several lines are called like that, or none: then nothing is linked by guess. */
export function takenByTab<T extends string>({ marked, typed, found, isLooking }: TypedInto<T>): T | null {
  if (marked !== null) return marked
  if (isLooking) return null
  const text = foldText(typed)
  const [only, ...others] = found.filter(({ label }) => foldText(label) === text)
  return only === undefined || others.length > 0 ? null : only.value
}
