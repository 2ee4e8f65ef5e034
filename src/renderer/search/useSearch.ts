/** What the search finds for what is typed: what was found last stays until there is something newer. */
import { useEffect, useState } from 'react'
import { type Found, searchLog, useSearchProgress } from './logSearch.ts'

/** More than anybody reads of a list. */
export const MOST_LISTED = 50

const NOTHING: Found = { typed: '', total: 0, places: [] }

/** Looks again when words change, and when there is more to be found or less. */
export function useSearch(typed: string): Found {
  const [found, setFound] = useState(NOTHING)
  const done = useSearchProgress()?.done ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: how far the index is says when to look again
  useEffect(() => {
    if (typed.trim() === '') return setFound(NOTHING)
    let isWanted = true
    void searchLog(typed, MOST_LISTED).then((next) => {
      if (isWanted && next !== null) setFound(next)
    })
    return () => {
      isWanted = false
    }
  }, [typed, done])
  return found
}
