/**
 * Rows: what the window holds of the records of which a log may have very many. They are without the fields that no
 * table, picker, link or index of the window reads; a whole record is asked for when somebody opens it. No schema, so
 * that this loads at once.
 */

export const LEFT_OUT_OF_INCIDENT = {
  summary: true,
  remarks: true,
  externalId: true,
  importedFrom: true,
  violationTypesNote: true,
  statusNote: true,
  placeTypeNote: true,
  victimGroupsNote: true,
  rightsAffected: true,
  rightsAffectedNote: true,
  sensitivityNote: true,
} as const
export const LEFT_OUT_OF_ITEM = {
  remarks: true,
  externalId: true,
  importedFrom: true,
  itemTypeNote: true,
  author: true,
  publisher: true,
  url: true,
  archiveUrl: true,
  translation: true,
  translator: true,
  originalText: true,
  quote: true,
  accessPoint: true,
  receivedFrom: true,
  receivedHow: true,
} as const
/** Kinds that the window holds as rows. */
export const ROW_KINDS = ['incidents', 'sourceItems'] as const
export type RowKind = (typeof ROW_KINDS)[number]

const LEFT_OUT: Readonly<Record<RowKind, object>> = {
  incidents: LEFT_OUT_OF_INCIDENT,
  sourceItems: LEFT_OUT_OF_ITEM,
}

export const isRowKind = (kind: string): kind is RowKind => ROW_KINDS.some((each) => each === kind)

/** What the window holds of a record that it may see: a row of the kinds that have one, otherwise the record itself. */
export function rowOf<R extends object>(kind: string, record: R): R {
  if (!isRowKind(kind)) return record
  const leftOut = LEFT_OUT[kind]
  const row: Record<string, unknown> = {}
  for (const name in record) if (!Object.hasOwn(leftOut, name)) row[name] = record[name]
  if ('remarks' in record && typeof record.remarks === 'string' && record.remarks.trim() !== '')
    row.hasRemarks = true
  return row as R
}
