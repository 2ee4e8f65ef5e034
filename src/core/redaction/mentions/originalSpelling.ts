/**
 * "Скотт Хоровитц (Scott Horowitz)": news give a foreign name in its own letters in brackets behind it. No rule of
 * transliteration leads from one to the other, but the place does: words in brackets right behind a name, capitalised,
 * of another alphabet, the first letters of one of them agreeing, are the name once more.
 */
import type { FoundText } from './findMentions.ts'
import { foldWord, scriptOf } from './foldWord.ts'
import type { MentionSpan } from './mentionSpan.ts'

const BRACKETS = /^[\s\u00a0]{0,2}[([]([^()[\]\n]{2,60})[)\]]/u
const MOST_WORDS = 6

/** What a Latin first letter becomes in Russian, whatever the language it is of. */
const FIRST_LETTERS: Readonly<Record<string, string>> = {
  ...{ a: 'аэео', b: 'бв', c: 'кцсчх', d: 'дт', e: 'еэиа', f: 'ф', g: 'гджхй', h: 'хгаеиоуэюя', i: 'иайеё' },
  ...{ j: 'джйхюяеиё', k: 'кх', l: 'лй', m: 'м', n: 'н', o: 'оувэ', p: 'пф', q: 'кч', r: 'рх', s: 'сшз' },
  ...{ t: 'тчцд', u: 'уюао', v: 'вфб', w: 'вуюоэ', x: 'ксзхш', y: 'йиюяеё', z: 'зцжс' },
}

/** Spans of original spellings behind the spans of names. */
export function originalSpellings({ text }: FoundText, spans: readonly MentionSpan[]): MentionSpan[] {
  return spans.flatMap((span): MentionSpan[] => {
    if (span.token !== '[person]') return []
    const match = BRACKETS.exec(text.slice(span.end, span.end + 70))
    const inner = match?.[1]
    if (!match || inner === undefined) return []
    const words = inner.split(/[\s.\-‐‑]+/u).filter((word) => word !== '')
    if (words.length > MOST_WORDS || !isSpelling(words, text.slice(span.start, span.end))) return []
    const start = span.end + match[0].length - inner.length - 1
    return [{ start, end: start + inner.length, token: '[person]', why: 'neighbour' }]
  })
}

function isSpelling(words: readonly string[], name: string): boolean {
  const names = name.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '')
  const script = scriptOf(foldWord(name))
  const others = words.filter((word) => /^\p{L}/u.test(word) && scriptOf(foldWord(word)) !== script)
  if (others.length !== words.length) return false
  return others.some(
    (word) => /^(?:\p{Lu}.*\p{Ll}|\p{Lo})/u.test(word) && names.some((each) => beginAlike(word, each)),
  )
}

function beginAlike(one: string, other: string): boolean {
  const [latin, cyrillic] = scriptOf(foldWord(one)) === 'latin' ? [one, other] : [other, one]
  const letters = FIRST_LETTERS[foldWord(latin).charAt(0)]
  // Other alphabets have no table; the brackets are enough.
  if (letters === undefined || scriptOf(foldWord(cyrillic)) !== 'cyrillic') return true
  return letters.includes(foldWord(cyrillic).charAt(0))
}
