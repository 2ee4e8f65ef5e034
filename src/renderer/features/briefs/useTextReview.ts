/**
 * The course of reading the texts of a brief: what was decided, with undo, kept in the log as a draft so that a lock
 * loses nothing. The draft holds keys and positions, no text.
 */
import { useMemo, useState } from 'react'
import { z } from 'zod'
import type { Mark } from '../../../core/redaction/markedSpans.ts'
import type { MentionToken } from '../../../core/redaction/mentions/mentionSpan.ts'
import { type ReviewedText, textDecisionsSchema } from '../../../shared/ipc/brief.ts'
import { discardDraft, typeDraft, typedBefore } from '../../drafts/drafts.ts'
import {
  addMark,
  countUnread,
  type Decisions,
  decide,
  keyedTexts,
  NO_DECISIONS,
  removeMark,
  type TextItem,
  type TextState,
  textItems,
} from './textDecisions.ts'

export interface TextReviewing {
  readonly items: readonly TextItem[]
  readonly decisions: Decisions
  readonly unread: number
  readonly canUndo: boolean
  readonly decide: (item: TextItem, state: TextState) => void
  /** Masks part of a text; the text then has to be read again. The key it has from now on. */
  readonly mask: (
    item: TextItem,
    range: { readonly start: number; readonly end: number },
    token: MentionToken,
  ) => void
  readonly unmask: (mark: Mark) => void
  readonly undo: () => void
  /** The brief left: what was decided on its texts is not kept. */
  readonly finish: () => void
}

/** What one reader may see says nothing of another: decisions hold for one profile. */
const draftFieldsSchema = z.strictObject({ profile: z.string(), ...textDecisionsSchema.shape })

/** @param draft name under which the log keeps what was decided. */
export function useTextReview(texts: readonly ReviewedText[], profile: string, draft: string): TextReviewing {
  const [course, setCourse] = useState(() => ({
    profile,
    decisions: restore(draft, profile),
    past: [] as readonly Decisions[],
  }))
  if (course.profile !== profile) setCourse({ profile, decisions: restore(draft, profile), past: [] })
  const { decisions, past } = course
  const keyed = useMemo(() => keyedTexts(texts), [texts])
  const items = useMemo(() => textItems(keyed, decisions.marks), [keyed, decisions.marks])
  const unread = useMemo(() => countUnread(items, decisions), [items, decisions])
  const move = (next: Decisions, before: readonly Decisions[]) => {
    setCourse({ profile, decisions: next, past: before })
    const { accepted, leftOut, marks } = next
    typeDraft(draft, { profile, accepted: [...accepted], leftOut: [...leftOut], marks })
  }
  const step = (next: Decisions) => move(next, [...past, decisions])
  return {
    items,
    decisions,
    unread,
    canUndo: past.length > 0,
    decide: ({ key }, state) => step(decide(decisions, key, state)),
    mask: (item, range, token) => step(addMark(decisions, item, range, token)),
    unmask: (mark) => step(removeMark(decisions, mark)),
    undo: () => {
      const before = past.at(-1)
      if (before !== undefined) move(before, past.slice(0, -1))
    },
    finish: () => {
      setCourse({ profile, decisions: NO_DECISIONS, past: [] })
      void discardDraft(draft)
    },
  }
}

function restore(draft: string, profile: string): Decisions {
  const kept = draftFieldsSchema.safeParse(typedBefore(draft)?.fields)
  if (!kept.success || kept.data.profile !== profile) return NO_DECISIONS
  const { accepted, leftOut, marks } = kept.data
  return { accepted: new Set(accepted), leftOut: new Set(leftOut), marks }
}
