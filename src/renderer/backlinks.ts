/** Which records name a record, looked up from the other end; made once per state of their collection. */
import type { IncidentRow } from '../shared/ipc/views.ts'

type ById<R> = Readonly<Record<string, R>>
type Links = ReadonlyMap<string, readonly string[]>

const linksByCollection = new WeakMap<object, Map<string, Links>>()

/** Id → ids of the records of `collection` that name it; `name` tells lists of one collection apart. */
function backlinks<R extends { readonly id: string }>(
  collection: ById<R>,
  name: string,
  named: (record: R) => readonly (string | undefined)[],
): Links {
  let lists = linksByCollection.get(collection)
  if (!lists) {
    lists = new Map()
    linksByCollection.set(collection, lists)
  }
  let links = lists.get(name)
  if (!links) {
    const found = new Map<string, string[]>()
    for (const record of Object.values(collection))
      for (const id of new Set(named(record))) {
        if (id === undefined) continue
        const list = found.get(id)
        if (list) list.push(record.id)
        else found.set(id, [record.id])
      }
    links = found
    lists.set(name, links)
  }
  return links
}

/** Person or organisation → incidents in whose acts or involvements it stands. */
export const incidentsByActor = (incidents: ById<IncidentRow>): Links =>
  backlinks(incidents, 'actor', ({ acts, involvements }) => [
    ...acts.map(({ victim }) => victim),
    ...involvements.map(({ who }) => who),
  ])

/** Incident → incidents that are related to it, or said to be the same or perhaps the same, by their own word. */
export const incidentsByIncident = (incidents: ById<IncidentRow>): Links =>
  backlinks(incidents, 'incident', ({ related, duplicateOf, possibleDuplicateOf, mergedInto }) => [
    ...related.map(({ incident }) => incident),
    duplicateOf,
    ...possibleDuplicateOf,
    mergedInto,
  ])

/** Claim → incidents that list it among the claims about them. */
export const incidentsByClaim = (incidents: ById<IncidentRow>): Links =>
  backlinks(incidents, 'claim', ({ claims }) => claims)

/** Organisation → records of a collection that belong to it. */
export const byOrganisation = <R extends { readonly id: string }>(
  collection: ById<R>,
  organisationOf: (record: R) => string | undefined,
): Links => backlinks(collection, 'organisation', (record) => [organisationOf(record)])
