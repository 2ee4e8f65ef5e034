/**
 * What pictures of the table add to a query: a place, a box, a stretch of time. Each stands once, at the end, behind what
 * was typed; so it can be told from what was typed, replaced by the next one and taken away again.
 */
import { parseQuery } from '../query.ts'

/** In the order in which they stand. */
const KINDS = ['place', 'box', 'when'] as const
export type PictureTermKind = (typeof KINDS)[number]

/** The value of each, as pictures write it. */
const VALUES = {
  place: '[A-Z]{2}',
  box: String.raw`-?[\d.]+(?:,-?[\d.]+){3}`,
  when: String.raw`\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}`,
} satisfies Record<PictureTermKind, string>

const LAST = new RegExp(
  String.raw`(?:^|\s+)(?:${KINDS.map((kind) => `(?<${kind}>${kind}:${VALUES[kind]})`).join('|')})$`,
)
const WRAPPED = /^\((.*)\)$/s

interface Parted {
  /** What stands before. */
  readonly typed: string
  readonly terms: Readonly<Partial<Record<PictureTermKind, string>>>
}

/** The term of that kind that a picture has added; null without. */
export const pictureTerm = (query: string, kind: PictureTermKind): string | null =>
  parted(query).terms[kind] ?? null

/** The query with this term in place of the one of its kind; with null, without one. */
export function withPictureTerm(query: string, kind: PictureTermKind, term: string | null): string {
  const { typed, terms } = parted(query)
  if (term === null && terms[kind] === undefined) return query
  const next = { ...terms, [kind]: term ?? undefined }
  const tail = KINDS.flatMap((each) => next[each] ?? [])
  if (tail.length === 0) return unwrapped(typed)
  // A blank binds closer than OR.
  return [hasOpenOr(typed) ? `(${typed})` : typed, ...tail].join(' ').trim()
}

function parted(query: string): Parted {
  const terms: Partial<Record<PictureTermKind, string>> = {}
  let typed = query.trim()
  for (;;) {
    const match = LAST.exec(typed)
    const kind = KINDS.find((each) => match?.groups?.[each] !== undefined)
    if (match === null || kind === undefined || terms[kind] !== undefined) break
    terms[kind] = match[0].trim()
    typed = typed.slice(0, match.index).trimEnd()
  }
  // One side of an OR, or a part of brackets, is what somebody typed.
  return isWhole(typed) && !hasOpenOr(typed) ? { typed, terms } : { typed: query.trim(), terms: {} }
}

/** The text without the brackets that it had needed. */
function unwrapped(text: string): string {
  const inner = WRAPPED.exec(text)?.[1]
  return inner !== undefined && isWhole(inner) && hasOpenOr(inner) ? inner : text
}

/** Is there an OR outside all brackets? In doubt there is: brackets round a whole text change nothing. */
const hasOpenOr = (text: string): boolean =>
  [...text.matchAll(/(?<![^\s()"])OR(?![^\s()])/g)].some(
    ({ index }) => isWhole(text.slice(0, index)) && isWhole(text.slice(index + 2)),
  )

/** Do brackets and ORs have all that belongs to them? Another mistake in the text is no matter here. */
function isWhole(text: string): boolean {
  const read = parseQuery(text)
  if (read.ok) return true
  const { code, text: where } = read.error
  return code !== 'query/bracket-missing' && !(code === 'query/empty-value' && where === 'OR')
}
