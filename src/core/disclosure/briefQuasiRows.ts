/** What the incident rows of a brief show of their quasi-identifiers, and the same rows shown more coarsely. */
import type { BriefIncident } from '../redaction/briefData.ts'
import type { BriefRows } from '../redaction/rows/collectRows.ts'
import type { Coarsening } from './coarsening.ts'
import { coarserAge, coarserCategory, coarserCount, coarserDate, coarserPlace } from './coarsenValues.ts'
import type { QuasiPerson, QuasiRow } from './quasiRow.ts'

/** One for each incident, in their order. */
export function quasiRowsOf({ incidents, people }: Pick<BriefRows, 'incidents' | 'people'>): QuasiRow[] {
  const peopleById = new Map(people.map((person) => [person.id, quasiPerson(person)]))
  return incidents.map((row) => ({
    id: row.id,
    date: row.when,
    place: {
      ...row.place,
      cell: row.cell === null ? null : `${row.cell.south} ${row.cell.west} ${row.cell.size}`,
    },
    counts: { killed: row.killed, injured: row.injured, detained: row.detained, missing: row.missing },
    category: row.violationTypes,
    people: row.people.flatMap((id) => peopleById.get(id) ?? []),
    status: row.status,
    victimGroups: row.victimGroups,
  }))
}

export const quasiPerson = ({ ageBand, sex, roles }: BriefRows['people'][number]): QuasiPerson => ({
  age: ageBand,
  sex,
  roles,
})

/** Applies the steps to incidents, people and the days of actions, which would tell the finer date otherwise. */
export function coarsenRows(rows: BriefRows, coarsening: Coarsening): BriefRows {
  const withoutPeople = coarsening.people === 'none'
  return {
    ...rows,
    incidents: rows.incidents.map((incident) => ({
      ...coarsenIncident(incident, coarsening),
      people: withoutPeople ? [] : incident.people,
    })),
    claims: withoutPeople ? rows.claims.map((claim) => ({ ...claim, people: [] })) : rows.claims,
    people: withoutPeople
      ? []
      : rows.people.map((person) => ({ ...person, ageBand: coarserAge(person.ageBand, coarsening.age) })),
    actions: rows.actions.map((action) => ({ ...action, when: coarserDate(action.when, coarsening.date) })),
  }
}

function coarsenIncident(
  incident: BriefIncident,
  { date, place, count, category }: Coarsening,
): BriefIncident {
  return {
    ...incident,
    when: coarserDate(incident.when, date),
    place: coarserPlace(incident.place, place),
    cell: place === undefined ? incident.cell : null,
    violationTypes: [...coarserCategory(incident.violationTypes, category)],
    killed: coarserCount(incident.killed, count),
    injured: coarserCount(incident.injured, count),
    detained: coarserCount(incident.detained, count),
    missing: coarserCount(incident.missing, count),
  }
}
