/**
 * Does a text that is to be kept mention anything protected? The first, plain form: names and contacts, folded.
 * Inflection and transliteration come with the reviewed texts.
 */
import { foldText } from '../foldText.ts'
import type { Canary } from './briefData.ts'

/**
 * `inside`: names of four letters or more anywhere, as the release gate looks for them, so that inflected and joined
 * forms are met; shorter ones as whole words. `words`: whole words only, for names of places, where "governor"
 * would else forbid every governorate.
 */
export type MentionCheck = (text: string, how: 'inside' | 'words') => boolean

/** Shorter names stand in too many ordinary words to be looked for inside them. */
const SHORTEST_INSIDE = 4

const words = (folded: string): string => ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/** A check against the identity values of a log. Answers are kept, since a log repeats few texts many times. */
export function mentionCheck(canaries: readonly Canary[]): MentionCheck {
  const names = canaries.filter((c) => c.protected === 'identity').map((c) => words(foldText(c.value)))
  const asWords = [...new Set(names)].filter((name) => name.trim() !== '')
  const inside = asWords.map((name) => (name.trim().length < SHORTEST_INSIDE ? name : name.trim()))
  const known = new Map<string, boolean>()
  return (text, how) => {
    const key = `${how} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const folded = words(foldText(text))
    const found = (how === 'inside' ? inside : asWords).some((name) => folded.includes(name))
    known.set(key, found)
    return found
  }
}
