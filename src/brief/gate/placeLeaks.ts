/**
 * Places as exact as an address in another form than the log has them: in another case ("в Заболотнове"), as an
 * adjective, in other letters, or by the part that names them ("on Dolmenweg"). As they are typed they are looked for
 * like every value; here the finder of mentions knows the forms. A place whose name, in whatever form, the brief may say
 * is no finding.
 */
import { createMentionFinder, type MentionFinder } from '../../core/redaction/mentions/mentionFinder.ts'
import type { MentionReason, MentionSpan } from '../../core/redaction/mentions/mentionSpan.ts'
import { allMaskWords } from '../../shared/briefWords/maskWords.ts'
import { briefText } from '../briefText.ts'
import { foldForGate } from './canaryForms.ts'
import type { Finding } from './finding.ts'
import { type Joined, joined, saysWords } from './joinedTexts.ts'
import { findingsByForm } from './mentionLeaks.ts'
import type { SearchTables } from './searchTables.ts'

/** What is misspelt by a letter is as often another place. */
const IN_ANOTHER_FORM: ReadonlySet<MentionReason> = new Set(['exact', 'inflected', 'spelled', 'broken'])
const SEVERAL_WORDS = /\p{L}[^\p{L}]+\p{L}/u

/** A capital, or a letter of a script that has none in use. */
const NAMED = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Script=Georgian}]/u

/** "Новой Горке" is the place where "новой" and "горке" are words. */
const isOfPlaces = ({ why }: MentionSpan): boolean => why === 'common-word' || IN_ANOTHER_FORM.has(why)

/** A part of a name may be a word; a name of one word and its adjective are none, in whatever letters. */
function isPlace({ why }: MentionSpan, mention: string, wholeNames: MentionFinder): boolean {
  if (!IN_ANOTHER_FORM.has(why)) return false
  const mayBeWord = (why === 'exact' || why === 'inflected') && !NAMED.test(mention)
  return !mayBeWord || wholeNames.find(mention).some((span) => IN_ANOTHER_FORM.has(span.why))
}

const BRACKETED = /\[[^\][\n]+\]/gu
const LONGEST_MASK = 24
let masks: ReadonlySet<string> | null = null

/** Sentences of a brief name no place: names of places are shorter. */
const LONGEST_NAME = 60
const CAPITAL = /^[\p{Lu}\p{Lo}]/u

interface Said {
  readonly words: Joined
  /** Of every name that the brief may say, in its forms. */
  readonly names: MentionFinder
}

/** Findings for every mention of a protected place in a text; `said`: what the brief is meant to say. */
export function placeLeaks(
  { placeFinder, wholePlaceFinder }: SearchTables,
  said: readonly string[],
): (text: string, where: string) => Finding[] {
  let known: Said | null = null
  const isSaid = (mention: string): boolean => {
    known ??= { words: joined(said), names: namesAmong(said) }
    return saysWords(known.words, foldForGate(mention)) || known.names.find(mention).length > 0
  }
  return (text, where) => {
    const mentions = placeFinder()
      .find(text)
      .filter((span) => {
        const mention = text.slice(span.start, span.end)
        const isMention = SEVERAL_WORDS.test(mention)
          ? isOfPlaces(span)
          : isPlace(span, mention, wholePlaceFinder())
        return isMention && !isSaid(mention) && !isOverMask(text, span)
      })
    return findingsByForm(mentions, { class: 'leak/text', where, detail: 'an exact place of the log' })
  }
}

/** "[place] for" is no place called "Place for": what stands in brackets there are words of ours, in any language. */
function isOverMask(text: string, { start, end }: MentionSpan): boolean {
  masks ??= allMaskWords(briefText)
  const from = Math.max(0, start - LONGEST_MASK)
  return [...text.slice(from, end + LONGEST_MASK).matchAll(BRACKETED)].some(
    ({ 0: bracketed, index }) =>
      from + index < end &&
      from + index + bracketed.length > start &&
      masks?.has(bracketed.toLowerCase()) === true,
  )
}

function namesAmong(said: readonly string[]): MentionFinder {
  const names = said.filter((text) => text.length <= LONGEST_NAME && CAPITAL.test(text))
  const aliases = [...new Set(names)].map((value) => ({ value, token: '[place]' as const }))
  return createMentionFinder([], { aliases, patterns: false })
}
