/** The name of a profile, what it is for, and what can be done with the whole of it. */
import { type Profile, staleContactRule } from '../../../core/redaction/profile.ts'
import { goToProfile } from '../../navigation.ts'
import { isTroubleOfPlace, tellRefusal } from '../../saveTrouble.ts'
import { useIsReadOnly } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { freeName, saveProfile, useProfileNames } from './ownProfiles.ts'
import { profileName } from './ruleWords.ts'

export interface ProfileHeadProps {
  readonly profile: Profile
  readonly aside?: React.ReactNode
  readonly children: string
  /** Null for one that cannot be deleted. */
  readonly onDelete?: (() => void) | null
}

export function ProfileHead({ profile, aside, children, onDelete = null }: ProfileHeadProps) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const taken = useProfileNames()
  const name = profileName(t, profile)
  const copy = async () => {
    const { version: _version, basedOn, reason, ...rules } = profile
    const shipped = basedOn ?? profile.name
    const staleContacts = staleContactRule(profile)
    const copied = {
      ...rules,
      staleContacts,
      name: freeName(t, name, taken),
      basedOn: shipped,
      reason: reason ?? null,
    }
    const reply = await saveProfile({ id: null, profile: copied }, t)
    if (reply.ok) {
      goToProfile({ own: reply.value.id })
      announce(t('profiles.copy.done'))
    } else if (!isTroubleOfPlace(reply.error)) tellRefusal(t, reply.error)
  }
  return (
    <header className="profile__head">
      <div className="profile__title">
        <h2 id="profile-name">
          <bdi>{name}</bdi>
        </h2>
        {aside}
      </div>
      <p>{children}</p>
      <div className="toolbar">
        <Button isDisabled={isReadOnly} onPress={() => void copy()}>
          {t('profiles.copy.action')}
        </Button>
        {onDelete === null ? null : (
          <Button icon="bin" variant="quiet" isDisabled={isReadOnly} onPress={onDelete}>
            {t('profiles.delete.action')}
          </Button>
        )}
      </div>
    </header>
  )
}
