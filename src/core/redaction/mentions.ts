/**
 * Does a text that is to be kept mention anything protected? Answers for whole texts, where a mention means that the
 * text stays behind: sentences written for release, public contacts, names of divisions, codes and labels of the user's
 * own. What was found and where is the finder's to say (mentions/mentionFinder.ts). Numbers and addresses that are
 * nobody's secret may stand in such texts; exact days are left to the release gate.
 */
import { foldText } from '../foldText.ts'
import type { Canary } from './briefData.ts'
import { finderOf } from './mentions/mentionFinder.ts'
import { protectedNames } from './mentions/protectedNames.ts'

/**
 * `inside`: values of four letters or more also inside longer words, as the release gate looks for them; too much is
 * better than too little. `words`: words and their forms only, for names of places, where "governor" would else forbid
 * every governorate.
 */
export type MentionCheck = (text: string, how: 'inside' | 'words') => boolean

const SHORTEST_INSIDE = 4

/**
 * A check against the protected values of a log. `published` are names of divisions and countries a brief may say:
 * a place called like its region is no exact place. Answers are kept, since a log repeats few texts many times.
 */
export function mentionCheck(canaries: readonly Canary[], published: readonly string[] = []): MentionCheck {
  const names = protectedNames(canaries, {
    published,
    placeParts: false,
    commonParts: false,
    places: true,
    aliases: [],
  })
  const finder = finderOf(names, false)
  const inside = insideCheck(names.words.values())
  const known = new Map<string, boolean>()
  return (text, how) => {
    const key = `${how} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = finder.find(text).length > 0 || (how === 'inside' && inside(text))
    known.set(key, found)
    return found
  }
}

/** Does a text hold one of the values in its folded words, as part of a longer one too? */
function insideCheck(values: Iterable<string>): (text: string) => boolean {
  const byStart = new Map<string, string[]>()
  for (const value of values) {
    if (value.length < SHORTEST_INSIDE) continue
    const start = value.slice(0, SHORTEST_INSIDE)
    byStart.set(start, [...(byStart.get(start) ?? []), value])
  }
  return (text) => {
    const folded = foldText(text).replace(/[^\p{L}\p{N}]+/gu, ' ')
    for (let at = 0; at + SHORTEST_INSIDE <= folded.length; at += 1) {
      const values = byStart.get(folded.slice(at, at + SHORTEST_INSIDE))
      if (values?.some((value) => folded.startsWith(value, at))) return true
    }
    return false
  }
}
