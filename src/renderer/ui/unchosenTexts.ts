/** Fields of a form that hold a text of which nothing was chosen: saving the form would drop it without a word. */
import { createContext, useContext, useLayoutEffect } from 'react'

/** Each says what is wrong beside its field. */
export type UnchosenTexts = Set<() => void>

/** Null outside a form that asks. */
export const UnchosenContext = createContext<UnchosenTexts | null>(null)

/** Tells the form around a field as long as it holds such a text. `show` must not change between renders. */
export function useUnchosenText(isUnchosen: boolean, show: () => void): void {
  const texts = useContext(UnchosenContext)
  useLayoutEffect(() => {
    if (texts === null || !isUnchosen) return
    texts.add(show)
    return () => {
      texts.delete(show)
    }
  }, [texts, isUnchosen, show])
}

/** Lets every such field say so; returns how many there are. A form that has any is not to be saved. */
export function showUnchosen(texts: UnchosenTexts): number {
  for (const show of texts) show()
  return texts.size
}
