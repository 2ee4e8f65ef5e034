/** Published deaths on migration routes, the same year in two layouts: which record of one is which of the other is known. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { DuplicateCandidate } from '../../../src/core/duplicates/comparedIncident.ts'
import { candidate } from './candidate.ts'

export interface KnownRecord {
  readonly record: DuplicateCandidate
  /** Equal in records of one incident. */
  readonly truth: string
}

type Cells = Readonly<Record<string, string>>

/** `folder` holds the data set. */
export function newerLayout(folder: string): KnownRecord[] {
  const rows: Cells[] = JSON.parse(readFileSync(path.join(folder, '2017.json'), 'utf8'))
  return rows.map((row) => ({
    truth: row.web_id ?? '',
    record: candidate(`newer-${row.web_id}`, {
      title: row.cause_death ?? '',
      when: row.reported_date ?? '',
      where: placeOf(row.location_description, row.location_coodinates),
      counts: { killed: countOf(row.number_dead), missing: countOf(row.number_missing) },
    }),
  }))
}

export function olderLayout(folder: string): KnownRecord[] {
  const rows: Cells[] = parse(readFileSync(path.join(folder, 'MM_14_21.csv')), { columns: true })
  return rows.map((row, at) => ({
    truth: row['Main ID'] ?? '',
    record: candidate(`older-${at}`, {
      title: row['Cause of Death'] ?? '',
      when: (row['Incident Date'] ?? '').replace(/^.*?(\d\d)\/(\d\d)\/(\d{4}).*$/, '$3-$1-$2'),
      where: placeOf(row['Location of death'], row.Coordinates),
      counts: {
        killed: countOf(row['Number Dead']),
        missing: countOf(row['Minimum Estimated Number of Missing']),
      },
    }),
  }))
}

const countOf = (cell: string | undefined): { best: number } | undefined =>
  cell === undefined || cell === '' ? undefined : { best: Math.round(Number(cell)) }

function placeOf(text: string | undefined, coordinates: string | undefined): DuplicateCandidate['where'] {
  const match = /(-?[\d.]+)\s*,\s*(-?[\d.]+)/.exec(coordinates ?? '')
  const point = match === null ? {} : { lat: Number(match[1]), lon: Number(match[2]) }
  return { precision: 4, text: text?.trim() ?? '', ...point }
}
