/** The user's own profiles, as records of the log: read, named and saved. */
import { useMemo } from 'react'
import type { AppError } from '../../../core/appError.ts'
import { type OwnProfile, profileOfRecord } from '../../../core/redaction/ownProfile.ts'
import { type Profile, SHIPPED_NAMES, SHIPPED_PROFILES } from '../../../core/redaction/profile.ts'
import type { Result } from '../../../core/result.ts'
import type { Translate } from '../../../shared/i18n/format.ts'
import { daybook } from '../../bridge.ts'
import { answerOfSave } from '../../saveTrouble.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import type { ProfileRules } from './typedProfile.ts'

/** By name. */
export function useOwnProfiles(): readonly OwnProfile[] {
  const profiles = useRecords('profiles')
  return useMemo(() => Object.values(profiles).sort((a, b) => a.name.localeCompare(b.name)), [profiles])
}

/** The profile of that name; the most careful one when there is none any more. */
export function useChosenProfile(name: string): Profile {
  const own = useOwnProfiles()
  return useMemo(() => {
    const shipped = SHIPPED_NAMES.find((each) => each === name)
    const record = own.find((each) => each.name === name)
    if (shipped !== undefined || record === undefined) return SHIPPED_PROFILES[shipped ?? 'public']
    return profileOfRecord(record)
  }, [own, name])
}

/** The names that a profile may not have: those of the others, the shipped ones in both forms. @param but its own id. */
export function useProfileNames(but: string | null = null): readonly string[] {
  const t = useText()
  const own = useOwnProfiles()
  return useMemo(
    () => [
      ...SHIPPED_NAMES.flatMap((name) => [name, t(`profiles.name.${name}`)]),
      ...own.flatMap(({ id, name }) => (id === but ? [] : [name])),
    ],
    [t, own, but],
  )
}

/** A name for a copy that no profile has yet. */
export function freeName(t: Translate, name: string, taken: readonly string[]): string {
  const folded = new Set(taken.map((each) => each.toLocaleLowerCase()))
  for (let number = 1; ; number += 1) {
    const next =
      number === 1 ? t('profiles.copy.name', { name }) : t('profiles.copy.nameAgain', { name, number })
    if (!folded.has(next.toLocaleLowerCase())) return next
  }
}

export interface SavedProfile {
  /** Null for a new one. */
  readonly id: string | null
  readonly profile: Omit<ProfileRules, 'reason'> & {
    readonly basedOn: string
    /** Null for none. */
    readonly reason: string | null
  }
  /** The draft that this finishes. */
  readonly draftId?: string
}

/** Saves a profile as one step that can be undone. */
export function saveProfile(
  { id, profile, draftId }: SavedProfile,
  t: Translate,
): Promise<Result<{ id: string }, AppError>> {
  const save = () =>
    daybook().recordsSave({
      kind: 'profiles',
      id,
      fields: { ...profile },
      ...(draftId === undefined ? {} : { draft: draftId }),
    })
  const trouble = {
    owner: draftId ?? 'profile/new',
    what: t(id === null ? 'profiles.copy.what' : 'bin.kind.profiles'),
    retry: null,
  }
  return answerOfSave(save(), trouble)
}
