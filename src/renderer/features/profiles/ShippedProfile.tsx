/** A profile that comes with Daybook: read, and copied. */
import { useMemo } from 'react'
import { SHIPPED_PROFILES, type ShippedName } from '../../../core/redaction/profile.ts'
import { useText } from '../../text.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ProfileHead } from './ProfileHead.tsx'
import { ProfileRules } from './ProfileRules.tsx'
import { ProfileSummary } from './ProfileSummary.tsx'
import { typedOf } from './typedProfile.ts'

export function ShippedProfile({ name }: { readonly name: ShippedName }) {
  const t = useText()
  const profile = SHIPPED_PROFILES[name]
  const typed = useMemo(() => typedOf(profile), [profile])
  return (
    <article className="profile" aria-labelledby="profile-name">
      <ProfileHead
        profile={profile}
        aside={
          <Badge tone="neutral" icon="lock">
            {t('profiles.shipped.badge')}
          </Badge>
        }
      >
        {`${t(`profiles.for.${name}`)} ${t('profiles.shipped.note')}`}
      </ProfileHead>
      <ProfileSummary profile={profile} />
      <div className="profile__rules">
        <ProfileRules profile={profile} base={profile} typed={typed} changes={[]} problems={{}} edit={null} />
      </div>
    </article>
  )
}
