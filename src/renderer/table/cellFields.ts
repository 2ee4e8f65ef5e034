/**
 * Which cells of a table are edited in place: those of the fields that may be changed in many records, and of the line
 * that a record is called by. Not the statement of a claim, which its grades speak of. Pure.
 */
import type { Translate } from '../../shared/i18n/format.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { fieldLabel, fieldsOf, wordsOf } from '../forms/kindForms.ts'
import { type BulkField, bulkFields } from './bulkFields.ts'

export type CellField =
  | { readonly by: 'line'; readonly field: string; readonly label: string }
  | { readonly by: 'values'; readonly field: string; readonly label: string; readonly of: BulkField }

const NAME_FIELDS: Readonly<Partial<Record<EditableKind, string>>> = {
  incidents: 'title',
  sources: 'name',
  sourceItems: 'title',
  persons: 'codeName',
  organisations: 'name',
  contacts: 'offers',
  actions: 'addressedTo',
}

/** The field that is edited in the cells of a column; null when it is for reading only. Columns are called by their fields. */
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
