/** The form of any record: the short form, what is locked, the rest under "More", and what is read rather than edited. */
import { Suspense, useMemo, useState } from 'react'
import type { OptIn } from '../../core/log.ts'
import { optInOf } from '../../core/optIns.ts'
import { recordTitle } from '../../core/records.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { AssessDialog } from '../features/board/AssessDialog.tsx'
import { ClaimStanding } from '../features/claims/ClaimStanding.tsx'
import { createForm, presetDraft } from '../forms/createForm.ts'
import { FormFields } from '../forms/FormFields.tsx'
import type { FieldSpec } from '../forms/fieldSpec.ts'
import { GRADE_FIELDS } from '../forms/fields/claimFields.ts'
import { filledFields } from '../forms/filledFields.ts'
import { fieldsOf, layoutOf } from '../forms/kindForms.ts'
import { MoreFields } from '../forms/MoreFields.tsx'
import type { OpenRecord } from '../navigation.ts'
import { onDemand } from '../onDemand.tsx'
import { useLogState, useRecords } from '../store.ts'
import { useText } from '../text.ts'
import { useWholeRecord } from '../wholeRecords.ts'
import { deleteRecords } from './deleteRecords.ts'
import { FormFrame } from './FormFrame.tsx'
import { LockedNotice } from './LockedNotice.tsx'
import { RecordSections } from './RecordSections.tsx'
import { RecordWarnings } from './RecordWarnings.tsx'
import { useLockedFields } from './useLockedFields.ts'
import { useRecordForm } from './useRecordForm.ts'
import { useSoonOrNow } from './useSoon.ts'

const DuplicateNoticeView = onDemand(
  async () => (await import('../features/duplicates/DuplicateNotice.tsx')).DuplicateNotice,
)

/** Fields that are drawn at once; the rest follows while nobody waits. */
const AT_ONCE = 3

type Specs = Readonly<Record<string, FieldSpec>>
type Shown = Readonly<Record<string, unknown>> & { readonly id: string; readonly updatedAt: string }

export interface RecordFormViewProps extends OpenRecord {
  /** Is what is known of the record from before it changed? Then it cannot be saved. */
  readonly isOutdated: boolean
}

export function RecordFormView(props: RecordFormViewProps) {
  const { kind, id, preset, isAssessing: startsAssessing, isOutdated } = props
  const t = useText()
  const { record: shown } = useWholeRecord(kind, useRecords(kind)[id ?? ''])
  const locked = useLockedFields(kind, id, shown?.updatedAt)
  const record = useMemo(
    (): Shown | null => (shown === undefined ? null : { ...shown, ...locked.values }),
    [shown, locked.values],
  )
  const isNew = record === null
  const { optIns } = useLogState()
  const isLocked = !isNew && locked.values === null && locked.names.length > 0
  const specs = useMemo(
    () => shownFields(kind, { isNew, isLocked, lockedNames: locked.names, optIns, revealed: locked.values }),
    [kind, isNew, isLocked, locked.names, optIns, locked.values],
  )
  const recordForm = useMemo(() => createForm(kind, specs), [kind, specs])
  const form = useRecordForm({
    form: recordForm,
    // What was typed into a field that is hidden now is kept as well.
    typedSchema: useMemo(() => createForm(kind, fieldsOf(kind)).typedSchema, [kind]),
    record,
    preset: useMemo(() => presetDraft(specs, preset ?? {}), [specs, preset]),
    isOutdated,
    onSaved: locked.noteSaved,
  })
  const [isAssessing, setAssessing] = useState(startsAssessing ?? false)
  const layout = layoutOf(kind)
  const { isThere: isWhole, hurry } = useSoonOrNow()
  const filled = useMemo(() => filledFields(specs, form.draft), [specs, form.draft])
  const claim = useRecords('claims')[kind === 'claims' ? (id ?? '') : '']

  const title = shown === undefined ? null : recordTitle(kind, shown as never)
  const onDelete = id === null || title === null ? null : () => void deleteRecords(kind, [{ id, title }], t)
  const onKey = ({ key }: React.KeyboardEvent) => {
    if (key === 'Tab' && !isWhole) hurry()
  }
  return (
    <div className="record-form" onKeyDownCapture={onKey}>
      <FormFrame kind={kind} recordId={id} form={form} specs={specs} onDelete={onDelete}>
        <RecordWarnings kind={kind} id={id} draft={form.draft} />
        {kind === 'incidents' && isWhole && (isNew || form.isUnsaved) ? (
          <Suspense fallback={null}>
            <DuplicateNoticeView id={id} fields={recordForm.toFields(form.draft)} />
          </Suspense>
        ) : null}
        {claim === undefined ? null : <ClaimStanding claim={claim} onAssess={() => setAssessing(true)} />}
        <FormFields
          names={isWhole ? layout.short : layout.short.slice(0, AT_ONCE)}
          specs={specs}
          draft={form.draft}
          onField={form.onField}
        />
        {isWhole ? (
          <>
            {record !== null && (kind === 'persons' || kind === 'sources') ? (
              <LockedNotice kind={kind} locked={locked} isUnsaved={form.isUnsaved} />
            ) : null}
            <MoreFields
              groups={layout.more}
              filled={filled}
              specs={specs}
              draft={form.draft}
              onField={form.onField}
            />
            {id === null ? null : <RecordSections kind={kind} id={id} />}
          </>
        ) : null}
      </FormFrame>
      {claim !== undefined && isAssessing ? (
        <AssessDialog claimId={claim.id} onClose={() => setAssessing(false)} />
      ) : null}
    </div>
  )
}

interface Situation {
  readonly isNew: boolean
  readonly isLocked: boolean
  readonly lockedNames: readonly string[]
  readonly optIns: readonly OptIn[]
  /** What was revealed of the record. */
  readonly revealed: Readonly<Record<string, unknown>> | null
}

/**
 * The fields that can be edited now: not those that are locked, not the grades of a claim that exists, and what the log
 * does not ask for only where it is there already.
 */
function shownFields(kind: EditableKind, situation: Situation): Specs {
  const { isNew, isLocked, lockedNames, optIns, revealed } = situation
  const isAsked = (field: string) => {
    const optIn = optInOf(kind, field)
    return optIn === null || optIns.includes(optIn) || revealed?.[field] !== undefined
  }
  const hidden = new Set([
    ...(isLocked ? lockedNames : []),
    ...(kind === 'claims' && !isNew ? GRADE_FIELDS : []),
  ])
  return Object.fromEntries(
    Object.entries(fieldsOf(kind)).filter(([field]) => !hidden.has(field) && isAsked(field)),
  )
}
