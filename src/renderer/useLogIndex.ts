/** Indexes of the open log, as parts of the window ask for them. */
import { useSyncExternalStore } from 'react'
import type { LogView } from '../shared/ipc/views.ts'
import { type LogIndexes, type LogIndexName, logIndex } from './logIndexes.ts'
import { currentState, subscribe } from './store.ts'
import { NO_RECORDS } from './storeState.ts'

/** An index, as an object that is another one whenever the index may give other answers. */
export interface LogIndexView<N extends LogIndexName> {
  readonly index: LogIndexes[N]
  readonly revision: number
}

interface Seen {
  readonly view: LogIndexView<LogIndexName>
  /** Over which it was seen last. */
  records: LogView
}
/** By the index itself, so that nothing of a log that was locked is held on to. */
const views = new WeakMap<object, Seen>()

/** The index of that name over the open log; empty when no log is open. */
export function useLogIndex<N extends LogIndexName>(name: N): LogIndexView<N> {
  return useSyncExternalStore(subscribe, () => currentView(name))
}

function currentView<N extends LogIndexName>(name: N): LogIndexView<N> {
  const records = currentState().records ?? NO_RECORDS
  const index = logIndex(records, name)
  const last = views.get(index)
  // What arrives in portions is fed to the index before it is shown: until then the answers are of no use.
  const isSame = last !== undefined && (last.records === records || last.view.revision === index.revision)
  if (isSame) {
    last.records = records
    return last.view as LogIndexView<N>
  }
  const view = { index, revision: index.revision }
  views.set(index, { view, records })
  return view
}
