/** Where the words of a query are looked for when the window does not hold the texts of the records itself. */
import { useEffect, useState } from 'react'
import type { HoldsWords } from '../../core/query.ts'
import { isRowKind } from '../../shared/ipc/rows.ts'
import { recordsWithWords, useSearchProgress } from '../search/logSearch.ts'

export interface FoundWords {
  readonly words: readonly string[]
  /** Among which they were looked for. */
  readonly records: object
  readonly holds: HoldsWords
}

export interface WordsAnswer {
  /** What was found last of the words of a query; null before the first time. */
  readonly found: FoundWords | null
  /** The thread that has the texts does not answer: what the rows say is a part, and would be taken for all. */
  readonly isUnanswered: boolean
}

/** Looks for the words of a query, and anew after each change of the records. */
export function useFoundWords(kind: string, words: readonly string[], records: object): WordsAnswer {
  const [found, setFound] = useState<FoundWords | null>(null)
  const [unanswered, setUnanswered] = useState<readonly string[] | null>(null)
  const isSearching = useSearchProgress() !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a search that begins again can be asked again
  useEffect(() => {
    if (!isRowKind(kind) || words.length === 0) return
    let isWanted = true
    void recordsWithWords(kind, words).then((idsByWord) => {
      if (!isWanted) return
      setUnanswered(idsByWord === null ? words : null)
      if (idsByWord !== null) setFound({ words, records, holds: holdsOf(idsByWord) })
    })
    return () => {
      isWanted = false
    }
  }, [kind, words, records, isSearching])
  return { found, isUnanswered: unanswered !== null && unanswered === words }
}

const holdsOf =
  (idsByWord: ReadonlyMap<string, ReadonlySet<string>>): HoldsWords =>
  (folded) =>
  ({ id }) =>
    idsByWord.get(folded)?.has(id) ?? false
