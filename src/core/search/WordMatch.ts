/** How a word of a text answers a word that was typed. */
import { formsOf, stemOf } from './wordForms.ts'

/** The better, the smaller. */
export const EXACT = 0
export const FORM = 1
export const BEGINNING = 2
/** Added where the word stands in the body and not in the title. */
export const IN_BODY = 3

export type WordMatch = typeof EXACT | typeof FORM | typeof BEGINNING

/** Tells how a folded word answers the typed one, folded too; null when it does not. */
export function wordMatcher(typed: string): (word: string) => WordMatch | null {
  const forms = formsOf(typed)
  return (word) => {
    if (word === typed) return EXACT
    if (forms?.beginnings.some((each) => word.startsWith(each)) && stemOf(word) === forms.stem) return FORM
    return word.startsWith(typed) ? BEGINNING : null
  }
}
