/** The form of an organisation. */
import { ORGANISATION_ROLES } from '../../../core/vocabularyCodes.ts'
import { type KindForm, NOTE, SHARED_FIELDS } from './sharedFields.ts'

export const ORGANISATION_FIELDS: KindForm<'organisations'> = {
  fields: {
    ...SHARED_FIELDS,
    name: { control: 'line' },
    translations: {
      control: 'rows',
      fields: { language: { control: 'language' }, text: { control: 'line' } },
    },
    kind: { control: 'code', vocabulary: 'organisation-kinds' },
    kindNote: NOTE,
    parent: { control: 'link', kinds: ['organisations'] },
    roles: { control: 'choices', codes: ORGANISATION_ROLES, prefix: 'organisationRole' },
    rolesNote: NOTE,
    recipientKey: { control: 'text', rows: 3 },
  },
  layout: {
    short: ['name', 'kind', 'roles'],
    more: [
      { heading: 'names', fields: ['translations', 'parent'] },
      { heading: 'briefs', fields: ['recipientKey'] },
      { heading: 'notes', fields: ['remarks'] },
    ],
  },
}
