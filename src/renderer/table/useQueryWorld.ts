/** What a query reads besides the records of its table, as far as it speaks of it: another object only when that changes. */
import { useEffect, useMemo } from 'react'
import type { QueryNeeds } from '../../core/queryTerms/queryNeeds.ts'
import type { QueriedCollection, QueryLog, QueryWorld } from '../../core/queryTerms/queryWorld.ts'
import type { LogView } from '../../shared/ipc/views.ts'
import { rowsOf } from '../collectionRows.ts'
import { needPlaceNames, useAreNamesReady, useArePlacesUnread, useGazetteer } from '../places.ts'
import { useIsArriving, useLogView, useRecords } from '../store.ts'
import { NO_RECORDS } from '../storeState.ts'
import { vocabularyOf } from '../vocabularies.ts'

export interface NeededWorld {
  readonly world: QueryWorld
  /** Is something that it speaks of not there yet? */
  readonly isWaiting: boolean
  /** Can the places that it speaks of not be had? */
  readonly arePlacesUnread: boolean
}

export function useQueryWorld(needs: QueryNeeds): NeededWorld {
  const records = useLogView()
  const terms = useRecords('terms')
  const gazetteer = useGazetteer()
  const areNamesReady = useAreNamesReady()
  useEffect(() => {
    if (needs.places) void needPlaceNames()
  }, [needs.places])
  const areUnread = useArePlacesUnread()
  const isArriving = useIsArriving()
  // A source that is still on its way is not one that nobody knows.
  const isReading = needs.log && isArriving
  const arePlacesMissing = needs.places && (gazetteer === null || !areNamesReady)
  const log = isReading ? null : needs.log ? records : NO_RECORDS
  const places = needs.places && !arePlacesMissing ? gazetteer : null
  const world = useMemo(
    () => ({
      log: log === null ? null : queryLogOf(log),
      places,
      violations: vocabularyOf('violation-types', terms).terms,
    }),
    [log, places, terms],
  )
  return {
    world,
    isWaiting: isReading || arePlacesMissing,
    arePlacesUnread: arePlacesMissing && areUnread,
  }
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
