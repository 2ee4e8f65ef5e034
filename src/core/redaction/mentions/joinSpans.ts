/**
 * Makes one list of spans of what was found: in order, overlapping ones joined, and what stands beside a name taken
 * in: initials, a patronymic, the particles between the parts of a name.
 */
import type { FoundText } from './findMentions.ts'
import { foldWord } from './foldWord.ts'
import type { MentionSpan } from './mentionSpan.ts'
import { originalSpellings } from './originalSpelling.ts'
import type { WordPlace } from './scanWords.ts'

/** Spans in order, none touching another. */
export function joinSpans(
  found: FoundText,
  spans: readonly MentionSpan[],
  particles: ReadonlySet<string>,
): MentionSpan[] {
  const widened = widenNames(found, overlapsJoined(spans), particles)
  const named = joinNeighbours(found, widened)
  return joinNeighbours(found, [...named, ...originalSpellings(found, named)])
}

function overlapsJoined(spans: readonly MentionSpan[]): MentionSpan[] {
  const joined: MentionSpan[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = joined.at(-1)
    if (before === undefined || span.start >= before.end) joined.push(span)
    else if (span.end > before.end) joined[joined.length - 1] = { ...before, end: span.end }
  }
  return joined
}

const INITIAL = /^\p{Lu}[\p{Ll}\p{M}]?$/u
const PATRONYMIC = /(?:[оеё]вич|[иь]ич|[оеё]вн|[иь]ничн|ичн)(?:а|у|ем|е|ы|ой|ою|и|ей)?$/
const MOST_INITIALS = 4

/** Takes initials and patronymics beside a person's name into its span. */
function widenNames(
  { text, words }: FoundText,
  spans: readonly MentionSpan[],
  particles: ReadonlySet<string>,
): MentionSpan[] {
  return spans.map((span) => {
    if (span.token !== '[person]') return span
    let { start, end } = span
    let at = firstAt(words, start) - 1
    for (let step = 0; step < MOST_INITIALS; step += 1, at -= 1) {
      const word = words[at]
      if (word === undefined || !isBefore(word.raw, text.slice(word.end, start), particles)) break
      start = word.start
    }
    at = firstAt(words, end)
    for (let step = 0; step < MOST_INITIALS; step += 1, at += 1) {
      const word = words[at]
      const to = word === undefined ? null : endBehind(text, end, word)
      if (to === null) break
      end = to
    }
    return start === span.start && end === span.end ? span : { ...span, start, end }
  })
}

/** Where a name that ends at `end` ends with the word behind it: a patronymic, or an initial with its dot. */
function endBehind(text: string, end: number, { raw, start, end: wordEnd }: WordPlace): number | null {
  const gap = text.slice(end, start)
  if (isNeighbour(raw) && /^[ \t\u00a0]+$/.test(gap)) return wordEnd
  // "Иванов И.И.": after a full stop begins a sentence, but that of an initial is inside the name already.
  const isClose = /^[ \u00a0]{0,2}$/.test(gap) && (gap !== '' || text.charAt(end - 1) === '.')
  return INITIAL.test(raw) && isClose && text.charAt(wordEnd) === '.' ? wordEnd + 1 : null
}

const isNeighbour = (raw: string): boolean => /^\p{Lu}/u.test(raw) && PATRONYMIC.test(foldWord(raw))

const PARTICLE_GAP = /^(?:[ \t\u00a0]+|[-‐‑'’])$/u

/** An initial with its dot, a patronymic or a particle of some name, before a name. */
function isBefore(raw: string, gap: string, particles: ReadonlySet<string>): boolean {
  if (particles.has(foldWord(raw))) return PARTICLE_GAP.test(gap)
  if (INITIAL.test(raw)) return /^\.[ \u00a0]{0,2}$/.test(gap)
  return isNeighbour(raw) && /^[ \t\u00a0]+$/.test(gap)
}

/** Index of the first word that does not begin before `position`. */
function firstAt(words: readonly WordPlace[], position: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

/** Between two parts of one name: spaces, a hyphen, a dot of an initial, a particle. */
const BETWEEN =
  /^(?:[\s\u00a0]{0,3}|\.?[-‐‑–'’.]\s?|[\s\u00a0](?:фон|де|да|ди|ван|бен|бин|ибн|аль|эль|оглы|кызы|von|van|de|da|di|del|la|le|bin|ben|ibn|al|el|bint|abu|بن|ابن|ال|ابو|أبو)[\s\u00a0-])$/u

/** One span for names side by side; two tokens would tell how many words a name has. */
function joinNeighbours({ text }: FoundText, spans: readonly MentionSpan[]): MentionSpan[] {
  const joined: MentionSpan[] = []
  for (const span of overlapsJoined(spans)) {
    const before = joined.at(-1)
    if (
      before !== undefined &&
      before.token === span.token &&
      isOneMention(text.slice(before.end, span.start), span)
    ) {
      joined[joined.length - 1] = { ...before, end: span.end }
    } else joined.push(span)
  }
  return joined
}

function isOneMention(gap: string, { token }: MentionSpan): boolean {
  return token === '[person]' && BETWEEN.test(gap) && !gap.includes('\n\n')
}
