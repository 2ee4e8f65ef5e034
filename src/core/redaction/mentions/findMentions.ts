/**
 * Mentions of names and numbers among the words of a text: single words, phrases, words that were broken over lines
 * or spaced out, phone numbers in whatever grouping.
 */
import { asciiDigits } from './digits.ts'
import type { MentionReason, MentionSpan, MentionToken } from './mentionSpan.ts'
import type { Phrase } from './nameWords.ts'
import type { ProtectedNames } from './protectedNames.ts'
import type { WordPlace } from './scanWords.ts'
import type { WordMatch, WordMatcher } from './WordMatcher.ts'

export interface FoundText {
  readonly text: string
  readonly words: readonly WordPlace[]
}

/** Every mention; spans may overlap and are not in order. */
export function findMentions(
  found: FoundText,
  matcher: WordMatcher,
  { numbers }: ProtectedNames,
): MentionSpan[] {
  const spans: MentionSpan[] = []
  const { text, words } = found
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (word === undefined) continue
    const matches = matcher.match(word.raw)
    if (matches.length > 0) pushMatches(spans, found, at, matches, matcher)
    else if (isTechnical(text, word)) pushInside(spans, matcher, word)
    const next = words[at + 1]
    if (next !== undefined && isHyphen(text, word.end, next.start)) pushJoined(spans, matcher, [word, next])
    if (isLetter(word.raw)) {
      pushSpaced(
        spans,
        matcher,
        runFrom(found, at, (place, gap) => isLetter(place.raw) && LETTER_GAP.test(gap)),
      )
    } else if (numbers.size > 0 && isDigits(word.raw)) {
      const run = runFrom(found, at, (place, gap) => isDigits(place.raw) && PHONE_GAP.test(gap))
      pushNumber(spans, numbers, run)
    }
  }
  return spans
}

function pushMatches(
  spans: MentionSpan[],
  found: FoundText,
  at: number,
  matches: readonly WordMatch[],
  matcher: WordMatcher,
): void {
  const { start = 0, end = 0 } = found.words[at] ?? {}
  const single = matches.find((match) => match.isSure && match.word.alone !== null)
  if (single?.word.alone) spans.push(...placesOf(start, end, single.word.alone, single.why, matches))
  const next = found.words[at + 1]
  if (next === undefined || matches.every((match) => match.word.phrases.size === 0)) return
  const seconds = matcher.match(next.raw)
  for (const { word, why } of matches) {
    for (const second of seconds) {
      for (const phrase of word.phrases.get(second.word) ?? []) {
        const last = phraseEnd(found, at, phrase, matcher)
        if (last !== null) spans.push({ start, end: last, token: phrase.token, why })
      }
    }
  }
}

const SIGNS: ReadonlySet<number> = new Set([...'._@/\\#~='].map((sign) => sign.charCodeAt(0)))
const AT_SIGN = 0x40
const ALNUM = /[\p{L}\p{N}]/u

/** Part of a file name, an address, an account: signs instead of spaces around it, or digits among its letters. */
function isTechnical(text: string, { raw, start, end, isMixed }: WordPlace): boolean {
  if (raw.length < SHORTEST_JOINED) return false
  const before = text.charCodeAt(start - 1)
  return (
    isMixed ||
    before === AT_SIGN ||
    (SIGNS.has(text.charCodeAt(end)) && ALNUM.test(text.charAt(end + 1))) ||
    (SIGNS.has(before) && ALNUM.test(text.charAt(start - 2)))
  )
}

function pushInside(spans: MentionSpan[], matcher: WordMatcher, { raw, start, end }: WordPlace): void {
  const match = matcher.matchInside(raw).find((each) => each.word.alone !== null)
  if (match?.word.alone) spans.push({ start, end, token: match.word.alone, why: 'broken' })
}

/** The word, or the names in a run of a script without spaces. */
function placesOf(
  start: number,
  end: number,
  token: MentionToken,
  why: MentionReason,
  matches: readonly WordMatch[],
): MentionSpan[] {
  const inside = matches.flatMap(({ at, word }): MentionSpan[] =>
    at === undefined || word.alone === null
      ? []
      : [{ start: start + at[0], end: start + at[1], token: word.alone, why }],
  )
  const isWhole = matches.some((match) => match.at === undefined && match.isSure && match.word.alone !== null)
  return isWhole ? [{ start, end, token, why }] : inside
}

/** Signs and one line end may stand between the words of a phrase, no full stop and new sentence. */
const LONGEST_GAP = 4

function phraseEnd(
  { text, words }: FoundText,
  from: number,
  phrase: Phrase,
  matcher: WordMatcher,
): number | null {
  let end = words[from]?.end ?? 0
  for (let step = 1; step < phrase.words.length; step += 1) {
    const place = words[from + step]
    if (place === undefined || place.start - end > LONGEST_GAP) return null
    const wanted = phrase.words[step]
    if (!matcher.match(place.raw).some((match) => match.word === wanted && match.why !== 'misspelt'))
      return null
    end = place.end
  }
  return text.slice(words[from]?.start, end).includes('\n\n') ? null : end
}

const SPACE = 0x20
/** A hyphen, the end of a line, and how far the next may be set in. */
const LONGEST_HYPHEN = 80
const HYPHEN = /^[-‐‑\u00ad][\u200b-\u200f]*\s*$/u

function isHyphen(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) === SPACE || to - from > LONGEST_HYPHEN) return false
  return HYPHEN.test(text.slice(from, to))
}

const SHORTEST_JOINED = 4

function pushJoined(spans: MentionSpan[], matcher: WordMatcher, places: readonly WordPlace[]): boolean {
  const [first, last] = [places[0], places.at(-1)]
  const raw = places.map((place) => place.raw).join('')
  if (first === undefined || last === undefined || raw.length < SHORTEST_JOINED) return false
  const match = matcher.match(raw).find((each: WordMatch) => each.isSure && each.word.alone !== null)
  if (!match?.word.alone || match.why === 'misspelt') return false
  spans.push({
    start: first.start,
    end: last.end,
    token: match.word.alone,
    why: 'broken' satisfies MentionReason,
  })
  return true
}

const ONE_LETTER = /^\p{L}[\p{M}\p{Cf}]*$/u
const LETTER_GAP = /^[ \t\u00a0._*·-]{1,3}$/u
const isLetter = (raw: string): boolean => raw.length <= 2 && ONE_LETTER.test(raw)
const isDigits = (raw: string): boolean => raw.length <= 15 && /^\p{N}+$/u.test(raw)
/** No name has more letters, no phone number more groups. */
const LONGEST_RUN = 24

function runFrom(
  { text, words }: FoundText,
  from: number,
  continues: (place: WordPlace, gap: string) => boolean,
): WordPlace[] {
  const first = words[from]
  if (first === undefined) return []
  const run = [first]
  for (let at = from + 1; at < words.length && run.length < LONGEST_RUN; at += 1) {
    const place = words[at]
    const before = run.at(-1)
    if (place === undefined || before === undefined) break
    if (place.start - before.end > 6 || !continues(place, text.slice(before.end, place.start))) break
    run.push(place)
  }
  return run
}

/** "И в а н о в": the longest stretch of single letters from the first of the run that is a name. */
function pushSpaced(spans: MentionSpan[], matcher: WordMatcher, run: readonly WordPlace[]): void {
  for (let to = run.length; to >= SHORTEST_JOINED; to -= 1) {
    if (pushJoined(spans, matcher, run.slice(0, to))) return
  }
}

const PHONE_GAP = /^[\s().\-‐‑–+/]*$/u

/** A protected number among the digits of a run; the run is taken whole, so that no country code is left over. */
function pushNumber(spans: MentionSpan[], numbers: ReadonlySet<string>, run: readonly WordPlace[]): void {
  const digits = asciiDigits(run.map((place) => place.raw).join(''))
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return
  for (const number of [5, 6, 7, 8, 9]) {
    for (let from = 0; from + number <= digits.length; from += 1) {
      if (!numbers.has(digits.slice(from, from + number))) continue
      spans.push({ start: first.start, end: last.end, token: '[contact]', why: 'exact' })
      return
    }
  }
}
