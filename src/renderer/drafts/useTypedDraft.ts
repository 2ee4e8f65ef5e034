/** Ties a form to its draft: what was typed before comes back, what is typed now is kept, discarding forgets it. */
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { discardDraft, typeDraft, typedBefore } from './drafts.ts'

export interface Restored<T> {
  readonly typed: T
  /** Instant at which the log kept it. */
  readonly savedAt: string
}

/** What was typed in a form before it was closed by a lock; null when nothing was, or it cannot be read. */
export function restoreTyped<T extends object>(draftId: string, schema: z.ZodType<T>): Restored<T> | null {
  const before = typedBefore(draftId)
  if (before === null) return null
  const parsed = schema.safeParse(before.fields)
  if (!parsed.success || Object.keys(parsed.data).length === 0) return null
  return { typed: parsed.data, savedAt: before.savedAt }
}

export interface TypedDraft<T> {
  /** What was typed before, while it is worth saying. */
  readonly restored: Restored<T> | null
  /** Says no more that something was restored. */
  readonly settle: () => void
}

/**
 * Keeps `typed` under the name of the form whenever it changes. `isWorthKeeping` false means that it is as if nothing
 * was typed: then the draft goes.
 */
export function useTypedDraft<T extends object>(
  draftId: string,
  schema: z.ZodType<T>,
  typed: T,
  isWorthKeeping: boolean,
): TypedDraft<T> {
  const [restored, setRestored] = useState(() => restoreTyped(draftId, schema))
  // What a form begins with was not typed now.
  const last = useRef(typed)
  useEffect(() => {
    if (last.current === typed) return
    last.current = typed
    if (isWorthKeeping) typeDraft(draftId, typed)
    else void discardDraft(draftId)
  }, [draftId, typed, isWorthKeeping])
  return { restored, settle: () => setRestored(null) }
}
