/**
 * What betrays somebody whoever they are, found by its form. Patterns are dear and most text has nothing for them, so
 * each group looks only around what all of its patterns have: a digit, an @, a dot between letters, a month.
 */
import { DAY_PATTERNS, ORDINAL_DAY, ORDINAL_DAY_TRIGGER } from './datePatterns.ts'
import { foldedCopy } from './foldedCopy.ts'
import type { MentionPattern } from './mentionPattern.ts'
import type { MentionSpan } from './mentionSpan.ts'
import { MAIL_PATTERNS, NET_PATTERNS } from './netPatterns.ts'
import { PAPER_PATTERNS, PHONE_PATTERNS } from './numberPatterns.ts'
import { COORDINATE_PATTERNS, PLATE_PATTERNS } from './placePatterns.ts'

interface PatternGroup {
  readonly trigger: RegExp
  readonly patterns: readonly MentionPattern[]
}

const days = (patterns: readonly RegExp[]): MentionPattern[] =>
  patterns.map((pattern) => ({ token: '[date]', pattern }))

const GROUPS: readonly PatternGroup[] = [
  {
    trigger: /\d+/g,
    patterns: [
      ...PHONE_PATTERNS,
      ...PAPER_PATTERNS,
      ...PLATE_PATTERNS,
      ...COORDINATE_PATTERNS,
      ...days(DAY_PATTERNS),
    ],
  },
  { trigger: /@|[[(](?:at|собака)[\])]/g, patterns: MAIL_PATTERNS },
  { trigger: /[.:/](?=[^\s.,:;!?"»)\]])|:/g, patterns: NET_PATTERNS },
  { trigger: ORDINAL_DAY_TRIGGER, patterns: days([ORDINAL_DAY]) },
]

/** How far to each side of a trigger a pattern may reach, to the next space after that. */
const REACH = 50

/** Spans of everything that a pattern finds; they may overlap. */
export function patternSpans(text: string): MentionSpan[] {
  const { folded, toStart, toEnd } = foldedCopy(text)
  const spans: MentionSpan[] = []
  for (const { trigger, patterns } of GROUPS) {
    for (const [from, to] of windowsAround(folded, trigger)) {
      const window = folded.slice(from, to)
      for (const { token, pattern, holds } of patterns) {
        for (const match of window.matchAll(pattern)) {
          const found = (match[1] ?? match[0]).trim()
          if (found === '' || (holds && !holds(found))) continue
          const start = from + match.index + match[0].lastIndexOf(found)
          spans.push({ start: toStart(start), end: toEnd(start + found.length), token, why: 'pattern' })
        }
      }
    }
  }
  return spans
}

/** Stretches of text around what triggers, from space to space; those that touch are one. */
function windowsAround(folded: string, trigger: RegExp): [number, number][] {
  const windows: [number, number][] = []
  for (const { 0: found, index } of folded.matchAll(trigger)) {
    const last = windows.at(-1)
    if (last !== undefined && index + found.length + REACH <= last[1]) continue
    const end = spaceAfter(folded, index + found.length + REACH)
    if (last !== undefined && index - REACH <= last[1]) last[1] = end
    else windows.push([spaceBefore(folded, index - REACH), end])
  }
  return windows
}

const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

function spaceBefore(text: string, at: number): number {
  let start = Math.max(0, at)
  while (start > 0 && !isSpace(text, start - 1)) start -= 1
  return start
}

function spaceAfter(text: string, at: number): number {
  let end = Math.min(text.length, at)
  while (end < text.length && !isSpace(text, end)) end += 1
  return end
}
