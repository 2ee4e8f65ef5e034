/** What the log says by now of a pair that was found before: so a decision is seen at once, and its undoing too. Pure. */
import { isFoundDifferent, isSetAside } from '../../../core/duplicates/duplicateVerdict.ts'
import { resolveIncident } from '../../../core/resolveIncident.ts'
import type { ListedPair } from '../../../shared/ipc/duplicates.ts'
import type { LogView } from '../../../shared/ipc/views.ts'

export type PairState = 'open' | 'setAside' | 'decided'

export function pairState(incidents: LogView['incidents'], { of, incident }: ListedPair): PairState {
  const [one, other] = [incidents[of], incidents[incident]]
  if (one === undefined || other === undefined) return 'decided'
  const isStandIn = [one, other].some(
    ({ mergedInto, duplicateOf }) => mergedInto !== undefined || duplicateOf !== undefined,
  )
  if (isStandIn) return 'decided'
  const resolve = (id: string) => resolveIncident(incidents, id)
  if (isSetAside(one, other, resolve)) return 'setAside'
  return isFoundDifferent(one, other, resolve) ? 'decided' : 'open'
}

/** The pairs that are in that state now, in their order. */
export function pairsIn(
  incidents: LogView['incidents'],
  pairs: readonly ListedPair[],
  state: PairState,
): readonly ListedPair[] {
  return pairs.filter((pair) => pairState(incidents, pair) === state)
}
