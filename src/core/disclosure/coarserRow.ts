/** A row as a coarser brief would show it, whole or in one column. */

import type { Coarsening } from './coarsening.ts'
import { coarserCategory, coarserCount, coarserDate, coarserPeople, coarserPlace } from './coarsenValues.ts'
import { QUASI_COLUMNS, type QuasiColumn, type QuasiRow } from './quasiRow.ts'

export function coarserRow(row: QuasiRow, coarsening: Coarsening): QuasiRow {
  return QUASI_COLUMNS.reduce((coarse, column) => coarserColumn(coarse, column, coarsening), row)
}

/** The other columns are not looked at. */
export function coarserColumn(row: QuasiRow, column: QuasiColumn, coarsening: Coarsening): QuasiRow {
  switch (column) {
    case 'date':
      return { ...row, date: coarserDate(row.date, coarsening.date) }
    case 'place':
      return { ...row, place: coarserPlace(row.place, coarsening.place) }
    case 'counts':
      return { ...row, counts: coarserCounts(row.counts, coarsening.count) }
    case 'category':
      return { ...row, category: coarserCategory(row.category, coarsening.category) }
    case 'people':
      return { ...row, people: coarserPeople(row.people, coarsening) }
  }
}

const coarserCounts = (counts: QuasiRow['counts'], step: Coarsening['count']): QuasiRow['counts'] =>
  Object.fromEntries(Object.entries(counts).map(([what, shown]) => [what, coarserCount(shown, step)]))
