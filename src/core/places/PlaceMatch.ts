/**
 * Is the place of an incident one of these, or does it lie in one? Asked of every incident of a log, of which many are
 * in one region: each region is resolved once, and finer names are looked at only where they can make a difference.
 */
import type { Place } from '../incident.ts'
import type { Gazetteer } from './Gazetteer.ts'
import { resolvePlace } from './resolvePlace.ts'

/** A country and division, as somebody typed them. */
interface Region {
  /** The division, or else the country; null when neither is known. */
  readonly code: string | null
  readonly country: string | undefined
  readonly isIn: boolean
  /** Does one of the places lie in it, so that a district or town tells? */
  readonly isFinerNeeded: boolean
}

export class PlaceMatch {
  readonly #named: ReadonlySet<string>
  readonly #gazetteer: Gazetteer
  /** By country, then by division, as they were typed: joined into one key they would cost more than the answer. */
  readonly #regions = new Map<string, Map<string, Region>>()
  readonly #finer = new Map<string, boolean>()

  /** @param named codes of the places. */
  constructor(named: readonly string[], gazetteer: Gazetteer) {
    this.#named = new Set(named)
    this.#gazetteer = gazetteer
  }

  matches(where: Place): boolean {
    const region = this.#regionOf(where)
    if (region.isIn || !region.isFinerNeeded) return region.isIn
    return [where.admin2, where.name].some((typed) => typed !== undefined && this.#isFinerIn(region, typed))
  }

  #regionOf(where: Place): Region {
    const { country = '', admin1 = '' } = where
    let ofCountry = this.#regions.get(country)
    if (ofCountry === undefined) {
      ofCountry = new Map()
      this.#regions.set(country, ofCountry)
    }
    let region = ofCountry.get(admin1)
    if (region === undefined) {
      region = this.#resolve(where)
      ofCountry.set(admin1, region)
    }
    return region
  }

  #resolve(where: Place): Region {
    const { country, admin1Code } = resolvePlace(where, this.#gazetteer)
    const code = admin1Code ?? country
    return {
      code,
      country: country ?? undefined,
      isIn: [country, admin1Code].some((each) => each !== null && this.#isIn(each)),
      isFinerNeeded: code === null || [...this.#named].some((each) => this.#gazetteer.isWithin(each, code)),
    }
  }

  /** A district or town counts where its name is that of one place alone. */
  #isFinerIn({ code, country }: Region, typed: string): boolean {
    const key = `${code ?? ''}\n${typed}`
    let answer = this.#finer.get(key)
    if (answer === undefined) {
      const found = this.#gazetteer
        .findPlace(typed, { country, levels: ['admin2', 'town'] })
        .filter((each) => code === null || this.#gazetteer.isWithin(each, code))
      answer = found.length === 1 && found.every((each) => this.#isIn(each))
      this.#finer.set(key, answer)
    }
    return answer
  }

  #isIn(code: string): boolean {
    return this.#gazetteer.chainOf(code).some((each) => this.#named.has(each))
  }
}
