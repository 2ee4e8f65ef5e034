/**
 * Codes of places by folded name. Built a country at a time, when its names are first asked for: folding all names of
 * the world takes half a second, and a log speaks of few countries.
 */
import { barePlace, foldPlace } from './foldPlace.ts'

export interface NamedPlace {
  readonly code: string
  /** ISO 3166-1 alpha-2 of the country it is or lies in; null for parts of the world. */
  readonly country: string | null
  readonly names: readonly string[]
  /** Codes by which it may be named; they are never shortened. */
  readonly codes: readonly string[]
}

/** `exact`: the name. `bare`: the name but for words that say what kind of place it is. */
export type NameMatch = 'exact' | 'bare'

type Codes = ReadonlyMap<string, readonly string[]>
type Folded = Readonly<Record<NameMatch, Codes>>

/** Places of the world as a whole: its parts. */
const NOWHERE = ''

export class NameIndex {
  readonly #placesByCountry: ReadonlyMap<string, readonly NamedPlace[]>
  readonly #foldedByCountry = new Map<string, Folded>()

  constructor(places: readonly NamedPlace[]) {
    this.#placesByCountry = Map.groupBy(places, ({ country }) => country ?? NOWHERE)
  }

  /** Codes of the places called so: in one country, or anywhere. */
  find(key: string, match: NameMatch, country: string | undefined): readonly string[] {
    if (key === '') return []
    const countries = country === undefined ? [...this.#placesByCountry.keys()] : [country]
    return countries.flatMap((each) => this.#foldedIn(each)[match].get(key) ?? [])
  }

  /** Folds the names of a country at each step, until all can be found at once. */
  *foldAll(): Generator<undefined, void, void> {
    for (const country of this.#placesByCountry.keys()) {
      this.#foldedIn(country)
      yield
    }
  }

  #foldedIn(country: string): Folded {
    let folded = this.#foldedByCountry.get(country)
    if (folded === undefined) {
      folded = foldNames(this.#placesByCountry.get(country) ?? [])
      this.#foldedByCountry.set(country, folded)
    }
    return folded
  }
}

function foldNames(places: readonly NamedPlace[]): Folded {
  const exact = new Map<string, string[]>()
  const bare = new Map<string, string[]>()
  for (const { code, names, codes } of places) {
    for (const name of names) {
      push(exact, foldPlace(name), code)
      push(bare, barePlace(name), code)
    }
    for (const each of codes) push(exact, foldPlace(each), code)
  }
  return { exact, bare }
}

function push(map: Map<string, string[]>, key: string, code: string): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [code])
  else if (list.at(-1) !== code) list.push(code)
}
