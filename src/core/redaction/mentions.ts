/**
 * Does a text that is to be kept mention anything protected? The first, plain form: folded names, contacts and
 * places of records that stay behind, whole words. Inflection and transliteration come with the reviewed texts.
 */
import { foldText } from '../foldText.ts'
import type { Canary } from './briefData.ts'

export type MentionCheck = (text: string) => boolean

const words = (folded: string): string => ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/** A check against the identity values of a log; values of one or two letters count as whole words too. */
export function mentionCheck(canaries: readonly Canary[]): MentionCheck {
  const names = canaries.filter((c) => c.protected === 'identity').map((c) => words(foldText(c.value)))
  const wanted = [...new Set(names)].filter((name) => name.trim() !== '')
  return (text) => {
    const folded = words(foldText(text))
    return wanted.some((name) => folded.includes(name))
  }
}
