/** The state of one open form: the draft, what is wrong with it, and saving it. Nothing typed is lost on a refusal. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { AppError } from '../../core/appError.ts'
import { daybook } from '../bridge.ts'
import { discardDraft, finishDraft, typeDraft } from '../drafts/drafts.ts'
import { recordDraftId } from '../drafts/keptDrafts.ts'
import { restoreTyped, useTypedDraft } from '../drafts/useTypedDraft.ts'
import { openSaved, setUnsaved } from '../navigation.ts'
import { answerOfSave, isTroubleOfPlace } from '../saveTrouble.ts'
import { useToday } from '../store.ts'
import { useText } from '../text.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { changedFields, checkFields, type FieldErrors, type RecordForm } from './recordForm.ts'

export interface OpenForm<D> {
  readonly draft: D
  readonly change: (part: Partial<D>) => void
  /** The sentence beside a field; null when it is fine. */
  readonly errorAt: (path: string) => string | null
  readonly isUnsaved: boolean
  readonly isSaving: boolean
  /** Why the last save was refused as a whole; trouble with the disk is told at the head of the window. */
  readonly refusal: AppError | null
  /** Instant of the draft that the form began with; null when there was none. */
  readonly restoredFrom: string | null
  readonly discardRestored: () => void
  readonly save: () => Promise<void>
}

const NONE: FieldErrors = new Map()

export function useRecordForm<R extends { readonly id: string }, D>(
  form: RecordForm<R, D>,
  record: R | null,
  preset: Partial<D>,
): OpenForm<D> {
  const t = useText()
  const today = useToday()
  const draftId = recordDraftId(form.kind, record?.id ?? null)
  const stored = useMemo(() => form.toDraft(record, today), [form, record, today])
  const [first] = useState<Partial<D>>(() => (record === null ? preset : {}))
  const [edits, setEdits] = useState<Partial<D>>(() => ({
    ...first,
    ...restoreTyped(draftId, form.typedSchema)?.typed,
  }))
  const [errors, setErrors] = useState(NONE)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const [isSaving, setSaving] = useState(false)

  // What is typed lies over what is stored, so that a change from elsewhere shows in the fields left alone.
  const draft = useMemo(() => ({ ...stored, ...edits }), [stored, edits])
  const fields = form.toFields(draft)
  const changes = changedFields(form.toFields(stored), fields)
  const isUnsaved = Object.keys(changes).length > 0
  const { restored, settle } = useTypedDraft(draftId, form.typedSchema, edits, isUnsaved)
  useEffect(() => {
    setUnsaved(isUnsaved, () => void discardDraft(draftId))
    return () => setUnsaved(false)
  }, [isUnsaved, draftId])

  const saving = useRef(false)
  // Of the last drawing: what is typed by then is what counts when an answer comes, or a save is tried again.
  const latest = useRef({ edits, save: async () => {} })
  const save = async () => {
    if (saving.current) return
    const found = checkFields(form.kind, record === null ? null : { ...record }, fields)
    setErrors(found)
    setRefusal(null)
    if (found.size > 0) {
      announce(t('records.error.summary', { count: found.size }))
      focusFirstInvalid()
      return
    }
    if (record !== null && !isUnsaved) return
    saving.current = true
    setSaving(true)
    const sent = record === null ? withoutNulls(fields) : changes
    const sentEdits = edits
    const reply = await answerOfSave(
      daybook().recordsSave({ kind: form.kind, id: record?.id ?? null, fields: sent, draft: draftId }),
      { owner: draftId, what: t(`records.${form.kind}.one`), retry: () => void latest.current.save() },
    )
    saving.current = false
    setSaving(false)
    if (!reply.ok) return isTroubleOfPlace(reply.error) ? undefined : setRefusal(reply.error)
    finishDraft(draftId)
    settle()
    // What was typed while the save was under way goes on lying over the record.
    const later = editsSince(sentEdits, latest.current.edits)
    if (record === null && Object.keys(later).length > 0)
      typeDraft(recordDraftId(form.kind, reply.value.id), later)
    setEdits(later)
    announce(t('records.saved'))
    openSaved(form.kind, reply.value.id)
  }
  useEffect(() => {
    latest.current = { edits, save }
  })

  return {
    draft,
    change: (part) => {
      setEdits((before) => ({ ...before, ...part }))
      // What was mended is no longer pointed at; what is still wrong stays so, and nothing new is blamed while typing.
      if (errors.size === 0) return
      const still = checkFields(
        form.kind,
        record === null ? null : { ...record },
        form.toFields({ ...draft, ...part }),
      )
      setErrors(new Map([...errors].filter(([path]) => still.has(path))))
    },
    errorAt: (path) => {
      const key = errors.get(path)
      return key === undefined ? null : t(key)
    },
    isUnsaved,
    isSaving,
    refusal,
    restoredFrom: isUnsaved ? (restored?.savedAt ?? null) : null,
    discardRestored: () => {
      void discardDraft(draftId)
      settle()
      setErrors(NONE)
      setRefusal(null)
      setEdits(first)
    },
    save,
  }
}

/** The edits that are not the ones of an earlier state. */
function editsSince<D>(before: Partial<D>, now: Partial<D>): Partial<D> {
  const later = { ...now }
  for (const field of Object.keys(before) as (keyof D)[])
    if (Object.is(later[field], before[field])) delete later[field]
  return later
}

const withoutNulls = <T extends Readonly<Record<string, unknown>>>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as T

/** After the errors are drawn, to the first field that has one. */
function focusFirstInvalid(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('.panel [aria-invalid="true"], .panel [data-invalid] button')?.focus()
  })
}
