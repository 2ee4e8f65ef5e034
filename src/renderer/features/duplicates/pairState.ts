/** What the log says by now of a pair that was found before: so a decision is seen at once, and its undoing too. Pure. */
import { isFoundDifferent, isSetAside } from '../../../core/duplicates/duplicateVerdict.ts'
import { resolveIncident } from '../../../core/resolveIncident.ts'
import type { DuplicateList, ListedPair } from '../../../shared/ipc/duplicates.ts'
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

/** How many wait in all: those that are shown, and those that the window was not told of, since they were too many. */
export function waitingIn(found: DuplicateList, state: 'open' | 'setAside', shown: number): number {
  const told = found.pairs.filter(({ isSetAside }) => isSetAside === (state === 'setAside')).length
  return shown + Math.max(0, found[state] - told)
}

/** The pairs of a search, behind them those of earlier ones: what was decided about them may be undone. */
export function joinedPairs(
  pairs: readonly ListedPair[],
  earlier: readonly ListedPair[],
): readonly ListedPair[] {
  const known = new Set(pairs.map(pairKey))
  return [...pairs, ...earlier.filter((pair) => !known.has(pairKey(pair)))]
}

/** The same whichever of the two was asked about. */
export const pairKey = ({ of, incident }: Pick<ListedPair, 'of' | 'incident'>): string =>
  [of, incident].sort().join(' ')
