import type { DuplicateCandidate } from '../../../src/core/duplicates/comparedIncident.ts'
import { DuplicateIndex, type DuplicatePair } from '../../../src/core/duplicates/DuplicateIndex.ts'
import { pairOff } from '../../../src/core/duplicates/pairOff.ts'

export interface Measured {
  readonly precision: number
  readonly recall: number
}

/** What share of the pairs suggested as likely are true, and what share of the true ones is suggested. */
export function measurePairs(
  known: readonly DuplicateCandidate[],
  asked: readonly DuplicateCandidate[],
  isTrue: (of: string, incident: string) => boolean,
  truths: number,
): Measured {
  const index = new DuplicateIndex(known)
  const found = asked.flatMap((record): DuplicatePair[] =>
    index.suggest(record).flatMap((each) => (each.isLikely ? [{ ...each, of: record.id }] : [])),
  )
  const pairs = pairOff(found)
  const right = pairs.filter(({ of, incident }) => isTrue(of, incident)).length
  return { precision: right / pairs.length, recall: right / truths }
}
