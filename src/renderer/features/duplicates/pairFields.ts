/** Two records field by field, in words: what is the same, what differs, and of what one value has to be chosen. Pure. */
import type { Incident } from '../../../core/incident.ts'
import { conflictingFields, type MergeField } from '../../../core/mergeFields.ts'
import { linksOf } from '../../../core/recordLinks.ts'
import type { HistoryWords } from '../history/historyWords.ts'

export interface PairField {
  readonly path: string
  readonly label: string
  /** In words; empty for nothing. */
  readonly one: string
  readonly other: string
  readonly isEqual: boolean
  /** The name of the choice; null where a merge keeps what both have. */
  readonly choice: MergeField | null
}

/** In the order of the form. A path with a point is a part of its field. */
const SHOWN = [
  'title',
  'summary',
  'when',
  'where',
  'status',
  'violationTypes',
  'acts',
  'involvements',
  'victimGroups',
  'counts.killed',
  'counts.injured',
  'counts.detained',
  'counts.missing',
  'placeType',
  'claims',
  'confidentiality',
  'tags',
  'workStatus',
  'remarks',
] as const

/** Fields in which either says something. */
export function pairFields(one: Incident, other: Incident, words: HistoryWords): readonly PairField[] {
  const conflicts = new Set<string>(conflictingFields(one, other))
  const [linksOfOne, linksOfOther] = [one, other].map((record) =>
    linksOf('incidents', record).map(({ id }) => id),
  )
  return SHOWN.flatMap((path) => {
    const [a, b] = [valueAt(one, path), valueAt(other, path)]
    if (isNothing(a) && isNothing(b)) return []
    const wordsOf = (value: unknown, links: readonly string[] = []) =>
      isNothing(value) ? '' : words.value(path, value, links)
    const [inOne, inOther] = [wordsOf(a, linksOfOne), wordsOf(b, linksOfOther)]
    const choice = conflicts.has(path) ? (path as MergeField) : null
    return [
      { path, label: words.field(path), one: inOne, other: inOther, isEqual: inOne === inOther, choice },
    ]
  })
}

function valueAt(record: Incident, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
      record,
    )
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** A text in pieces: which of them stand in the other text too, in whatever case. */
export interface TextPiece {
  readonly text: string
  readonly isShared: boolean
}

export function textPieces(text: string, other: string): readonly TextPiece[] {
  const known = new Set(wordsIn(other))
  const pieces: { text: string; isShared: boolean }[] = []
  for (const text_ of text.split(/(\s+)/u)) {
    const isShared = wordsIn(text_).every((word) => known.has(word))
    const last = pieces.at(-1)
    if (last !== undefined && (last.isShared === isShared || text_.trim() === '')) last.text += text_
    else pieces.push({ text: text_, isShared })
  }
  return pieces
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
