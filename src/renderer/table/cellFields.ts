/** How the field of a cell is edited in place. Pure. */
import type { Translate } from '../../shared/i18n/format.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { fieldLabel, fieldsOf, wordsOf } from '../forms/kindForms.ts'
import { type BulkField, bulkFields } from './bulkFields.ts'
import { NAME_FIELDS } from './editableColumns.ts'

export type CellField =
  | { readonly by: 'line'; readonly field: string; readonly label: string }
  | { readonly by: 'values'; readonly field: string; readonly label: string; readonly of: BulkField }

/** The field that is edited in the cells of a column; null when it is for reading only. */
export function cellField(kind: EditableKind, columnId: string, t: Translate): CellField | null {
  if (NAME_FIELDS[kind] === columnId) {
    const spec = fieldsOf(kind)[columnId]
    const label = spec === undefined ? columnId : fieldLabel(t, wordsOf(kind, columnId, spec))
    return { by: 'line', field: columnId, label }
  }
  const of = bulkFields(kind, t).find(({ field }) => field === columnId)
  return of === undefined ? null : { by: 'values', field: of.field, label: of.label, of }
}

/** Tags as they are typed, with commas of either script between them. */
export const typedTags = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,،]/u)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
]
