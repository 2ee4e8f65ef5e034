/**
 * What is being typed into a cell, kept as the unfinished form of its record: a lock in the middle of a word closes the
 * cell, and the form is where it is found again.
 */
import type { EditableKind } from '../../shared/ipc/views.ts'
import { discardDraft, typeDraft, typedBefore } from '../drafts/drafts.ts'
import { recordDraftId } from '../drafts/keptDrafts.ts'

export interface CellDraft {
  /** @param typed all that stands in the cell, as its form would have it. */
  readonly type: (typed: string) => void
  /** The cell was saved or given up. */
  readonly end: () => void
}

const NONE: CellDraft = { type: () => undefined, end: () => undefined }

/** Keeps nothing where the form of the record is unfinished already: that is not written over. */
export function cellDraft(kind: EditableKind, id: string, field: string): CellDraft {
  const draftId = recordDraftId(kind, id)
  if (typedBefore(draftId) !== null) return NONE
  return {
    type: (typed) => typeDraft(draftId, { [field]: typed }),
    end: () => void discardDraft(draftId),
  }
}
