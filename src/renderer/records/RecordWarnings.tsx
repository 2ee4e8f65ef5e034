/** What must be seen before a record is used: that it was merged, that a contact is out of date. */
import { isContactStale } from '../../core/contact.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { checkAge } from '../features/contacts/checkAge.ts'
import { text } from '../forms/fieldCodec.ts'
import type { FormDraft } from '../forms/fieldSpec.ts'
import { openRecord } from '../navigation.ts'
import { useRecords, useToday } from '../store.ts'
import { useLanguage } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { visibleTurns } from '../visibleText.ts'

export interface RecordWarningsProps {
  readonly kind: EditableKind
  readonly id: string | null
  readonly draft: FormDraft
}

export function RecordWarnings({ kind, id, draft }: RecordWarningsProps) {
  if (kind === 'incidents' && id !== null) return <MergedNotice id={id} />
  if (kind === 'contacts' && id !== null) return <ContactNotice id={id} warning={text(draft.warning)} />
  return null
}

function MergedNotice({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  const incidents = useRecords('incidents')
  const into = incidents[id]?.mergedInto
  if (into === undefined) return null
  const other = incidents[into]
  return (
    <Banner
      kind="warning"
      title={t('forms.merged.title')}
      actions={
        other === undefined ? null : (
          <Button size="small" onPress={() => openRecord('incidents', into)}>
            {t('forms.merged.open')}
          </Button>
        )
      }
    >
      {t('forms.merged.body', { title: visibleTurns(other?.title ?? into) })}
    </Banner>
  )
}

function ContactNotice({ id, warning }: { readonly id: string; readonly warning: string }) {
  const language = useLanguage()
  const { t } = language
  const today = useToday()
  const contact = useRecords('contacts')[id]
  if (contact === undefined || today === '') return null
  const age = checkAge(contact, today, language)
  return (
    <>
      {isContactStale(contact, today) ? (
        <Banner kind="warning" title={t('contacts.stale.title')}>
          {t('contacts.stale.body', { age })}
        </Banner>
      ) : (
        <p className="field__hint">{t('contacts.checked', { age })}</p>
      )}
      {warning.trim() === '' ? null : (
        <Banner kind="warning" title={t('contacts.warning.title')}>
          {visibleTurns(warning)}
        </Banner>
      )}
    </>
  )
}
