/**
 * A row as a stranger may recognise it: what it shows of its quasi-identifiers and sensitive fields, and nothing else.
 * All of disclosure control works on these, so it can know no more than the brief says.
 */
import type { AgeBand } from '../redaction/policies/age.ts'
import type { DisclosureRule } from '../redaction/profile.ts'

/** A field that a stranger may know from elsewhere. */
export type QuasiIdentifier = DisclosureRule['quasiIdentifiers'][number]
/** What must not follow from standing in a class. */
export type SensitiveField = DisclosureRule['sensitive'][number]

/** From the finest to the coarsest; a grid cell is taken for finer than any division. */
export const PLACE_FIELDS = ['cell', 'site', 'town', 'admin2', 'admin1', 'country', 'region'] as const
export type QuasiPlace = Readonly<Record<string, string | null>>

export interface QuasiPerson {
  /** Age band. */
  readonly age: AgeBand | null
  readonly sex: string | null
  readonly roles: readonly string[]
}

export interface QuasiValues {
  /** EDTF. */
  readonly date: string | null
  readonly place: QuasiPlace
  /** killed, injured, detained, missing → what is shown. */
  readonly counts: Readonly<Record<string, string | null>>
  readonly category: readonly string[]
  /** In no order of their own. */
  readonly people: readonly QuasiPerson[]
}

export interface QuasiRow extends QuasiValues {
  readonly id: string
  readonly status: string
  readonly victimGroups: readonly string[]
}

/** The columns that classes are formed by; age, sex and role go together, person by person. */
export const QUASI_COLUMNS = ['date', 'place', 'counts', 'category', 'people'] as const
export type QuasiColumn = (typeof QUASI_COLUMNS)[number]

/** What a row shows in one column, as a text that is equal for rows that show the same. */
export function columnText(
  row: QuasiValues,
  column: QuasiColumn,
  declared: readonly QuasiIdentifier[],
): string {
  switch (column) {
    case 'date':
      return declared.includes('date') ? (row.date ?? '') : ''
    case 'place':
      return declared.includes('place') ? recordText(row.place) : ''
    case 'counts':
      return declared.includes('counts') ? recordText(row.counts) : ''
    case 'category':
      return declared.includes('category') ? [...row.category].sort().join(' ') : ''
    case 'people':
      return row.people
        .map((person) => personText(person, declared))
        .sort()
        .join('\n')
  }
}

/** A person's part of the class, as a text. */
export function personText(person: QuasiPerson, declared: readonly QuasiIdentifier[]): string {
  return JSON.stringify([
    declared.includes('age') ? person.age : null,
    declared.includes('sex') ? person.sex : null,
    declared.includes('role') ? [...person.roles].sort() : null,
  ])
}

function recordText(values: Readonly<Record<string, string | null>>): string {
  return JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
