/** The first five steps in a new log: what is to be known, and where each thing is really done. Pure. */
import type { EditableKind, LogView } from '../../../shared/ipc/views.ts'

export interface Step {
  readonly id: 'limits' | 'incident' | 'source' | 'claim' | 'leave'
  /** The step is done with the first record of this kind; null where reading is all. */
  readonly kind: EditableKind | null
}

export const STEPS: readonly Step[] = [
  { id: 'limits', kind: null },
  { id: 'incident', kind: 'incidents' },
  { id: 'source', kind: 'sources' },
  { id: 'claim', kind: 'claims' },
  { id: 'leave', kind: null },
]

type Collections = Pick<LogView, EditableKind>

function isEmpty(collection: object): boolean {
  for (const _ in collection) return false
  return true
}

/** Is there what this step asks for? Never so for a step of reading. */
export const isDone = ({ kind }: Step, records: Collections): boolean =>
  kind !== null && !isEmpty(records[kind])
