/** Indexes of the open log, as parts of the window ask for them. */
import { useSyncExternalStore } from 'react'
import { type LogIndexes, type LogIndexName, logIndex } from './logIndexes.ts'
import { currentState, subscribe } from './store.ts'
import { NO_RECORDS } from './storeState.ts'

/** An index, as an object that is another one whenever the index may give other answers. */
export interface LogIndexView<N extends LogIndexName> {
  readonly index: LogIndexes[N]
  readonly revision: number
}

/** By the index itself, so that nothing of a log that was locked is held on to. */
const views = new WeakMap<object, LogIndexView<LogIndexName>>()

/** The index of that name over the open log; empty when no log is open. */
export function useLogIndex<N extends LogIndexName>(name: N): LogIndexView<N> {
  return useSyncExternalStore(subscribe, () => currentView(name))
}

function currentView<N extends LogIndexName>(name: N): LogIndexView<N> {
  const index = logIndex(currentState().records ?? NO_RECORDS, name)
  const last = views.get(index)
  if (last?.revision === index.revision) return last as LogIndexView<N>
  const view = { index, revision: index.revision }
  views.set(index, view)
  return view
}
