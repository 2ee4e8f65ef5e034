/** Which incidents name a record, looked up from the other end; fed with every change of the log. */
import type { PutsOf } from '../core/putsOf.ts'
import { ReverseLinks } from '../core/sourcing/ReverseLinks.ts'
import type { IncidentRow } from '../shared/ipc/views.ts'

type Incidents = Readonly<Record<string, IncidentRow>>

/** What of a change of the log it takes in. */
export type IncidentRowPut = PutsOf<{ incidents: IncidentRow }>

/** Persons and organisations in whose acts or involvements they stand. */
const actorsOf = ({ acts, involvements }: IncidentRow): readonly string[] => [
  ...acts.flatMap(({ victim }) => victim ?? []),
  ...involvements.flatMap(({ who }) => who ?? []),
]

/** Incidents that it is related to, or says to be the same or perhaps the same. */
const incidentsOf = (incident: IncidentRow): readonly string[] => {
  const { related, duplicateOf, possibleDuplicateOf, mergedInto } = incident
  return [
    ...related.map((each) => each.incident),
    ...possibleDuplicateOf,
    ...(duplicateOf === undefined ? [] : [duplicateOf]),
    ...(mergedInto === undefined ? [] : [mergedInto]),
  ]
}

const claimsOf = ({ claims }: IncidentRow): readonly string[] => claims

export class IncidentLinks {
  readonly #incidents = new Map<string, IncidentRow>()
  readonly #links = [
    { named: actorsOf, naming: new ReverseLinks() },
    { named: incidentsOf, naming: new ReverseLinks() },
    { named: claimsOf, naming: new ReverseLinks() },
  ] as const
  #revision = 0

  /** Reads a log as it is, once. */
  constructor({ incidents }: { readonly incidents: Incidents }) {
    for (const incident of Object.values(incidents)) this.#put(incident.id, incident)
  }

  /** Another number after each change of an incident. */
  get revision(): number {
    return this.#revision
  }

  /** Takes in a change of the log. Costs the links of what was changed. */
  apply(change: readonly IncidentRowPut[]): void {
    for (const put of change) if (put.kind === 'incidents') this.#put(put.id, put.record)
  }

  /** Incidents in whose acts or involvements a person or an organisation stands. */
  ofActor(id: string): readonly string[] {
    return [...this.#links[0].naming.of(id)]
  }

  /** Incidents that name an incident by their own word. */
  ofIncident(id: string): readonly string[] {
    return [...this.#links[1].naming.of(id)]
  }

  /** Incidents that list a claim among those about them. */
  ofClaim(id: string): readonly string[] {
    return [...this.#links[2].naming.of(id)]
  }

  #put(id: string, incident: IncidentRow | null): void {
    this.#revision += 1
    const before = this.#incidents.get(id)
    for (const { named, naming } of this.#links)
      naming.move(id, before === undefined ? [] : named(before), incident === null ? [] : named(incident))
    if (incident === null) this.#incidents.delete(id)
    else this.#incidents.set(id, incident)
  }
}
