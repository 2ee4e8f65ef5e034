/**
 * Choosing words of a text to mask: with the arrow keys, Shift widening the choice, or with the mouse. The focus stays
 * where it is; the word under the cursor is read out.
 */
import { useMemo, useState } from 'react'
import type { MentionToken } from '../../../core/redaction/mentions/mentionSpan.ts'
import { useLanguage } from '../../text.ts'
import { announce } from '../../ui/LiveRegion.tsx'
import type { TextItem } from './textDecisions.ts'
import { rangeOfWords, type Segment, textSegments } from './textSegments.ts'

interface Chosen {
  /** Of which text; another text ends the marking. */
  readonly key: string
  /** Indexes among the words; `to` is under the cursor. */
  readonly from: number
  readonly to: number
}
export interface WordRange {
  readonly start: number
  readonly end: number
}

export interface Marking {
  readonly segments: readonly Segment[]
  /** What is chosen; null while nothing is being marked. */
  readonly range: WordRange | null
  readonly start: () => void
  /** Chooses from one word to another, by where they start in the text. */
  readonly choose: (fromStart: number, toStart: number) => void
  readonly mask: (token: MentionToken) => void
  readonly cancel: () => void
  /** True when the key was for the marking. Keys are those of `latinKey`. */
  readonly onKey: (key: string, isWidening: boolean) => boolean
}

const TOKENS: Readonly<Record<string, MentionToken>> = {
  enter: '[person]',
  m: '[person]',
  p: '[place]',
  g: '[organisation]',
}

export function useMarking(
  item: TextItem | undefined,
  onMask: (range: WordRange, token: MentionToken) => void,
): Marking {
  const { t, direction } = useLanguage()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const segments = useMemo(() => (item === undefined ? [] : textSegments(item.original, item)), [item])
  const words = useMemo(() => segments.filter(({ kind }) => kind === 'word'), [segments])
  const key = item?.key ?? ''
  const now = chosen?.key === key ? chosen : null
  const range = now === null ? null : rangeOfWords(words, now.from, now.to)
  const choose = (from: number, to: number) => {
    const last = words.length - 1
    const next = { key, from: Math.max(0, Math.min(from, last)), to: Math.max(0, Math.min(to, last)) }
    setChosen(next)
    const found = rangeOfWords(words, next.from, next.to)
    if (found !== null && item !== undefined) announce(item.original.slice(found.start, found.end))
  }
  const canMark = item?.policy === 'text' && words.length > 0
  const start = () => {
    if (!canMark) return announce(t('brief.marking.cannot'))
    const first = words.findIndex(({ unmatched }) => unmatched !== undefined)
    choose(Math.max(0, first), Math.max(0, first))
  }
  const mask = (token: MentionToken) => {
    if (range === null) return
    setChosen(null)
    onMask(range, token)
  }
  const onKey = (pressed: string, isWidening: boolean): boolean => {
    if (now === null) return false
    const forwards = direction === 'rtl' ? 'arrowleft' : 'arrowright'
    const steps: Readonly<Record<string, number>> = {
      [forwards]: 1,
      [direction === 'rtl' ? 'arrowright' : 'arrowleft']: -1,
      arrowdown: 1,
      arrowup: -1,
    }
    const step = steps[pressed]
    const token = TOKENS[pressed]
    if (step !== undefined) choose(isWidening ? now.from : now.to + step, now.to + step)
    else if (token !== undefined) mask(token)
    else if (pressed === 'escape') setChosen(null)
    else return false
    return true
  }
  return {
    segments,
    range,
    start,
    choose: (fromStart, toStart) => {
      const at = (position: number) => words.findIndex((word) => word.start === position)
      if (canMark && at(fromStart) >= 0 && at(toStart) >= 0) choose(at(fromStart), at(toStart))
    },
    mask,
    cancel: () => setChosen(null),
    onKey,
  }
}
