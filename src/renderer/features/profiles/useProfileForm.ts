/** The form of one of the user's own profiles: what is typed, how it differs, and saving it. Looser rules ask for a reason. */

import { useEffect, useMemo, useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import { type OwnProfile, profileOfRecord } from '../../../core/redaction/ownProfile.ts'
import { type Profile, SHIPPED_PROFILES } from '../../../core/redaction/profile.ts'
import { type RuleChange, ruleChanges, ruleKey } from '../../../core/redaction/ruleChanges.ts'
import { discardDraft, finishDraft } from '../../drafts/drafts.ts'
import { profileDraftId } from '../../drafts/keptDrafts.ts'
import { restoreTyped, useTypedDraft } from '../../drafts/useTypedDraft.ts'
import { setUnsaved } from '../../navigation.ts'
import { isTroubleOfPlace } from '../../saveTrouble.ts'
import { useText } from '../../text.ts'
import { announce } from '../../ui/LiveRegion.tsx'
import { saveProfile } from './ownProfiles.ts'
import { ruleValue } from './ruleWords.ts'
import {
  isSame,
  type ProfileProblems,
  problemsOf,
  rulesOf,
  type TypedProfile,
  typedOf,
  typedProfileSchema,
} from './typedProfile.ts'

type Parts = Readonly<Partial<TypedProfile>>
const partsSchema = typedProfileSchema
  .partial()
  .transform(
    (parts): Parts => Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)),
  )
const NO_PROBLEMS: ProfileProblems = {}

export interface ProfileForm {
  readonly typed: TypedProfile
  readonly profile: Profile
  readonly base: Profile
  readonly changes: readonly RuleChange[]
  readonly problems: ProfileProblems
  readonly isUnsaved: boolean
  readonly isSaving: boolean
  /** The question for a reason stands open. */
  readonly isAsked: boolean
  readonly refusal: AppError | null
  /** Instant of the draft that the form began with; null when there was none. */
  readonly restoredFrom: string | null
  readonly edit: (next: TypedProfile) => void
  readonly discard: () => void
  readonly ask: (isAsked: boolean) => void
  /** Saves, or asks for a reason first. False when something has to be mended before. */
  readonly save: () => boolean
  /** Saves with the reason that stands in the form. */
  readonly saveWithReason: () => void
}

/** @param takenNames of the other profiles, as they are shown. */
export function useProfileForm(own: OwnProfile, takenNames: readonly string[]): ProfileForm {
  const t = useText()
  const draftId = profileDraftId(own.id)
  const before = useMemo(() => profileOfRecord(own), [own])
  const stored = useMemo(() => typedOf(before), [before])
  const base = SHIPPED_PROFILES[before.basedOn ?? 'public']
  // What is typed lies over what is stored, part by part, so that a change from elsewhere shows in the rest.
  const [parts, setParts] = useState<Parts>(() => restoreTyped(draftId, partsSchema)?.typed ?? {})
  const typed = useMemo(() => ({ ...stored, ...parts }), [stored, parts])
  const profile = useMemo(() => ({ ...before, ...rulesOf(typed, before) }), [before, typed])
  const changes = useMemo(() => ruleChanges(profile, base), [profile, base])
  const isUnsaved = useMemo(() => !isSame(typed, stored), [typed, stored])
  const { restored, settle } = useTypedDraft(draftId, partsSchema, parts, isUnsaved)
  const [wasTried, setTried] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const found = useMemo(() => problemsOf(typed, takenNames), [typed, takenNames])
  useEffect(() => {
    setUnsaved(isUnsaved, () => void discardDraft(draftId))
    return () => setUnsaved(false)
  }, [isUnsaved, draftId])

  const saving = useRef(false)
  const store = async () => {
    if (saving.current) return
    saving.current = true
    setSaving(true)
    setRefusal(null)
    const sent = parts
    const isLooser = changes.some(({ direction }) => direction === 'looser')
    const { reason: _reason, ...rules } = rulesOf(typed, before)
    const reason = isLooser ? typed.reason.trim() : null
    const reply = await saveProfile(
      { id: own.id, profile: { ...rules, basedOn: base.name, reason }, draftId },
      t,
    )
    saving.current = false
    setSaving(false)
    if (!reply.ok) {
      if (!isTroubleOfPlace(reply.error)) setRefusal(reply.error)
      return
    }
    finishDraft(draftId)
    settle()
    setTried(false)
    setAsked(false)
    // What was typed while the save was under way goes on lying over the profile.
    setParts((now) => (now === sent ? {} : now))
    announce(t('profiles.form.saved'))
  }
  return {
    typed,
    profile,
    base,
    changes,
    problems: wasTried ? found : NO_PROBLEMS,
    isUnsaved,
    isSaving,
    isAsked,
    refusal,
    restoredFrom: isUnsaved ? (restored?.savedAt ?? null) : null,
    edit: (next) => setParts(differingParts(stored, next)),
    discard: () => {
      void discardDraft(draftId)
      settle()
      setTried(false)
      setRefusal(null)
      setParts({})
    },
    ask: setAsked,
    save: () => {
      setTried(true)
      setRefusal(null)
      if (Object.keys(found).length > 0) {
        announce(t('profiles.form.errors', { count: Object.keys(found).length }))
        return false
      }
      if (typed.reason.trim() === '' ? hasLooser(changes) : hasNewLooser(profile, before, base))
        setAsked(true)
      else void store()
      return true
    },
    saveWithReason: () => void store(),
  }

  function hasNewLooser(now: Profile, then: Profile, shipped: Profile): boolean {
    const known = new Set(
      ruleChanges(then, shipped)
        .filter(({ direction }) => direction === 'looser')
        .map(({ rule }) => `${ruleKey(rule)} ${ruleValue(t, then, rule)}`),
    )
    return changes.some(
      ({ rule, direction }) =>
        direction === 'looser' && !known.has(`${ruleKey(rule)} ${ruleValue(t, now, rule)}`),
    )
  }
}

const hasLooser = (changes: readonly RuleChange[]) => changes.some(({ direction }) => direction === 'looser')

/** The parts of a form that are not the ones that are stored. */
function differingParts(stored: TypedProfile, next: TypedProfile): Parts {
  const parts = Object.entries(next).filter(
    ([part, value]) => !Object.is(value, stored[part as keyof TypedProfile]),
  )
  return Object.fromEntries(parts)
}
