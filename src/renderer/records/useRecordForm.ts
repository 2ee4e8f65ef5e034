/** The state of one open form: the draft, what is wrong with it, and saving it. Nothing typed is lost on a refusal. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AppError } from '../../core/appError.ts'
import { isMessageKey } from '../../shared/i18n/catalogue.ts'
import { daybook } from '../bridge.ts'
import { discardDraft, finishDraft, typeDraft } from '../drafts/drafts.ts'
import { recordDraftId } from '../drafts/keptDrafts.ts'
import { restoreTyped, useTypedDraft } from '../drafts/useTypedDraft.ts'
import type { DraftValue, FormDraft } from '../forms/fieldSpec.ts'
import { openSaved, setUnsaved } from '../navigation.ts'
import { answerOfSave, isTroubleOfPlace } from '../saveTrouble.ts'
import { useToday } from '../store.ts'
import { useText } from '../text.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { changedFields, checkFields, type FieldErrors, type Fields, type RecordForm } from './recordForm.ts'

export interface OpenForm {
  readonly draft: FormDraft
  /** The same function as long as the form is open. */
  readonly onField: (field: string, value: DraftValue) => void
  readonly errors: FieldErrors
  readonly isUnsaved: boolean
  readonly isSaving: boolean
  /** Is the form about to give way to an empty one? What is typed now would belong to the next record. */
  readonly isLeaving: boolean
  readonly isOutdated: boolean
  /** Why the last save was refused as a whole; trouble with the disk is told at the head of the window. */
  readonly refusal: AppError | null
  /** Instant of the draft that the form began with; null when there was none. */
  readonly restoredFrom: string | null
  readonly discardRestored: () => void
  /** With `isNext`, an empty form for another record follows. */
  readonly save: (isNext?: boolean) => Promise<void>
}

export interface RecordFormOptions {
  readonly form: RecordForm
  /** Reads what was typed before, into any field of the kind. */
  readonly typedSchema: RecordForm['typedSchema']
  /** What is known here of the record; null for a new one. */
  readonly record: (Readonly<Record<string, unknown>> & { readonly id: string }) | null
  /** Is that from before the record changed? It is not saved over what nobody has seen. */
  readonly isOutdated: boolean
  /** What a new record begins with. */
  readonly preset: FormDraft
  /** Told of what was saved, before it comes back as a change of the log. */
  readonly onSaved?: (fields: Fields) => void
}

const NONE: FieldErrors = new Map()

export function useRecordForm(options: RecordFormOptions): OpenForm {
  const { form, typedSchema, record, isOutdated, preset, onSaved } = options
  const t = useText()
  const today = useToday()
  const draftId = recordDraftId(form.kind, record?.id ?? null)
  const stored = useMemo(() => form.toDraft(record, today), [form, record, today])
  const [first] = useState<FormDraft>(() => (record === null ? preset : {}))
  const [edits, setEdits] = useState<FormDraft>(() => ({
    ...first,
    ...restoreTyped(draftId, typedSchema)?.typed,
  }))
  const [errors, setErrors] = useState(NONE)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [isLeaving, setLeaving] = useState(false)

  // What is typed lies over what is stored, so that a change from elsewhere shows in the fields left alone.
  const draft = useMemo(() => ({ ...stored, ...edits }), [stored, edits])
  const fields = useMemo(() => form.toFields(draft), [form, draft])
  const changes = useMemo(() => changedFields(form.toFields(stored), fields), [form, stored, fields])
  const isUnsaved = Object.keys(changes).length > 0
  const { restored, settle } = useTypedDraft(draftId, typedSchema, edits, isUnsaved)
  useEffect(() => {
    setUnsaved(isUnsaved, () => void discardDraft(draftId))
    return () => setUnsaved(false)
  }, [isUnsaved, draftId])

  const saving = useRef(false)
  // Of the last drawing: what is typed by then is what counts when an answer comes, or a save is tried again.
  const latest = useRef({ edits, errors, stored, form, record, save: async (_isNext?: boolean) => {} })
  const save = async (isNext = false) => {
    if (saving.current) return
    if (isOutdated) return announce(t('records.unread.outdated'))
    const found = checkFields(form.kind, record, fields)
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
    setLeaving(isNext)
    const sent = record === null ? withoutNulls(fields) : changes
    const sentEdits = edits
    const reply = await answerOfSave(
      daybook().recordsSave({ kind: form.kind, id: record?.id ?? null, fields: sent, draft: draftId }),
      { owner: draftId, what: t(`records.${form.kind}.one`), retry: () => void latest.current.save(isNext) },
    )
    saving.current = false
    setSaving(false)
    setLeaving(false)
    if (!reply.ok) {
      const beside = refusalBeside(reply.error)
      if (beside !== null) {
        setErrors(beside)
        focusFirstInvalid()
      } else if (!isTroubleOfPlace(reply.error)) setRefusal(reply.error)
      return
    }
    finishDraft(draftId)
    settle()
    // What was typed while the save was under way goes on lying over the record.
    const later = editsSince(sentEdits, latest.current.edits)
    if (record === null && Object.keys(later).length > 0)
      typeDraft(recordDraftId(form.kind, reply.value.id), later)
    onSaved?.(sent)
    setEdits(later)
    announce(t('records.saved'))
    openSaved(form.kind, reply.value.id, isNext)
  }
  useEffect(() => {
    latest.current = { edits, errors, stored, form, record, save }
  })

  const onField = useCallback((field: string, value: DraftValue) => {
    setEdits((before) => ({ ...before, [field]: value }))
    // What was mended is no longer pointed at; what is still wrong stays so, and nothing new is blamed while typing.
    const { errors: before, edits: typed, ...now } = latest.current
    if (before.size === 0) return
    const next = { ...now.stored, ...typed, [field]: value }
    const still = checkFields(now.form.kind, now.record, now.form.toFields(next))
    setErrors(new Map([...before].filter(([path]) => still.has(path))))
  }, [])

  return {
    draft,
    onField,
    errors,
    isUnsaved,
    isSaving,
    isLeaving,
    isOutdated,
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

/** A refusal that names its field is said beside it; null for one that is of the whole record. */
function refusalBeside({ code, fields }: AppError): FieldErrors | null {
  const key = `errors.${code}`
  const field = fields?.field
  return typeof field === 'string' && field !== '' && isMessageKey(key) ? new Map([[field, key]]) : null
}

/** The edits that are not the ones of an earlier state. */
function editsSince(before: FormDraft, now: FormDraft): FormDraft {
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => !Object.is(value, before[field])))
}

const withoutNulls = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

/** After the errors are drawn, and what was closed over them is open: to the first field that has one. */
export function focusFirstInvalid(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const wrong = document.querySelector<HTMLElement>(
        '.panel :is([aria-invalid="true"], [data-invalid] button, [role="alert"].field__error)',
      )
      const group = wrong?.matches('.field__error') ? wrong.closest('fieldset, .row') : null
      const field = group?.querySelector<HTMLElement>('input, textarea, button') ?? wrong
      field?.focus()
    }),
  )
}
