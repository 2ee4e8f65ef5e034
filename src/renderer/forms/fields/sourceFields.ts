/** The form of a source. */
import { withDefaults } from '../../../core/recordDefaults.ts'
import { RELIABILITIES, SOURCE_ACCESS, SOURCE_KINDS, SOURCE_SCALES } from '../../../core/vocabularyCodes.ts'
import type { FormDraft } from '../fieldSpec.ts'
import { CONSENTS, CONTACTS, type KindForm, NOTE, SHARED_FIELDS } from './sharedFields.ts'

/** What is recorded when nobody says: whoever is a person is not to be contacted. */
const contactByKind = ({ kind }: FormDraft): boolean | undefined =>
  withDefaults('sources', { kind }).protection === undefined ? undefined : true

export const SOURCE_FIELDS: KindForm<'sources'> = {
  fields: {
    ...SHARED_FIELDS,
    name: { control: 'line' },
    kind: { control: 'choice', codes: SOURCE_KINDS, prefix: 'sourceKind', first: 'media' },
    kindNote: NOTE,
    // A new source is F: there is no basis yet (records.md, "Admiralty grading").
    reliability: {
      control: 'choice',
      codes: RELIABILITIES,
      prefix: 'reliability',
      first: 'F',
      showsCode: true,
    },
    reliabilityReason: { control: 'text', rows: 3 },
    reliabilityOn: { control: 'date' },
    access: { control: 'choice', codes: SOURCE_ACCESS, prefix: 'sourceAccess' },
    accessNote: NOTE,
    person: { control: 'link', kinds: ['persons'] },
    gotItFrom: { control: 'link', kinds: ['sources'] },
    bias: { control: 'text', rows: 2 },
    languages: { control: 'languages' },
    scale: { control: 'choice', codes: SOURCE_SCALES, prefix: 'sourceScale' },
    scaleNote: NOTE,
    protection: {
      control: 'group',
      fields: {
        doNotContact: { control: 'yesNo', unsaid: contactByKind },
        communicationMayBeIntercepted: { control: 'yesNo' },
        realIdentityHeld: { control: 'yesNo' },
        realIdentityWhere: { control: 'text', rows: 1 },
        safeContactProtocol: { control: 'text', rows: 2 },
      },
    },
    contacts: CONTACTS,
    consents: CONSENTS,
  },
  layout: {
    short: ['name', 'kind', 'reliability', 'reliabilityReason', 'reliabilityOn'],
    more: [
      { heading: 'position', fields: ['access', 'scale', 'person', 'gotItFrom', 'bias', 'languages'] },
      { heading: 'protection', fields: ['protection', 'contacts'] },
      { heading: 'consents', fields: ['consents'] },
      { heading: 'notes', fields: ['remarks'] },
    ],
  },
}
