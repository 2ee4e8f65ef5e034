/**
 * Does a text that is to be kept mention anything protected? The first, plain form: names and their parts, code names,
 * contacts, exact places, folded. Transliteration and full inflection come with the reviewed texts; exact days are
 * left to the release gate, which knows how five languages write them.
 */
import { foldText } from '../foldText.ts'
import type { Canary } from './briefData.ts'

/**
 * `inside`: values of four letters or more anywhere, as the release gate looks for them, so that inflected and joined
 * forms are met; too much is better than too little. `words`: whole words only, for names of places, where "governor"
 * would else forbid every governorate.
 */
export type MentionCheck = (text: string, how: 'inside' | 'words') => boolean

/** Values of this length count as whole words only; shorter ones are initials, which betray nobody. */
const SHORTEST_NAME = 3

const words = (folded: string): string => ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/**
 * A check against the protected values of a log. `published` are names of divisions and countries a brief may say:
 * a place called like its region is no exact place. Answers are kept, since a log repeats few texts many times.
 */
export function mentionCheck(canaries: readonly Canary[], published: readonly string[] = []): MentionCheck {
  const allowed = published.map((name) => words(foldText(name))).join('\n')
  const places = canaries
    .filter((canary) => isExactPlace(canary))
    .map((canary) => words(foldText(canary.value)))
  const names = canaries.flatMap(nameForms).map((name) => words(foldText(name)))
  const wanted = [...new Set([...names, ...places.filter((place) => !allowed.includes(place))])]
    .map((name) => name.trim())
    .filter((name) => name.length >= SHORTEST_NAME || /\p{Script=Han}/u.test(name))
  const known = new Map<string, boolean>()
  return (text, how) => {
    const key = `${how} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const folded = words(foldText(text))
    const found = wanted.some((name) => stands(folded, name, how))
    known.set(key, found)
    return found
  }
}

function stands(folded: string, name: string, how: 'inside' | 'words'): boolean {
  if (folded.includes(` ${name} `)) return true
  return how === 'inside' && name.length > SHORTEST_NAME && folded.includes(name)
}

/** A person's names one by one too: a surname alone is as good as the whole. */
function nameForms({ protected: kind, value, where }: Canary): readonly string[] {
  if (where.kind === 'persons' && where.field === 'codeName') return [value]
  if (kind !== 'identity') return []
  const isName =
    where.kind === 'persons'
      ? !where.field.startsWith('contacts')
      : where.kind === 'sources' && where.field === 'name'
  // "the Petrov family": small words of a name are words.
  const parts = value.split(/[\s,;-]+/u).filter((part) => !/^\p{Ll}/u.test(part))
  return isName ? [value, ...parts] : [value]
}

/** "Lenina street 5", but not "at home". */
export function isExactPlace({ value, where }: Canary): boolean {
  return (
    where.kind === 'incidents' &&
    /^where\.(?:text|name|admin2)$/.test(where.field) &&
    /\p{Lu}|\d/u.test(value)
  )
}
