/**
 * The rows of a brief at every step of coarsening, coded once. `at` puts the columns of one coarsening together; rows
 * that show the same at the finest step are one row with a weight, whatever the coarsening.
 */

import type { DisclosureRule } from '../redaction/profile.ts'
import type { CodedRows, SensitiveCodes } from './classes.ts'
import type { Coarsening } from './coarsening.ts'
import { coarserColumn, coarserRow } from './coarserRow.ts'
import { type Codes, codeTexts, joinCodes } from './codedRows.ts'
import {
  columnText,
  QUASI_COLUMNS,
  type QuasiColumn,
  type QuasiRow,
  type SensitiveField,
} from './quasiRow.ts'

export interface QuasiTable {
  /** One row for each that differs. */
  readonly weights: Int32Array
  /** Index in the table of each row that was given. */
  readonly indexOf: readonly number[]
  /** The column's codes at a coarsening. */
  column(name: QuasiColumn, coarsening: Coarsening): Codes
  at(coarsening: Coarsening): CodedRows
}

/** @param rows what the profile shows, before any coarsening. */
export function createQuasiTable(rows: readonly QuasiRow[], rules: DisclosureRule): QuasiTable {
  const { distinct, indexOf, weights } = distinctRows(rows)
  const columns = new Map<string, Codes>()
  const sensitiveValues = new Map<string, Pick<SensitiveCodes, 'values' | 'atoms'>>()

  const column = (name: QuasiColumn, coarsening: Coarsening): Codes => {
    const key = `${name} ${stepKey(name, coarsening)}`
    const known = columns.get(key)
    if (known !== undefined) return known
    const coded = codeTexts(
      distinct
        .map((row) => coarserColumn(row, name, coarsening))
        .map((row) => columnText(row, name, rules.quasiIdentifiers)),
    )
    columns.set(key, coded)
    return coded
  }

  const valuesOf = (field: SensitiveField, coarsening: Coarsening) => {
    const key = `${field} ${field === 'category' || field === 'counts' ? stepKey(field, coarsening) : ''}`
    const known = sensitiveValues.get(key)
    if (known !== undefined) return known
    const lists = distinct.map((row) => sensitiveAtoms(row, field, coarsening))
    const values = codeTexts(lists.map((list) => JSON.stringify(list)))
    const atoms: (readonly string[])[] = []
    lists.forEach((list, row) => {
      atoms[values.codes[row] ?? 0] = list
    })
    const made = { values, atoms }
    sensitiveValues.set(key, made)
    return made
  }

  return {
    weights,
    indexOf,
    column,
    at: (coarsening) => ({
      weights,
      classes: joinCodes(
        QUASI_COLUMNS.map((name) => column(name, coarsening)),
        distinct.length,
      ),
      sensitive: rules.sensitive.map((field) => ({
        classes: joinCodes(
          QUASI_COLUMNS.filter((name) => name !== field).map((name) => column(name, coarsening)),
          distinct.length,
        ),
        ...valuesOf(field, coarsening),
      })),
    }),
  }
}

function distinctRows(rows: readonly QuasiRow[]) {
  const known = new Map<string, number>()
  const distinct: QuasiRow[] = []
  const counts: number[] = []
  const indexOf = rows.map((row) => {
    const { id: _, ...shown } = row
    const key = JSON.stringify(shown)
    const index = known.get(key) ?? distinct.length
    if (index === distinct.length) {
      known.set(key, index)
      distinct.push(row)
      counts.push(0)
    }
    counts[index] = (counts[index] ?? 0) + 1
    return index
  })
  return { distinct, indexOf, weights: Int32Array.from(counts) }
}

function stepKey(column: QuasiColumn, { date, place, count, category, age, people }: Coarsening): string {
  switch (column) {
    case 'date':
      return date ?? ''
    case 'place':
      return place ?? ''
    case 'counts':
      return count ?? ''
    case 'category':
      return category ?? ''
    case 'people':
      return `${people ?? ''}/${age ?? ''}`
  }
}

function sensitiveAtoms(row: QuasiRow, field: SensitiveField, coarsening: Coarsening): readonly string[] {
  switch (field) {
    case 'category':
      return [...coarserRow(row, coarsening).category].sort()
    case 'status':
      return [row.status]
    case 'counts':
      return [JSON.stringify(Object.entries(coarserRow(row, coarsening).counts).sort())]
    case 'victimGroups':
      return [...row.victimGroups].sort()
  }
}
