/** `place:RU-CE`, `place:Чечня`: what happened in a place, or in one that lies in it. */
import type { Gazetteer } from '../places/Gazetteer.ts'
import { PlaceMatch } from '../places/PlaceMatch.ts'
import { aboutIncidents } from './aboutIncidents.ts'
import { type Fail, fieldsOf, type Query, type QueryWorld } from './queryWorld.ts'

/** @param values codes, or names in any language; a name of several places means all of them. */
export function placeTerm(values: readonly string[], { places, log }: QueryWorld, fail: Fail): Query {
  if (places === null) return () => false
  const named = values.flatMap((value) => {
    const codes = codesNamed(value, places)
    return codes.length === 0 ? fail('query/place-unknown', value) : codes
  })
  const match = new PlaceMatch(named, places)
  return aboutIncidents(log, (record) => {
    const { where } = fieldsOf(record)
    return where !== undefined && match.matches(where)
  })
}

function codesNamed(value: string, places: Gazetteer): readonly string[] {
  // A code needs no search through all names of the world.
  const code = [value, value.toUpperCase()].find((each) => places.has(each))
  return code === undefined ? places.findPlace(value) : [code]
}
