/** Is the window narrow, or enlarged so that it is? The same measure as that of the style sheets. */
import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 50rem)'

export function useIsNarrow(): boolean {
  return useSyncExternalStore(follow, isNarrow, () => false)
}

const isNarrow = (): boolean => matchMedia(NARROW).matches

function follow(listener: () => void): () => void {
  const query = matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
