/** The form of a public contact. */
import { type KindForm, SHARED_FIELDS } from './sharedFields.ts'

export const CONTACT_FIELDS: KindForm<'contacts'> = {
  fields: {
    ...SHARED_FIELDS,
    organisation: { control: 'link', kinds: ['organisations'] },
    offers: { control: 'line' },
    phone: { control: 'line', isCode: true },
    site: { control: 'line', isCode: true },
    email: { control: 'line', isCode: true },
    languages: { control: 'languages' },
    checkedOn: { control: 'date', startsToday: true },
    checkedAgainst: { control: 'line' },
    warning: { control: 'text', rows: 2 },
    expiresOn: { control: 'date' },
  },
  layout: {
    short: ['organisation', 'offers', 'phone', 'site', 'email', 'checkedOn', 'checkedAgainst'],
    more: [
      { heading: 'use', fields: ['warning', 'languages', 'expiresOn'] },
      { heading: 'notes', fields: ['remarks'] },
    ],
  },
}
