/**
 * Which cells of a table are edited in place: those of the fields that may be changed in many records, and of the line
 * that a record is called by. Not the statement of a claim, which its grades speak of. Columns are called by their fields.
 * Knows no form, so that a table loads without them.
 */
import { isBulkField } from '../../core/bulkFields.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'

/** The line that a record is called by. */
export const NAME_FIELDS: Readonly<Partial<Record<EditableKind, string>>> = {
  incidents: 'title',
  sources: 'name',
  sourceItems: 'title',
  persons: 'codeName',
  organisations: 'name',
  contacts: 'offers',
  actions: 'addressedTo',
}

/** Is there a tag that its editor, where commas part tags, would take apart? */
export function hasCommaInside(row: object, columnId: string): boolean {
  const tags: unknown = columnId === 'tags' ? Reflect.get(row, columnId) : []
  return Array.isArray(tags) && tags.some((tag) => /[,،]/u.test(String(tag)))
}

/** May the cells of the column be edited in place? */
export const isEditedInPlace = (kind: EditableKind, columnId: string): boolean =>
  NAME_FIELDS[kind] === columnId || isBulkField(kind, columnId)
