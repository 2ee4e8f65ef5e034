/** What has to be there before a query can be answered; read from its text alone. */
import { parseQuery } from '../query.ts'
import { NO_WORLD } from './queryWorld.ts'

export interface QueryNeeds {
  /** Folded words that it looks for in texts, each by itself. */
  readonly words: readonly string[]
  /** Records that others hang together with. */
  readonly log: boolean
  /** The gazetteer. */
  readonly places: boolean
}

/** The needs of a query; none of what cannot be read. */
export function queryNeeds(text: string): QueryNeeds {
  const words = new Set<string>()
  const needs = { log: false, places: false }
  const world = {
    ...NO_WORLD,
    get log() {
      needs.log = true
      return null
    },
    get places() {
      needs.places = true
      return null
    },
  }
  const holds = (folded: string) => {
    // Nothing stands in every text.
    if (folded !== '') words.add(folded)
    return () => true
  }
  parseQuery(text, holds, world)
  return { words: [...words], ...needs }
}
