/** What every record form has around its own fields: sharing on top, saving and deleting at the foot. */
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { RestoredNotice } from '../drafts/RestoredNotice.tsx'
import { errorText } from '../errorText.ts'
import { FormFields } from '../forms/FormFields.tsx'
import type { FieldSpec } from '../forms/fieldSpec.ts'
import { DraftContext, ScopeContext } from '../forms/formScope.ts'
import { useIsReadOnly } from '../store.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { showUnchosen, UnchosenContext, type UnchosenTexts } from '../ui/unchosenTexts.ts'
import { saveKey } from './saveKey.ts'
import { focusFirstInvalid, type OpenForm } from './useRecordForm.ts'

export interface FormFrameProps {
  readonly kind: EditableKind
  readonly recordId: string | null
  readonly form: OpenForm
  readonly specs: Readonly<Record<string, FieldSpec>>
  readonly children: ReactNode
  /** Null for a record that is not saved yet. */
  readonly onDelete: (() => void) | null
}

const SHARING = ['confidentiality', 'tags']

export function FormFrame({ kind, recordId, form, specs, children, onDelete }: FormFrameProps) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const [unchosen] = useState<UnchosenTexts>(() => new Set())
  const save = (isNext = false) => {
    const count = showUnchosen(unchosen)
    if (count === 0) return void form.save(isNext)
    announce(t('records.error.summary', { count }))
    focusFirstInvalid()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = form.isLeaving ? 'none' : saveKey(event, recordId === null && !isReadOnly)
    if (key === null) return
    event.preventDefault()
    // What has the focus would hear the key too.
    event.stopPropagation()
    if (key !== 'none') save(key === 'next')
  }
  const scope = useMemo(() => ({ kind, recordId, errors: form.errors }), [kind, recordId, form.errors])
  return (
    <form
      className="panel__form"
      noValidate
      onKeyDownCapture={onKeyDown}
      onBeforeInputCapture={(event) => (form.isLeaving ? event.preventDefault() : undefined)}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <UnchosenContext value={unchosen}>
        <ScopeContext value={scope}>
          <DraftContext value={form.draft}>
            <div className="panel__sharing">
              <FormFields names={SHARING} specs={specs} draft={form.draft} onField={form.onField} />
            </div>
            <div className="panel__body">
              {form.restoredFrom === null ? null : (
                <RestoredNotice savedAt={form.restoredFrom} onDiscard={form.discardRestored} />
              )}
              {form.refusal ? <Banner kind="error">{errorText(t, form.refusal)}</Banner> : null}
              {children}
            </div>
          </DraftContext>
        </ScopeContext>
      </UnchosenContext>
      <div className="panel__foot">
        {onDelete === null ? null : (
          <Button variant="quiet" icon="bin" isDisabled={isReadOnly} onPress={onDelete}>
            {t('table.delete')}
          </Button>
        )}
        <span className="panel__state" role="status">
          {form.isUnsaved ? t('records.unsaved') : null}
        </span>
        {recordId === null ? (
          <Button
            isDisabled={isReadOnly || form.isSaving}
            aria-keyshortcuts="Control+Enter"
            onPress={() => save(true)}
          >
            {t('records.saveAndNew')}
          </Button>
        ) : null}
        <Button
          variant="primary"
          type="submit"
          isDisabled={
            isReadOnly || form.isSaving || form.isOutdated || (onDelete !== null && !form.isUnsaved)
          }
        >
          {t('records.save')}
        </Button>
      </div>
    </form>
  )
}
