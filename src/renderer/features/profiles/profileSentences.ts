/** A profile in plain words: what it takes, what it shows and how fine, sentence by sentence. */
import { KINDS } from '../../../core/records.ts'
import { exportableFields } from '../../../core/redaction/fieldPolicies.ts'
import type { PrecisionClass } from '../../../core/redaction/precision.ts'
import { type Profile, policyOf } from '../../../core/redaction/profile.ts'
import type { Language } from '../../text.ts'
import { fieldName, kindName, precisionWords } from './ruleWords.ts'

/** Of the classes of values, what a profile shows of each. Ages are told only where people are. */
const TOLD: readonly PrecisionClass[] = ['date', 'place', 'coordinates', 'count', 'category']

export interface ProfileSentence {
  readonly about: 'labels' | 'refusals' | PrecisionClass | 'people' | 'texts' | 'written' | 'groups' | 'never'
  readonly text: string
}

/** The sentences, in the order in which a brief is made. */
export function profileSentences(
  language: Pick<Language, 't' | 'comma'>,
  profile: Profile,
): ProfileSentence[] {
  const { t, comma } = language
  const { labels, purposes, personPurposes, precision } = profile
  const consents = (given: Profile['purposes']) =>
    given.map((each) => t(`consentPurpose.${each}`)).join(comma)
  const texts = fieldsWith(language, profile, 'text')
  const written = fieldsWith(language, profile, 'clean-text')
  const showsPeople = personPurposes.length > 0 && policyOf(profile, 'persons', 'roles') !== 'drop'
  const classes = showsPeople ? [...TOLD, 'age' as const] : TOLD
  const { k, l, mode } = profile.disclosure
  return [
    {
      about: 'labels',
      text: t('profiles.says.labels', {
        labels: labels.map((each) => t(`confidentiality.${each}`)).join(comma),
      }),
    },
    { about: 'refusals', text: t('profiles.says.refusals', { purposes: consents(purposes) }) },
    ...classes.map((about) => ({
      about,
      text: t(`profiles.says.${about}`, {
        value: precision[about],
        words: precisionWords(t, profile, about),
      }),
    })),
    {
      about: 'people',
      text: showsPeople
        ? t('profiles.says.people', { purposes: consents(personPurposes) })
        : t('profiles.says.noPeople'),
    },
    {
      about: 'texts',
      text:
        texts.length === 0
          ? t('profiles.says.noTexts')
          : t('profiles.says.texts', { fields: texts.join(comma) }),
    },
    ...(written.length === 0
      ? []
      : [
          { about: 'written' as const, text: t('profiles.says.cleanTexts', { fields: written.join(comma) }) },
        ]),
    { about: 'groups', text: t(`profiles.says.${mode}`, { k, l }) },
    { about: 'never', text: t('profiles.says.never') },
  ]
}

/** "Incidents: Title, Summary" for each kind with fields of that policy. */
function fieldsWith(
  { t, comma }: Pick<Language, 't' | 'comma'>,
  profile: Profile,
  policy: 'text' | 'clean-text',
): string[] {
  return KINDS.flatMap((kind) => {
    const names = exportableFields(kind)
      .filter((path) => policyOf(profile, kind, path) === policy)
      .map((path) => fieldName(t, path) ?? path)
    return names.length === 0 ? [] : [`${kindName(t, kind)} (${names.join(comma)})`]
  })
}
