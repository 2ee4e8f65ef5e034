/** Many texts as one, to ask whether any of them says something. */
import { foldForGate, squeeze } from './canaryForms.ts'
import { standsAlone } from './needleIndex.ts'

export interface Joined {
  readonly plain: string
  readonly words: string
  readonly tight: string
}

/** Folded texts with a mark between them that no value contains: as they are, as words, and squeezed. */
export function joined(texts: readonly string[]): Joined {
  // A brief repeats its codes and places in every row.
  const folded = [...new Set([...new Set(texts)].map(foldForGate))]
  return {
    plain: `\n${folded.join('\n')}\n`,
    words: `\n${folded.map(asWords).join('\n')}\n`,
    tight: `\n${folded.map(squeeze).join('\n')}\n`,
  }
}

/** Words with one space between and around them: "spring-2017" and "spring 2017" are the same. */
const asWords = (folded: string): string => ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/** Does one of the texts say folded words, as whole words? */
export const saysWords = ({ words }: Joined, folded: string): boolean => words.includes(asWords(folded))

/** Does one of the texts say something folded with its signs, since "3-4-2017" is another day than "34 2017"? */
export function saysExactly({ plain }: Joined, folded: string): boolean {
  for (let at = plain.indexOf(folded); at >= 0; at = plain.indexOf(folded, at + 1)) {
    if (standsAlone(plain, at, at + folded.length)) return true
  }
  return false
}
