/** The profiles: those that come with Daybook, and the user's own. */

import { Button } from 'react-aria-components'
import { profileOfRecord } from '../../../core/redaction/ownProfile.ts'
import { type Profile, SHIPPED_NAMES, SHIPPED_PROFILES } from '../../../core/redaction/profile.ts'
import { type ChosenProfile, goToProfile } from '../../navigation.ts'
import { useText } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useOwnProfiles } from './ownProfiles.ts'
import { profileName } from './ruleWords.ts'

export function ProfileList({ chosen }: { readonly chosen: ChosenProfile }) {
  const t = useText()
  const own = useOwnProfiles()
  return (
    <nav className="profile-list" aria-label={t('profiles.list.label')}>
      <h2>{t('profiles.list.shipped')}</h2>
      <ul>
        {SHIPPED_NAMES.map((name) => (
          <ProfileLink
            key={name}
            profile={SHIPPED_PROFILES[name]}
            to={{ shipped: name }}
            isHere={'shipped' in chosen && chosen.shipped === name}
          />
        ))}
      </ul>
      <h2>{t('profiles.list.own')}</h2>
      {own.length === 0 ? (
        <p className="field__hint">{t('profiles.list.noOwn')}</p>
      ) : (
        <ul>
          {own.map((each) => (
            <ProfileLink
              key={each.id}
              profile={profileOfRecord(each)}
              to={{ own: each.id }}
              isHere={'own' in chosen && chosen.own === each.id}
            />
          ))}
        </ul>
      )}
    </nav>
  )
}

interface ProfileLinkProps {
  readonly profile: Profile
  readonly to: ChosenProfile
  readonly isHere: boolean
}

function ProfileLink({ profile, to, isHere }: ProfileLinkProps) {
  const t = useText()
  const isShipped = 'shipped' in to
  return (
    <li>
      <Button
        className={isHere ? 'profile-list__item profile-list__item--here' : 'profile-list__item'}
        aria-current={isHere ? 'true' : 'false'}
        onPress={() => goToProfile(to)}
      >
        <span className="profile-list__name">
          <bdi>{profileName(t, profile)}</bdi>
          {isShipped ? <Icon name="lock" size={12} /> : null}
        </span>
        <span className="profile-list__note">
          {isShipped
            ? t(`profiles.for.${to.shipped}`)
            : t('profiles.own.basedOn', { base: t(`profiles.name.${profile.basedOn ?? 'public'}`) })}
        </span>
      </Button>
    </li>
  )
}
