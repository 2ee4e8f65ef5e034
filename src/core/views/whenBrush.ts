/**
 * A stretch of time chosen in a picture, as a term of the query. It stands at the end, so that it can be told from what
 * was typed, replaced by the next stretch and taken away again.
 */
import { dayText } from './dayNumbers.ts'

/** Days; `to` is the day after the last. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const DAY = String.raw`\d{4}-\d{2}-\d{2}`
const BRUSHED = new RegExp(String.raw`(?:^|\s)when:(${DAY})\.\.(${DAY})$`)
const WRAPPED = /^\((.*)\)$/s

/** The query with the stretch in place of the one before; null for years that a query cannot name. */
export function brushWhen(query: string, { from, to }: Stretch): string | null {
  const [first, last] = [dayText(Math.floor(from)), dayText(Math.ceil(to) - 1)]
  if (first === null || last === null || !/^[1-9]/.test(first) || last < first) return null
  const rest = withoutBrush(query).trim()
  // A blank binds closer than OR.
  const before = /(?:^|\s)OR(?:\s|$)/.test(rest) ? `(${rest})` : rest
  return `${before} when:${first}..${last}`.trim()
}

/** The stretch that the query ends with, as its first and last day; null when it ends with something else. */
export function brushedDays(query: string): readonly [first: string, last: string] | null {
  const match = BRUSHED.exec(query.trimEnd())
  return match?.[1] === undefined || match[2] === undefined ? null : [match[1], match[2]]
}

/** The query without that stretch, and without the brackets that it had needed. */
export function withoutBrush(query: string): string {
  if (brushedDays(query) === null) return query
  const rest = query.trimEnd().replace(BRUSHED, '').trim()
  const inner = WRAPPED.exec(rest)?.[1]
  return inner !== undefined && isBalanced(inner) ? inner : rest
}

/** Do the brackets inside open and close among themselves? Else the outer ones are not a pair. */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const bracket of text.replaceAll(/"[^"]*"/g, '').match(/[()]/g) ?? []) {
    depth += bracket === '(' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
