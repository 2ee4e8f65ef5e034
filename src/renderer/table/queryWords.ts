/** Where the words of a query are looked for when the window does not hold the texts of the records itself. */
import { useEffect, useState } from 'react'
import { type HoldsWords, parseQuery, searchText } from '../../core/query.ts'
import { isRowKind } from '../../shared/ipc/rows.ts'
import { recordsWithWords } from '../search/logSearch.ts'

/** The folded words that a query looks for, each by itself; none of what cannot be read. */
export function wordsOfQuery(text: string): readonly string[] {
  const words = new Set<string>()
  parseQuery(text, (folded) => {
    // Nothing stands in every text.
    if (folded !== '') words.add(folded)
    return () => true
  })
  return [...words]
}

export interface FoundWords {
  readonly words: readonly string[]
  /** Among which they were looked for. */
  readonly records: object
  readonly holds: HoldsWords
}

/**
 * What was found last of the words of a query; null before the first time. A change of the records is looked for anew.
 */
export function useFoundWords(kind: string, words: readonly string[], records: object): FoundWords | null {
  const [found, setFound] = useState<FoundWords | null>(null)
  useEffect(() => {
    if (!isRowKind(kind) || words.length === 0) return
    let isWanted = true
    void recordsWithWords(kind, words).then((idsByWord) => {
      if (!isWanted) return
      const holds: HoldsWords = (folded) => {
        const ids = idsByWord?.get(folded)
        if (ids !== undefined) return ({ id }) => ids.has(id)
        // Without a search there is what the rows say.
        return (record) => searchText(record).includes(folded)
      }
      setFound({ words, records, holds })
    })
    return () => {
      isWanted = false
    }
  }, [kind, words, records])
  return found
}
