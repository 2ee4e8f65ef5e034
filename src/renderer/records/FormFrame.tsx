/** What every record form has around its own fields: sharing on top, "More" below, saving and deleting at the foot. */
import type { KeyboardEvent, ReactNode } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { RestoredNotice } from '../drafts/RestoredNotice.tsx'
import { errorText } from '../errorText.ts'
import { latinKey } from '../shell/shortcuts.ts'
import { useIsReadOnly } from '../store.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { type SharingDraft, SharingFields } from './SharingFields.tsx'
import type { OpenForm } from './useRecordForm.ts'

export interface SharedDraft extends SharingDraft {
  readonly remarks: string
}

export interface FormFrameProps {
  readonly form: OpenForm<SharedDraft>
  /** The fields of the short form. */
  readonly children: ReactNode
  /** Below "More": what is read, not edited. */
  readonly after?: ReactNode
  /** Null for a record that is not saved yet. */
  readonly onDelete: (() => void) | null
}

export function FormFrame({ form, children, after, onDelete }: FormFrameProps) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const onKeyDown = (event: KeyboardEvent) => {
    if (latinKey({ key: event.key, code: event.code }) !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void form.save()
  }
  return (
    <form
      className="panel__form"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void form.save()
      }}
    >
      <SharingFields draft={form.draft} onChange={form.change} />
      <div className="panel__body">
        {form.restoredFrom === null ? null : (
          <RestoredNotice savedAt={form.restoredFrom} onDiscard={form.discardRestored} />
        )}
        {form.refusal ? <Banner kind="error">{errorText(t, form.refusal)}</Banner> : null}
        {children}
        <Disclosure className="more">
          <Heading level={3}>
            <AriaButton slot="trigger" className="more__button">
              <Icon name="open" size={14} />
              {t('records.more')}
            </AriaButton>
          </Heading>
          <DisclosurePanel>
            <TextArea
              label={t('records.field.remarks')}
              value={form.draft.remarks}
              onChange={(remarks) => form.change({ remarks })}
            />
          </DisclosurePanel>
        </Disclosure>
        {after}
      </div>
      <div className="panel__foot">
        {onDelete === null ? null : (
          <Button variant="quiet" icon="bin" isDisabled={isReadOnly} onPress={onDelete}>
            {t('table.delete')}
          </Button>
        )}
        <span className="panel__state" role="status">
          {form.isUnsaved ? t('records.unsaved') : null}
        </span>
        <Button
          variant="primary"
          type="submit"
          isDisabled={isReadOnly || form.isSaving || (onDelete !== null && !form.isUnsaved)}
        >
          {t('records.save')}
        </Button>
      </div>
    </form>
  )
}
