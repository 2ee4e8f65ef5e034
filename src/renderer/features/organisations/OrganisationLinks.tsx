/** What belongs to an organisation: incidents it stands in, parts of it, contacts it publishes. */
import { byOrganisation } from '../../backlinks.ts'
import { LinkChips } from '../../forms/controls/LinkFields.tsx'
import { newRecord } from '../../navigation.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonLinks } from '../persons/PersonLinks.tsx'

const CONTACT_KIND = ['contacts'] as const
const ORGANISATION_KIND = ['organisations'] as const

export function OrganisationLinks({ id }: RecordSectionProps) {
  const t = useText()
  const contacts = byOrganisation(useRecords('contacts'), ({ organisation }) => organisation).get(id) ?? []
  const parts = byOrganisation(useRecords('organisations'), ({ parent }) => parent).get(id) ?? []
  return (
    <>
      <PersonLinks id={id} />
      {parts.length === 0 ? null : (
        <section className="field">
          <span className="panel__caption">{t('facts.parts')}</span>
          <LinkChips kinds={ORGANISATION_KIND} ids={parts} />
        </section>
      )}
      <section className="field">
        <span className="panel__caption">{t('facts.contacts', { count: contacts.length })}</span>
        <LinkChips kinds={CONTACT_KIND} ids={contacts} />
        <Button
          size="small"
          variant="quiet"
          icon="plus"
          className="field__beside"
          onPress={() => newRecord('contacts', { organisation: id })}
        >
          {t('table.contacts.new')}
        </Button>
      </section>
    </>
  )
}
