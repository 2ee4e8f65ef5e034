/** What is computed about a claim or an incident, for components. */
import { useMemo, useSyncExternalStore } from 'react'
import type { Claim } from '../core/claim.ts'
import type { SimilarIncident } from '../core/similar/similarIncident.ts'
import type { FieldLabels } from '../core/sourcing/FieldClaims.ts'
import { type SourceGraph, sourceGraph } from '../core/sourcing/sourceGraph.ts'
import type { ClaimSourcing, Contradiction } from '../core/sourcing/sourcing.ts'
import type { IncidentRow } from '../shared/ipc/views.ts'
import { logIndex } from './logIndexes.ts'
import { currentState, subscribe } from './store.ts'
import { NO_RECORDS } from './storeState.ts'
import { useLogIndex } from './useLogIndex.ts'

/** The sourcing of a claim; the same object until something it goes back to changes. Undefined when it is gone. */
export function useSourcing(claimId: string): ClaimSourcing | undefined {
  return useSyncExternalStore(subscribe, () =>
    logIndex(currentState().records ?? NO_RECORDS, 'sourcing').of(claimId),
  )
}

/** Where the evidence of a claim comes from, as a graph. */
export function useSourceGraph(claim: Claim): SourceGraph {
  const sourcing = useLogIndex('sourcing')
  return useMemo(() => sourceGraph(claim, sourcing.index.records), [claim, sourcing])
}

/** Claims that cannot hold together with this one, though both stand as established or appear so. */
export function useContradictions(claimId: string): readonly Contradiction[] {
  const fieldClaims = useLogIndex('fieldClaims')
  return useMemo(() => fieldClaims.index.contradictionsOf(claimId), [claimId, fieldClaims])
}

/** Ids of the claims that name a record, or what was merged into it. */
export function useClaimsAbout(recordId: string): readonly string[] {
  const fieldClaims = useLogIndex('fieldClaims')
  return useMemo(() => fieldClaims.index.claimsAbout(recordId), [recordId, fieldClaims])
}

/** Fields of an incident with the labels that are claimed for them. */
export function useLabels(incident: IncidentRow): readonly FieldLabels[] {
  const fieldClaims = useLogIndex('fieldClaims')
  return useMemo(() => fieldClaims.index.labelsOf(incident), [incident, fieldClaims])
}

/** Earlier incidents alike, most alike first, at most `limit`. */
export function useEarlierAlike(incidentId: string, limit: number): readonly SimilarIncident[] {
  const similar = useLogIndex('similar')
  return useMemo(() => similar.index.similarTo(incidentId, limit, 'earlier'), [incidentId, limit, similar])
}
