/** The brief's own row numbers (`i1`, `c12`, …): a letter for the kind and a number. */
import type { BriefText } from './briefText.ts'

const MOST_LISTED = 12

/** By letter, then by number, so that i2 comes before i10. */
export function compareLocalIds(a: string, b: string): number {
  const letter = a.charCodeAt(0) - b.charCodeAt(0)
  return letter === 0 ? Number(a.slice(1)) - Number(b.slice(1)) : letter
}

/** "i1, i2, i7", at most twelve; a longer list ends in "…" and stands whole in the JSON form. */
export function localIdList(ids: readonly string[], say: BriefText): string {
  const sorted = [...new Set(ids)].sort(compareLocalIds)
  const shown = sorted.length > MOST_LISTED ? [...sorted.slice(0, MOST_LISTED), '…'] : sorted
  return shown.join(say('list.comma'))
}
