/** What the controls of one form know of it: whose it is, what is typed, what is wrong. */
import { createContext, useContext } from 'react'
import type { EditableKind } from '../../shared/ipc/views.ts'
import type { FieldErrors } from '../records/recordForm.ts'
import { useText } from '../text.ts'
import type { DraftGroup, DraftValue, FormDraft } from './fieldSpec.ts'

export interface FormScope {
  readonly kind: EditableKind
  /** Null for a new record. */
  readonly recordId: string | null
  readonly errors: FieldErrors
}

export const ScopeContext = createContext<FormScope>({ kind: 'incidents', recordId: null, errors: new Map() })
/** Apart from the rest, since it changes with every key: only what needs it is drawn again. */
export const DraftContext = createContext<FormDraft>({})

export const useFormScope = (): FormScope => useContext(ScopeContext)
export const useFormDraft = (): FormDraft => useContext(DraftContext)

/** The sentence beside a field, such as `acts.0.victim`; null when it is fine. */
export function useFieldError(path: string): string | null {
  const t = useText()
  const key = useFormScope().errors.get(path)
  return key === undefined ? null : t(key)
}

/** What every control is given. */
export interface ControlProps<S> {
  readonly spec: S
  /** Where its words are found, below `records.`. */
  readonly words: string
  /** Dotted path of the field in the record, for what is wrong with it. */
  readonly path: string
  readonly value: DraftValue | undefined
  readonly onChange: (value: DraftValue) => void
  /** The fields beside it. */
  readonly siblings: DraftGroup
}
