/** The form of a person. All but the code name, the kind, the roles and the risk is shown on a click, one person at a time. */
import { withDefaults } from '../../../core/recordDefaults.ts'
import { PERSON_KINDS, PERSON_ROLES } from '../../../core/vocabularyCodes.ts'
import { texts } from '../fieldCodec.ts'
import type { FormDraft } from '../fieldSpec.ts'
import { CONSENTS, CONTACTS, type KindForm, NOTE, SHARED_FIELDS } from './sharedFields.ts'

/** What is recorded when nobody says: whoever is victim, witness or source is at risk. */
const riskByRole = (draft: FormDraft): boolean | undefined =>
  withDefaults('persons', { roles: texts(draft.roles) }).atRisk === true ? true : undefined

export const PERSON_FIELDS: KindForm<'persons'> = {
  fields: {
    ...SHARED_FIELDS,
    codeName: { control: 'line' },
    realName: { control: 'line' },
    otherNames: {
      control: 'rows',
      fields: {
        text: { control: 'line' },
        script: { control: 'line' },
        transliterations: { control: 'tags' },
      },
    },
    kind: { control: 'choice', codes: PERSON_KINDS, prefix: 'personKind', first: 'individual' },
    kindNote: NOTE,
    roles: { control: 'choices', codes: PERSON_ROLES, prefix: 'personRole' },
    rolesNote: NOTE,
    atRisk: { control: 'yesNo', unsaid: riskByRole },
    riskNote: { control: 'text', rows: 2 },
    safeContactProtocol: { control: 'text', rows: 2 },
    contacts: CONTACTS,
    relativesAtRisk: { control: 'links', kinds: ['persons'] },
    age: { control: 'line' },
    birthDate: { control: 'date' },
    sex: { control: 'code', vocabulary: 'sexes' },
    sexNote: NOTE,
    sexualOrientation: { control: 'code', vocabulary: 'sexual-orientations' },
    sexualOrientationNote: NOTE,
    genderIdentity: { control: 'code', vocabulary: 'gender-identities' },
    genderIdentityNote: NOTE,
    occupation: { control: 'line' },
    origin: { control: 'line' },
    health: { control: 'text', rows: 2 },
    languages: { control: 'languages' },
    consents: CONSENTS,
  },
  layout: {
    short: ['codeName', 'kind', 'atRisk', 'roles'],
    more: [
      { heading: 'names', fields: ['realName', 'otherNames'] },
      { heading: 'safety', fields: ['riskNote', 'safeContactProtocol', 'contacts', 'relativesAtRisk'] },
      { heading: 'consents', fields: ['consents'] },
      {
        heading: 'aboutPerson',
        fields: ['age', 'birthDate', 'sex', 'occupation', 'origin', 'languages', 'health'],
      },
      { heading: 'sexualityAndGender', fields: ['sexualOrientation', 'genderIdentity'] },
      { heading: 'notes', fields: ['remarks'] },
    ],
  },
}
