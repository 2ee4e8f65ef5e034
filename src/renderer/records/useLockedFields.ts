/**
 * The locked fields of the record in the open form: asked for by a click, kept in this form alone, and gone with it.
 * Nothing else in the window ever holds them.
 */
import { useEffect, useState } from 'react'
import type { AppError } from '../../core/appError.ts'
import { type EditableKind, LOCKED_FIELDS } from '../../shared/ipc/views.ts'
import { daybook } from '../bridge.ts'
import { typedBefore } from '../drafts/drafts.ts'
import { recordDraftId } from '../drafts/keptDrafts.ts'
import { answerOf } from '../errorText.ts'
import type { Fields } from './recordForm.ts'

type Values = Readonly<Record<string, unknown>>

export interface LockedFields {
  /** Names of the fields; none for a kind without. */
  readonly names: readonly string[]
  /** Null until they are shown. */
  readonly values: Values | null
  readonly failure: AppError | null
  readonly show: () => void
  readonly hide: () => void
  /** What was saved lies over what was shown until the record comes back. */
  readonly noteSaved: (fields: Fields) => void
}

/**
 * @param updatedAt of the record: when it changes, what is shown is asked for anew. A form that goes on with something
 * typed into a locked field begins with them shown.
 */
export function useLockedFields(
  kind: EditableKind,
  id: string | null,
  updatedAt: string | undefined,
): LockedFields {
  const [isShown, setShown] = useState(() => {
    const typed = Object.keys(typedBefore(recordDraftId(kind, id))?.fields ?? {})
    return typed.some((field) => LOCKED_FIELDS[kind]?.includes(field) ?? false)
  })
  const [values, setValues] = useState<Values | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const names = LOCKED_FIELDS[kind] ?? []

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the record is when to ask, not what for
  useEffect(() => {
    if (!isShown || id === null || (kind !== 'persons' && kind !== 'sources')) return
    let isWanted = true
    void answerOf(daybook().recordsReveal({ kind, id })).then((reply) => {
      if (!isWanted) return
      setFailure(reply.ok ? null : reply.error)
      if (reply.ok) setValues(reply.value.fields)
    })
    return () => {
      isWanted = false
    }
  }, [isShown, kind, id, updatedAt])

  return {
    names,
    values: isShown ? values : null,
    failure,
    show: () => setShown(true),
    hide: () => {
      setShown(false)
      setValues(null)
    },
    noteSaved: (fields) => {
      setValues((before) => {
        if (before === null) return null
        const saved = Object.entries(fields).filter(([field]) => names.includes(field))
        return {
          ...before,
          ...Object.fromEntries(saved.map(([field, value]) => [field, value ?? undefined])),
        }
      })
    },
  }
}
