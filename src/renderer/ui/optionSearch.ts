/** Finds options by what somebody types: every word must occur in the label, the note or the code. */
import { foldText } from '../../core/foldText.ts'
import type { Option } from './OptionItem.tsx'

/** A list longer than this is no longer read but searched. */
export const MOST_SHOWN = 60

const foldedByOption = new WeakMap<Option, string>()

function foldedOption(option: Option): string {
  let folded = foldedByOption.get(option)
  if (folded === undefined) {
    folded = foldText(`${option.label} ${option.note ?? ''} ${option.value}`)
    foldedByOption.set(option, folded)
  }
  return folded
}

/**
 * The options that hold every typed word, at most {@link MOST_SHOWN}; those whose label begins with what was typed
 * come first. Blank text finds the first ones.
 */
export function findOptions<T extends string>(
  options: readonly Option<T>[],
  typed: string,
): readonly Option<T>[] {
  const text = foldText(typed)
  const words = text.split(' ').filter(Boolean)
  if (words.length === 0) return options.slice(0, MOST_SHOWN)
  const leading: Option<T>[] = []
  const others: Option<T>[] = []
  for (const option of options) {
    const folded = foldedOption(option)
    if (folded.startsWith(text)) leading.push(option)
    else if (words.every((word) => folded.includes(word))) others.push(option)
  }
  return [...leading, ...others].slice(0, MOST_SHOWN)
}
