/** Orders of the columns that are shown, made ready while nobody waits: then a click on a header sorts at once. */
import { useEffect } from 'react'
import { takeWhenIdle } from '../idleSteps.ts'
import { useIsArriving } from '../store.ts'
import type { SortedRows } from './SortedRows.ts'
import { type HasId, sortRules, type TableColumn } from './tableColumn.ts'

interface Prepared<R> {
  /** The rows that `kept` has in order. */
  readonly all: readonly R[]
  readonly columns: readonly TableColumn<R>[]
  readonly collator: Intl.Collator
}

/** While records of the log still arrive, nothing is prepared: each portion makes all of it anew. */
export function usePreparedOrders<R extends HasId>(
  kept: SortedRows<R>,
  { all, columns, collator }: Prepared<R>,
): void {
  const isArriving = useIsArriving()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may need other orders
  useEffect(() => {
    if (isArriving) return
    const rules = columns.flatMap(({ id }) => sortRules(columns, [{ id, desc: false }], collator))
    return takeWhenIdle(rules.values().flatMap((rule) => kept.prepare(rule)))
  }, [kept, all, columns, collator, isArriving])
}
