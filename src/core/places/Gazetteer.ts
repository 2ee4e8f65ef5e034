/**
 * Places by code and by name: the shipped table and, laid over it, the places of a log. Names are found folded; what
 * several places are called is answered with all of them, never guessed. Pure: built from a table that others load.
 */
import { regularAdjectives } from './adjectives.ts'
import { barePlace, foldPlace } from './foldPlace.ts'
import { NameIndex, type NameMatch } from './NameIndex.ts'
import type { OwnPlace } from './ownPlace.ts'
import { entryOfOwn, entryOfRow, namesOfOwn, type PlaceEntry, type PlaceLevel } from './placeEntry.ts'
import type { PlaceLanguage, PlaceTable } from './placeTable.ts'

export interface FindContext {
  /** ISO 3166-1 alpha-2: only this country and what lies in it. */
  readonly country?: string | undefined
  readonly levels?: readonly PlaceLevel[]
}

export class Gazetteer {
  readonly #entries: ReadonlyMap<string, PlaceEntry>
  /** Names that the log adds to places of the table. */
  readonly #moreNames: ReadonlyMap<string, readonly string[]>
  readonly #under: Gazetteer | null
  readonly #names: NameIndex
  readonly #children: ReadonlyMap<string, readonly PlaceEntry[]>

  private constructor(
    entries: ReadonlyMap<string, PlaceEntry>,
    moreNames: ReadonlyMap<string, readonly string[]>,
    under: Gazetteer | null,
  ) {
    this.#entries = entries
    this.#moreNames = moreNames
    this.#under = under
    this.#children = Map.groupBy(entries.values(), ({ parent }) => parent ?? '')
    const country = (code: string) => this.atLevel(code, 'country')
    this.#names = new NameIndex([
      ...entries
        .values()
        .map(({ code, all, codes }) => ({ code, country: country(code), names: all, codes })),
      ...moreNames.entries().map(([code, names]) => ({ code, country: country(code), names, codes: [] })),
    ])
  }

  /** The shipped table alone. */
  static ofTable(table: PlaceTable): Gazetteer {
    const parents = new Map(table.places.map((row) => [row.code, row.in ?? null]))
    const entries = new Map(table.places.map((row) => [row.code, entryOfRow(row, parents)]))
    return new Gazetteer(entries, new Map(), null)
  }

  /** The same with the places of a log; costs what the log adds. */
  withOwn(places: Readonly<Record<string, OwnPlace>>): Gazetteer {
    const own = Object.values(places)
    if (own.length === 0) return this
    const isOther = ({ sameAs }: OwnPlace) => sameAs === undefined || !this.has(sameAs)
    const entries = own.filter(isOther).map((place) => entryOfOwn(place, places, (code) => this.has(code)))
    const moreNames = new Map(
      Map.groupBy(
        own.filter((place) => !isOther(place)),
        ({ sameAs }) => sameAs ?? '',
      )
        .entries()
        .map(([code, all]) => [code, all.flatMap(namesOfOwn)]),
    )
    return new Gazetteer(new Map(entries.map((entry) => [entry.code, entry])), moreNames, this)
  }

  has(code: string): boolean {
    return this.#entry(code) !== undefined
  }

  /** Undefined for a code that nobody knows. */
  levelOf(code: string): PlaceLevel | undefined {
    return this.#entry(code)?.level
  }

  /** The next larger place; null for the world and for a code that nobody knows. */
  parentOf(code: string): string | null {
    return this.#entry(code)?.parent ?? null
  }

  /** The place and all it lies in: town, admin2, admin1, country, subregion, region, world. Empty for an unknown code. */
  chainOf(code: string): readonly string[] {
    const chain: string[] = []
    // A place of the log may have been put into itself: each stands in the chain once.
    for (let at: string | null = this.has(code) ? code : null; at !== null && !chain.includes(at); ) {
      chain.push(at)
      at = this.parentOf(at)
    }
    return chain
  }

  /** The place of that level that `code` is or lies in; null when there is none. */
  atLevel(code: string, level: PlaceLevel): string | null {
    return this.chainOf(code).find((each) => this.levelOf(each) === level) ?? null
  }

  /** Is `code` that place, or does it lie in it? */
  isWithin(code: string, outer: string): boolean {
    return this.chainOf(code).includes(outer)
  }

  /** Places that lie directly in this one. */
  childrenOf(code: string): readonly string[] {
    const here = (this.#children.get(code) ?? []).map((entry) => entry.code)
    return this.#under === null ? here : [...this.#under.childrenOf(code), ...here]
  }

  /** The name in a language, else in English, else any; null for an unknown code. */
  nameOf(code: string, language: PlaceLanguage): string | null {
    const entry = this.#entry(code)
    return entry === undefined ? null : (entry.names[language] ?? entry.names.en ?? entry.all[0] ?? null)
  }

  /** Every name and spelling in every language, without the adjectives. */
  allNames(code: string): readonly string[] {
    const entry = this.#entry(code)
    return entry === undefined ? [] : [...new Set([...entry.all, ...this.#addedNames(code)])]
  }

  /**
   * Russian adjectives in the masculine singular: those that are listed, else those that its Russian names form by
   * rule. `adjectiveForms` has their cases and genders.
   */
  adjectivesOf(code: string): readonly string[] {
    const listed = this.#entry(code)?.adjectives ?? []
    return listed.length > 0 ? listed : [...new Set(this.allNames(code).flatMap(regularAdjectives))]
  }

  /**
   * Codes of the places that are called so, in the context: those whose name is the typed one, and where there are none
   * those that are called so but for words like "governorate". More than one: the name alone does not tell.
   */
  findPlace(typed: string, context: FindContext = {}): readonly string[] {
    const exact = this.#named(foldPlace(typed), 'exact', context)
    return exact.length > 0 ? exact : this.#named(barePlace(typed), 'bare', context)
  }

  /** Makes names ready for {@link findPlace} in short steps: the first search through all of them takes half a second. */
  *foldNames(): Generator<undefined, void, void> {
    if (this.#under !== null) yield* this.#under.foldNames()
    yield* this.#names.foldAll()
  }

  #named(key: string, match: NameMatch, { country, levels }: FindContext): readonly string[] {
    const found = this.#lookUp(key, match, country)
    if (levels === undefined) return found
    return found.filter((code) => levels.some((level) => level === this.levelOf(code)))
  }

  #lookUp(key: string, match: NameMatch, country: string | undefined): readonly string[] {
    const here = this.#names.find(key, match, country)
    const under = this.#under === null ? [] : this.#under.#lookUp(key, match, country)
    return [...new Set([...under, ...here])]
  }

  #entry(code: string): PlaceEntry | undefined {
    return this.#entries.get(code) ?? (this.#under === null ? undefined : this.#under.#entry(code))
  }

  #addedNames(code: string): readonly string[] {
    const here = this.#moreNames.get(code) ?? []
    return this.#under === null ? here : [...this.#under.#addedNames(code), ...here]
  }
}
