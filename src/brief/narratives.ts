/** What a brief tells of single incidents beside the table, and its people under their pseudonyms. */
import type { BriefData } from '../core/redaction/briefData.ts'
import { hasNarrative, incidentFacts } from '../shared/briefWords/incidentFacts.ts'
import { compareLocalIds, localIdList } from '../shared/briefWords/localIds.ts'
import { ageInWords } from '../shared/briefWords/numberWords.ts'
import { pseudonymInWords } from '../shared/briefWords/personWords.ts'
import type { PageWords, Table } from './briefPage.ts'

export interface Narrative {
  readonly number: string
  /** Accepted texts; null where there is none. */
  readonly title: string | null
  readonly summary: string | null
  readonly facts: readonly string[]
}

/** One for each incident of which there is more than its row, in order of their numbers. */
export function narratives(data: BriefData, { say, label }: PageWords): Narrative[] {
  return data.incidents
    .filter(hasNarrative)
    .sort((a, b) => compareLocalIds(a.id, b.id))
    .map((incident) => ({
      number: incident.id,
      title: incident.title,
      summary: incident.summary,
      facts: incidentFacts(incident, data.people, say, label),
    }))
}

/** People in order of their numbers, with the incidents they stand in. */
export function peopleTable(data: BriefData, { say, label }: PageWords): Table {
  const rows = [...data.people]
    .sort((a, b) => compareLocalIds(a.id, b.id))
    .map((person) => [
      pseudonymInWords(person, say),
      person.roles.map((role) => say(`role.${role}`)).join(say('list.comma')),
      person.ageBand === null ? '' : ageInWords(person.ageBand, say),
      person.sex === null ? '' : label(person.sex),
      localIdList(
        data.incidents.filter(({ people }) => people.includes(person.id)).map(({ id }) => id),
        say,
      ),
    ])
  const columns = (['person', 'roles', 'age', 'sex', 'incidents'] as const).map((name) =>
    say(`column.${name}`),
  )
  return { columns, rows }
}
