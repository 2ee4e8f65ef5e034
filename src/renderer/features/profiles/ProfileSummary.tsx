/** A profile in plain words, a sentence a line. */
import { useMemo } from 'react'
import type { Profile } from '../../../core/redaction/profile.ts'
import { useLanguage } from '../../text.ts'
import { profileSentences } from './profileSentences.ts'

export function ProfileSummary({ profile }: { readonly profile: Profile }) {
  const language = useLanguage()
  const sentences = useMemo(() => profileSentences(language, profile), [language, profile])
  return (
    <section className="profile__part" aria-labelledby="profile-summary">
      <h3 id="profile-summary">{language.t('profiles.summary.title')}</h3>
      <ul className="profile__sentences">
        {sentences.map(({ about, text }) => (
          <li key={about}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
