/** The profile of a brief: one that comes with Daybook or one of the user's own, in a few words, and the way to all. */

import { useMemo } from 'react'
import { profileOfRecord } from '../../../core/redaction/ownProfile.ts'
import { type Profile, SHIPPED_NAMES, SHIPPED_PROFILES } from '../../../core/redaction/profile.ts'
import { goToProfile } from '../../navigation.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { useOwnProfiles } from './ownProfiles.ts'
import { profileSentences } from './profileSentences.ts'
import { profileName } from './ruleWords.ts'

/** What matters most of a profile where there is little room. */
const IN_SHORT: ReadonlySet<string> = new Set([
  'labels',
  'date',
  'place',
  'count',
  'people',
  'texts',
  'groups',
])

export interface ProfileFieldProps {
  readonly profile: Profile
  /** Told the name of another one. */
  readonly onChange: (name: string) => void
}

export function ProfileField({ profile, onChange }: ProfileFieldProps) {
  const language = useLanguage()
  const { t } = language
  const own = useOwnProfiles()
  const options = useMemo(
    () =>
      [...SHIPPED_NAMES.map((name) => SHIPPED_PROFILES[name]), ...own.map(profileOfRecord)].map((each) => ({
        value: each.name,
        label: profileName(t, each),
        ...(each.basedOn === undefined
          ? {}
          : { note: t('profiles.own.basedOn', { base: t(`profiles.name.${each.basedOn}`) }) }),
      })),
    [own, t],
  )
  const sentences = useMemo(
    () => profileSentences(language, profile).filter(({ about }) => IN_SHORT.has(about)),
    [language, profile],
  )
  const open = () => {
    const shipped = SHIPPED_NAMES.find((name) => name === profile.name)
    const record = own.find(({ name }) => name === profile.name)
    goToProfile(record === undefined ? { shipped: shipped ?? 'public' } : { own: record.id })
  }
  return (
    <div className="brief-profile">
      <SelectField
        label={t('brief.profile.label')}
        options={options}
        value={profile.name}
        onChange={onChange}
      />
      <p className="brief-profile__help">{sentences.map(({ text }) => text).join(' ')}</p>
      <Button size="small" onPress={open}>
        {t('profiles.chooser.open')}
      </Button>
    </div>
  )
}
