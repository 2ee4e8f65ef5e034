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

const views: { [N in LogIndexName]?: LogIndexView<N> } = {}

/** The index of that name over the open log; empty when no log is open. */
export function useLogIndex<N extends LogIndexName>(name: N): LogIndexView<N> {
  return useSyncExternalStore(subscribe, () => currentView(name))
}

function currentView<N extends LogIndexName>(name: N): LogIndexView<N> {
  const index = logIndex(currentState().records ?? NO_RECORDS, name)
  const { revision } = index
  const last: LogIndexView<N> | undefined = views[name]
  if (last?.index === index && last.revision === revision) return last
  const view = { index, revision }
  Object.assign(views, { [name]: view })
  return view
}
