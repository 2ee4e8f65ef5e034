/** What a query reads besides the records of its table, as far as it speaks of it: another object only when that changes. */
import { useEffect, useMemo } from 'react'
import type { QueryNeeds } from '../../core/queryTerms/queryNeeds.ts'
import type { QueriedCollection, QueryLog, QueryWorld } from '../../core/queryTerms/queryWorld.ts'
import type { LogView } from '../../shared/ipc/views.ts'
import { rowsOf } from '../collectionRows.ts'
import { needPlaceNames, useAreNamesReady, useGazetteer } from '../places.ts'
import { useLogView, useRecords } from '../store.ts'
import { NO_RECORDS } from '../storeState.ts'
import { vocabularyOf } from '../vocabularies.ts'

export interface NeededWorld {
  readonly world: QueryWorld
  /** Is something that it speaks of not there yet? */
  readonly isWaiting: boolean
}

export function useQueryWorld(needs: QueryNeeds): NeededWorld {
  const records = useLogView()
  const terms = useRecords('terms')
  const gazetteer = useGazetteer()
  const areNamesReady = useAreNamesReady()
  useEffect(() => {
    if (needs.places) void needPlaceNames()
  }, [needs.places])
  const isWaiting = needs.places && (gazetteer === null || !areNamesReady)
  const log = needs.log ? records : NO_RECORDS
  const places = needs.places && !isWaiting ? gazetteer : null
  const world = useMemo(
    () => ({ log: queryLogOf(log), places, violations: vocabularyOf('violation-types', terms).terms }),
    [log, places, terms],
  )
  return { world, isWaiting }
}

/** The records of the window as queries read them. */
export function queryLogOf({ incidents, claims, actions, sources, sourceItems }: LogView): QueryLog {
  return {
    incidents: collection(incidents),
    claims: collection(claims),
    actions: collection(actions),
    sources: collection(sources),
    sourceItems: collection(sourceItems),
  }
}

function collection<R>(records: Readonly<Record<string, R>>): QueriedCollection<R> {
  return {
    all: () => rowsOf(records),
    get: (id) => (Object.hasOwn(records, id) ? records[id] : undefined),
  }
}
