/** The table of public contacts: what an organisation itself publishes, and how long ago that was checked. */

import { useMemo } from 'react'
import { type Contact, isContactStale } from '../../../core/contact.ts'
import { edtfSpan } from '../../../core/edtfSpan.ts'
import type { Organisation } from '../../../core/organisation.ts'
import { dateWords } from '../../dateWords.ts'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import { useIsArriving, useRecords, useToday } from '../../store.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import type { GroupKey, TableColumn } from '../../table/tableColumn.ts'
import { type Language, useLanguage } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { checkAge } from './checkAge.ts'

const LONGEST_UNCHECKED_FIRST = [{ id: 'checkedOn', desc: false }]
const organisationKeys = (contact: Contact) => [contact.organisation]
const checkedOn = (contact: Contact) => contact.checkedOn
const asRecord = (contact: Contact) => contact

export function ContactsScreen() {
  const language = useLanguage()
  const today = useToday()
  const isArriving = useIsArriving()
  const contacts = useRecords('contacts')
  const organisations = useRecords('organisations')
  const columns = useMemo(
    () => contactColumns(language, organisations, today, isArriving),
    [language, organisations, today, isArriving],
  )
  return (
    <TableScreen
      kind="contacts"
      recordsById={contacts}
      columns={columns}
      firstSorting={LONGEST_UNCHECKED_FIRST}
      asRecord={asRecord}
    />
  )
}

/** @param isArriving is the log still being read? Then an organisation without a name may just not be here yet. */
export function contactColumns(
  language: Language,
  organisations: Readonly<Record<string, Organisation>>,
  today: string,
  isArriving: boolean,
): readonly TableColumn<Contact>[] {
  const { t } = language
  const groupOrganisation = (key: GroupKey) =>
    organisations[key]?.name ?? (isArriving ? '' : t('table.groups.organisationGone'))
  return [
    {
      id: 'offers',
      header: 'column.offers',
      value: (row) => row.offers,
      isWritten: true,
      width: 214,
      grow: 1,
    },
    {
      id: 'organisation',
      header: 'column.organisation',
      value: (row) => organisations[row.organisation]?.name,
      group: { keys: organisationKeys, words: groupOrganisation },
      isWritten: true,
      width: 170,
    },
    {
      id: 'reach',
      header: 'column.reach',
      value: (row) => row.phone ?? row.email ?? row.site,
      cell: (row) => [row.phone, row.email, row.site].filter(Boolean).join(' · '),
      isWritten: true,
      width: 190,
    },
    {
      id: 'checkedOn',
      header: 'column.checkedOn',
      value: (row) => edtfSpan(row.checkedOn)?.latest ?? undefined,
      text: (row) => dateWords(row.checkedOn, language),
      isCode: true,
      cell: (row) => {
        const age = checkAge(row, today, language)
        return isContactStale(row, today) ? (
          <span className="mark mark--warning" title={t('contacts.stale.title')}>
            <Icon name="warning" size={14} />
            <span>{t('contacts.stale.cell', { age })}</span>
          </span>
        ) : (
          age
        )
      },
      filter: { by: 'date', date: checkedOn },
      width: 230,
    },
    {
      id: 'warning',
      header: 'column.warning',
      value: (row) => row.warning,
      isWritten: true,
      width: 158,
    },
    confidentialityColumn(language),
    tagsColumn(),
    updatedAtColumn(language),
  ]
}
