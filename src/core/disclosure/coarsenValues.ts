/**
 * One step of coarsening for each kind of value, by the policies of redaction. Each takes what is shown already, never
 * the record: what the coarser brief says can be worked out from what the finer one said. `undefined` as a step changes
 * nothing.
 */
import { type AgeBand, widerBand } from '../redaction/policies/age.ts'
import { coarsenCategory } from '../redaction/policies/category.ts'
import { coarsenShownCount } from '../redaction/policies/count.ts'
import { coarsenDate } from '../redaction/policies/date.ts'
import type { Coarsening } from './coarsening.ts'
import { PLACE_FIELDS, type QuasiPerson, type QuasiPlace } from './quasiRow.ts'

export function coarserDate(shown: string | null, step: Coarsening['date']): string | null {
  return shown === null || step === undefined ? shown : coarsenDate(shown, step)
}

/** Fields finer than the step become null; a field that the place does not have stays away. */
export function coarserPlace<P extends QuasiPlace>(shown: P, step: Coarsening['place']): P {
  if (step === undefined) return shown
  const kept: ReadonlySet<string> = new Set(
    step === 'none' ? [] : PLACE_FIELDS.slice(PLACE_FIELDS.indexOf(step)),
  )
  const entries = Object.entries(shown).map(([field, value]) => [field, kept.has(field) ? value : null])
  return Object.fromEntries(entries) as P
}

export function coarserCount(shown: string | null, step: Coarsening['count']): string | null {
  return shown === null || step === undefined ? shown : coarsenShownCount(shown, step)
}

/** Codes in order, each once. */
export function coarserCategory(shown: readonly string[], step: Coarsening['category']): readonly string[] {
  if (step === undefined) return shown
  return [...new Set(shown.flatMap((code) => coarsenCategory(code, step) ?? []))].sort()
}

export function coarserAge(shown: AgeBand | null, step: Coarsening['age']): AgeBand | null {
  if (step === undefined) return shown
  return step === 'none' ? null : widerBand(shown)
}

export function coarserPeople(
  people: readonly QuasiPerson[],
  coarsening: Coarsening,
): readonly QuasiPerson[] {
  if (coarsening.people === 'none') return []
  if (coarsening.age === undefined) return people
  return people.map((person) => ({ ...person, age: coarserAge(person.age, coarsening.age) }))
}
