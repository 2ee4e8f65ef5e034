/** Finds the phrases of a lexicon among words. The longest phrase at a place wins, so "not supported" is no support. */
import { foldText } from '../foldText.ts'
import type { Word } from './sentencePieces.ts'

export const PHRASE_GROUPS = ['unfound', 'refuted', 'alleged', 'appears', 'certain', 'confirmed'] as const
export type PhraseGroup = (typeof PHRASE_GROUPS)[number]

/** A run of words: `from` is the first, `to` the one after the last. */
export interface Span {
  readonly from: number
  readonly to: number
}
export interface PhraseMatch extends Span {
  readonly group: PhraseGroup
}

type Step = { readonly word: string; readonly isOpen: boolean } | '…'
export type Phrase = readonly Step[]

const LONGEST_GAP = 3

/** Phrases as steps to be matched, ordered by their first word for quick finding. */
export class PhraseBook {
  readonly #closed = new Map<string, Phrase[]>()
  readonly #open: Phrase[] = []

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const steps = phrase.replaceAll(/['’]/gu, ' ').split(' ').map(readStep)
      const [first] = steps
      if (first === undefined || first === '…') continue
      if (first.isOpen) this.#open.push(steps)
      else this.#closed.set(first.word, [...(this.#closed.get(first.word) ?? []), steps])
    }
  }

  /** The end of the longest phrase that begins at `from`; null where none does. */
  longestAt(forms: readonly (readonly string[])[], from: number): number | null {
    const phrases = [...(forms[from] ?? []).flatMap((form) => this.#closed.get(form) ?? []), ...this.#open]
    const ends = phrases.flatMap((phrase) => endOf(phrase, forms, from) ?? [])
    return ends.length === 0 ? null : Math.max(...ends)
  }
}

function readStep(word: string): Step {
  if (word === '…') return '…'
  const isOpen = word.endsWith('*')
  return { word: foldText(isOpen ? word.slice(0, -1) : word), isOpen }
}

function endOf(phrase: Phrase, forms: readonly (readonly string[])[], from: number, step = 0): number | null {
  const wanted = phrase[step]
  if (wanted === undefined) return from
  if (wanted === '…') {
    for (let gap = 0; gap <= LONGEST_GAP; gap++) {
      const end = endOf(phrase, forms, from + gap, step + 1)
      if (end !== null) return end
    }
    return null
  }
  const isThere = (forms[from] ?? []).some((form) =>
    wanted.isOpen ? form.startsWith(wanted.word) : form === wanted.word,
  )
  return isThere ? endOf(phrase, forms, from + 1, step + 1) : null
}

/** The forms a word may be looked up by: itself, and in Arabic without what is joined to its front or its case ending. */
export function formsOf({ folded, raw }: Word, hasClitics: boolean): readonly string[] {
  // The month is no "may".
  if (raw === 'May') return []
  if (!hasClitics) return [folded]
  const forms = new Set([folded])
  for (const form of forms) {
    if (/^[وف]/u.test(form) && form.length > 2 && form === folded) forms.add(form.slice(1))
    if (/^[بلك]/u.test(form) && form.length > 3) forms.add(form.slice(1))
    if (/^(?:ال|لل)/u.test(form) && form.length > 4) forms.add(form.slice(2))
    if (form.endsWith('ا') && form.length > 4) forms.add(form.slice(0, -1))
  }
  return [...forms]
}

/** All matches of all groups, none overlapping another: longer before shorter, then in the order of the groups. */
export function matchPhrases(
  books: Readonly<Record<PhraseGroup, PhraseBook>>,
  forms: readonly (readonly string[])[],
): readonly PhraseMatch[] {
  const all = forms.flatMap((_, from) =>
    PHRASE_GROUPS.flatMap((group) => {
      const to = books[group].longestAt(forms, from)
      return to === null ? [] : [{ from, to, group }]
    }),
  )
  const kept: PhraseMatch[] = []
  for (const match of all.sort((a, b) => b.to - b.from - (a.to - a.from))) {
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match)
  }
  return kept.sort((a, b) => a.from - b.from)
}
