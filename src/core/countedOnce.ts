/** What is counted of some records: not one that another stands for, which has what it recorded, or would count it twice. */

export interface CountedOnce<R> {
  /** The same list where nothing is left out. */
  readonly rows: readonly R[]
  /** How many another record stands for. */
  readonly leftOut: number
}

/** Was this record merged into another, or found to be a duplicate of one? Only incidents ever are. */
export const isStoodFor = (record: object): boolean =>
  ('mergedInto' in record && record.mergedInto !== undefined) ||
  ('duplicateOf' in record && record.duplicateOf !== undefined)

/** The records without those that another stands for, as briefs leave them out. */
export function countedOnce<R extends object>(all: readonly R[]): CountedOnce<R> {
  const rows = all.filter((record) => !isStoodFor(record))
  return rows.length === all.length ? { rows: all, leftOut: 0 } : { rows, leftOut: all.length - rows.length }
}
