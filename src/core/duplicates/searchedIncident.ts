/** Of an incident what the search for duplicates reads, and nothing else: it is told to a thread of its own. */
import type { Incident } from '../incident.ts'
import type { SearchedIncident } from './DuplicateSearch.ts'

export function searchedIncident(incident: Incident): SearchedIncident {
  const { id, title, summary, when, where, violationTypes, acts, involvements, counts } = incident
  const { mergedInto, duplicateOf, possibleDuplicateOf, notDuplicateOf, related } = incident
  return {
    ...{ id, title, summary, when, where, violationTypes, acts, involvements, counts },
    ...{ mergedInto, duplicateOf, possibleDuplicateOf, notDuplicateOf, related },
  }
}
