/** The brief's own row numbers (`i1`, `c12`, …): a letter for the kind and a number. */
import type { BriefSay } from './briefSay.ts'

/** Longer lists stand whole in the JSON form. */
const MOST_LISTED = 12

/** By letter, then by number, so that i2 comes before i10. */
export function compareLocalIds(a: string, b: string): number {
  const letter = a.charCodeAt(0) - b.charCodeAt(0)
  return letter === 0 ? Number(a.slice(1)) - Number(b.slice(1)) : letter
}

/** "i1, i2, i7", in order and each once; after `most` of them "…". */
export function localIdList(ids: readonly string[], say: BriefSay, most = MOST_LISTED): string {
  const sorted = [...new Set(ids)].sort(compareLocalIds)
  const shown = sorted.length > most ? [...sorted.slice(0, most), '…'] : sorted
  return shown.join(say('list.comma'))
}
