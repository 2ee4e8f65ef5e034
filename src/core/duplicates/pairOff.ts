/** Which suggestions to show first when many records come at once: each record in one pair at most, the surest first. */
import type { DuplicatePair } from './DuplicateIndex.ts'

/**
 * The surest pairs in which no record stands twice. Two lists of the same incidents have many look-alikes of one day and
 * place; the true partners are closest, and what is left over is no partner of theirs.
 */
export function pairOff(pairs: readonly DuplicatePair[]): readonly DuplicatePair[] {
  const taken = new Set<string>()
  const sorted = [...pairs].sort(
    (a, b) => b.bits - a.bits || compare(a.of, b.of) || compare(a.incident, b.incident),
  )
  return sorted.filter(({ of, incident }) => {
    if (taken.has(of) || taken.has(incident)) return false
    taken.add(of)
    taken.add(incident)
    return true
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
