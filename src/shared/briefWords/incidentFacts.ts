/** What a brief tells of one incident beside its row in the table: where it was, who was there, which cell of the grid. */
import type { BriefData, BriefIncident } from '../../core/redaction/briefData.ts'
import type { BriefSay } from './briefSay.ts'
import { pseudonymList } from './personWords.ts'

/** Short statements in print order; none for an incident of which a brief shows only the row. */
export function incidentFacts(
  incident: BriefIncident,
  people: BriefData['people'],
  say: BriefSay,
  label: (code: string) => string,
): string[] {
  const facts: string[] = []
  if (incident.placeType !== null)
    facts.push(say('narrative.placeType', { place: label(incident.placeType) }))
  if (incident.victimGroups.length > 0)
    facts.push(
      say('narrative.victimGroups', { list: incident.victimGroups.map(label).join(say('list.comma')) }),
    )
  if (incident.people.length > 0)
    facts.push(say('narrative.people', { list: pseudonymList(incident.people, people, say) }))
  if (incident.cell !== null) {
    const { south, west, size } = incident.cell
    facts.push(say('narrative.cell', { south, north: south + size, west, east: west + size }))
  }
  return facts
}

/** Does a brief tell more of this incident than its row? */
export function hasNarrative(incident: BriefIncident): boolean {
  const { title, summary, placeType, victimGroups, people, cell } = incident
  const shown = [title, summary, placeType, cell].some((each) => each !== null)
  return shown || victimGroups.length > 0 || people.length > 0
}
