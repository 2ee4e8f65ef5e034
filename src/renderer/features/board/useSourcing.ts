/** The source items and sources of the open log, in the shape that independence is counted on. */
import { useMemo } from 'react'
import type { Sourcing } from '../../../core/independence.ts'
import { toSources } from '../../sourceRecords.ts'
import { useRecords } from '../../store.ts'

/** The same object until an item or a source changes. */
export function useSourcing(): Sourcing {
  const items = useRecords('sourceItems')
  const views = useRecords('sources')
  return useMemo(() => ({ items, sources: toSources(views) }), [items, views])
}
