/**
 * People by whose own row somebody could be singled out: fewer than k look like them in what is shown of them and of
 * all incidents they stand in. A person in two incidents ties the two together, which no class of incidents sees.
 */
import type { DisclosureRule } from '../redaction/profile.ts'
import type { BriefRows } from '../redaction/rows/collectRows.ts'
import { quasiPerson, quasiRowsOf } from './briefQuasiRows.ts'
import { columnText, personText, QUASI_COLUMNS } from './quasiRow.ts'

/** Ids of such people among these rows. */
export function lonePeople(rows: BriefRows, { k, quasiIdentifiers }: DisclosureRule): ReadonlySet<string> {
  const incidentsOf = new Map<string, string[]>(rows.people.map(({ id }) => [id, []]))
  const quasiRows = quasiRowsOf(rows)
  rows.incidents.forEach((incident, at) => {
    const row = quasiRows[at]
    if (row === undefined || incident.people.length === 0) return
    const text = JSON.stringify(
      QUASI_COLUMNS.filter((column) => column !== 'people').map((column) =>
        columnText(row, column, quasiIdentifiers),
      ),
    )
    for (const person of incident.people) incidentsOf.get(person)?.push(text)
  })
  const classes = Map.groupBy(rows.people, (person) =>
    [personText(quasiPerson(person), quasiIdentifiers), ...(incidentsOf.get(person.id) ?? []).sort()].join(
      '\n',
    ),
  )
  return new Set(
    [...classes.values()].flatMap((alike) => (alike.length < k ? alike.map(({ id }) => id) : [])),
  )
}

/** The rows without these people; nobody's incident or claim goes with them. */
export function withoutPeople(rows: BriefRows, gone: ReadonlySet<string>): BriefRows {
  if (gone.size === 0) return rows
  const unlink = <R extends { readonly people: string[] }>(row: R): R => ({
    ...row,
    people: row.people.filter((id) => !gone.has(id)),
  })
  return {
    ...rows,
    incidents: rows.incidents.map(unlink),
    claims: rows.claims.map(unlink),
    people: rows.people.filter(({ id }) => !gone.has(id)),
  }
}
