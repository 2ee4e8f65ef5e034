/**
 * "Has this happened before?": finds incidents alike by their traits. Every trait lists the incidents that have it, so
 * that one question reads a few lists and compares no pairs. Merged and duplicate incidents are the one they stand for,
 * and never an answer themselves.
 */
import type { DaySpan } from '../edtfDays.ts'
import { edtfSpan } from '../edtfSpan.ts'
import { foldText } from '../foldText.ts'
import type { PutsOf } from '../putsOf.ts'
import { ReverseLinks } from '../sourcing/ReverseLinks.ts'
import {
  type ComparedIncident,
  type ComparedPerson,
  personsOf,
  type Trait,
  traitsOf,
} from './incidentTraits.ts'
import type { SimilarIncident, SimilarityReason } from './similarIncident.ts'

export interface ComparedCollections {
  readonly incidents: Readonly<Record<string, ComparedIncident>>
  readonly persons: Readonly<Record<string, ComparedPerson>>
}

/** What of a change of the log it takes in. */
export type IncidentPut = PutsOf<{ incidents: ComparedIncident; persons: ComparedPerson }>

/** Less than this is chance: the same country alone, for example. */
const LEAST_SCORE = 0.2
/** Incidents that lists still name though they were changed, before all lists are made anew. */
const MOST_OUTDATED = 10_000

interface Listed {
  readonly incident: ComparedIncident
  /** Its number in the lists; another one after each change. */
  readonly number: number
}

export class SimilarityIndex {
  readonly #persons = new Map<string, ComparedPerson>()
  readonly #incidentsByPerson = new ReverseLinks()
  readonly #listed = new Map<string, Listed>()
  /** Number → id; null once it is outdated. */
  #numbered: (string | null)[] = []
  #numbersByTrait = new Map<string, number[]>()
  readonly #folded = new Map<string, string>()
  #revision = 0

  /** Reads a log as it is, once. */
  constructor({ incidents, persons }: ComparedCollections) {
    for (const person of Object.values(persons)) this.#persons.set(person.id, person)
    for (const incident of Object.values(incidents)) this.#putIncident(incident.id, incident)
  }

  /** Another number after each change of an incident, or of a person. */
  get revision(): number {
    return this.#revision
  }

  /** Takes in a change of the log. Costs the traits of what was changed. */
  apply(change: readonly IncidentPut[]): void {
    for (const put of change) {
      if (put.kind === 'incidents') this.#putIncident(put.id, put.record)
      else if (put.kind === 'persons') this.#putPerson(put.id, put.record)
    }
  }

  /**
   * Incidents like this one, most alike first, at most `limit`. With `only` `earlier`, none but those whose last
   * possible day lies before this one's first.
   */
  similarTo(incidentId: string, limit: number, only?: 'earlier'): readonly SimilarIncident[] {
    const incident = this.#listed.get(incidentId)?.incident
    if (incident === undefined) return []
    const traits = this.#traits(incident)
    const whole = traits.reduce((sum, trait) => sum + trait.weight, 0)
    const scores = new Float64Array(this.#numbered.length)
    for (const { key, weight } of traits)
      for (const number of this.#numbersByTrait.get(key) ?? [])
        scores[number] = (scores[number] ?? 0) + weight
    const span = edtfSpan(incident.when)
    const best: { readonly id: string; readonly score: number; readonly when: SimilarIncident['when'] }[] = []
    for (const [number, sum] of scores.entries()) {
      const score = sum / whole
      const last = best.at(-1)
      if (score < LEAST_SCORE || (best.length === limit && last !== undefined && score < last.score)) continue
      const id = this.#numbered[number]
      if (id === null || id === undefined || id === incidentId) continue
      const other = this.#listed.get(id)?.incident
      if (other === undefined || isStandIn(other, incident)) continue
      const when = orderOf(edtfSpan(other.when), span)
      if (only !== undefined && when !== only) continue
      const at = best.findIndex((each) => each.score < score || (each.score === score && id < each.id))
      best.splice(at < 0 ? best.length : at, 0, { id, score, when })
      if (best.length > limit) best.pop()
    }
    return best.map(({ id, score, when }) => ({ incident: id, score, when, why: this.#why(traits, id) }))
  }

  #putIncident(id: string, record: ComparedIncident | null): void {
    this.#revision += 1
    const before = this.#listed.get(id)
    if (before !== undefined) this.#numbered[before.number] = null
    this.#incidentsByPerson.move(
      id,
      before === undefined ? [] : personsOf(before.incident),
      record === null ? [] : personsOf(record),
    )
    if (record === null) this.#listed.delete(id)
    else this.#list(record)
    if (this.#numbered.length - this.#listed.size > MOST_OUTDATED) this.#renumber()
  }

  #putPerson(id: string, record: ComparedPerson | null): void {
    this.#revision += 1
    if (record === null) this.#persons.delete(id)
    else this.#persons.set(id, record)
    for (const incident of [...this.#incidentsByPerson.of(id)])
      this.#putIncident(incident, this.#listed.get(incident)?.incident ?? null)
  }

  #list(incident: ComparedIncident): void {
    const number = this.#numbered.length
    this.#numbered.push(incident.id)
    this.#listed.set(incident.id, { incident, number })
    for (const key of new Set(this.#traits(incident).map((trait) => trait.key))) {
      const numbers = this.#numbersByTrait.get(key)
      if (numbers) numbers.push(number)
      else this.#numbersByTrait.set(key, [number])
    }
  }

  #renumber(): void {
    const incidents = [...this.#listed.values()].map((each) => each.incident)
    this.#numbered = []
    this.#numbersByTrait = new Map()
    for (const incident of incidents) this.#list(incident)
  }

  #traits(incident: ComparedIncident): readonly Trait[] {
    return traitsOf(
      incident,
      (id) => this.#persons.get(id),
      (text) => this.#fold(text),
    )
  }

  /** Places and tags return again and again, and folding is dear. */
  #fold(text: string): string {
    let folded = this.#folded.get(text)
    if (folded === undefined) {
      folded = foldText(text)
      this.#folded.set(text, folded)
    }
    return folded
  }

  #why(traits: readonly Trait[], otherId: string): readonly SimilarityReason[] {
    const other = this.#listed.get(otherId)?.incident
    const keys = new Set(other === undefined ? [] : this.#traits(other).map((trait) => trait.key))
    const shared = traits.filter((trait) => keys.has(trait.key))
    const values = Map.groupBy(shared, (trait) => trait.code)
    const same = new Set(values.get('same-kind')?.map((trait) => trait.value))
    return ORDER.flatMap((code) => {
      // What is the same is related as well, and a district lies in its region: told once.
      if (code === 'same-region' && values.has('same-district')) return []
      if (code === 'same-country' && (values.has('same-district') || values.has('same-region'))) return []
      const told = values.get(code)?.map((trait) => trait.value) ?? []
      const kept = [
        ...new Set(code === 'related-kind' ? told.filter((value) => !same.has(value)) : told),
      ].sort()
      return kept.length === 0 ? [] : [{ code, values: kept }]
    })
  }
}

const ORDER: readonly SimilarityReason['code'][] = [
  'same-kind',
  'related-kind',
  'same-victims',
  'same-district',
  'same-region',
  'same-country',
  'same-perpetrator',
  'same-method',
  'same-tags',
]

/** Was this one merged, or is it a duplicate: of the incident in question or of any other? */
const isStandIn = (other: ComparedIncident, incident: ComparedIncident): boolean =>
  other.mergedInto !== undefined ||
  other.duplicateOf !== undefined ||
  incident.mergedInto === other.id ||
  incident.duplicateOf === other.id

function orderOf(other: DaySpan | null, span: DaySpan | null): SimilarIncident['when'] {
  const isBefore = (a: DaySpan | null, b: DaySpan | null) =>
    typeof a?.latest === 'string' && typeof b?.earliest === 'string' && a.latest < b.earliest
  if (isBefore(other, span)) return 'earlier'
  return isBefore(span, other) ? 'later' : 'undecided'
}
