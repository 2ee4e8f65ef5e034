/** One of the user's own profiles: what it says, how it differs from the one it was made from, and every rule of it. */

import { type KeyboardEvent, useMemo, useRef } from 'react'
import type { OwnProfile } from '../../../core/redaction/ownProfile.ts'
import { RestoredNotice } from '../../drafts/RestoredNotice.tsx'
import { errorText } from '../../errorText.ts'
import { deleteRecords } from '../../records/deleteRecords.ts'
import { latinKey } from '../../shell/shortcuts.ts'
import { useIsReadOnly } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { RecordHistory } from '../history/RecordHistory.tsx'
import { CompareView } from './CompareView.tsx'
import { focusFirstProblem } from './focusFirstProblem.ts'
import { useProfileNames } from './ownProfiles.ts'
import { ProfileHead } from './ProfileHead.tsx'
import { ProfileRules } from './ProfileRules.tsx'
import { ProfileSummary } from './ProfileSummary.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { profileName } from './ruleWords.ts'
import { type ProfileForm, useProfileForm } from './useProfileForm.ts'

export function OwnProfileForm({ own }: { readonly own: OwnProfile }) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const taken = useProfileNames(own.id)
  const form = useProfileForm(own, taken)
  const element = useRef<HTMLFormElement>(null)
  const { typed, profile, base, changes, problems, edit } = form
  const title = profileName(t, profile)
  const baseName = profileName(t, base)
  const submit = () => {
    if (!form.save()) focusFirstProblem(element.current)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (latinKey({ key: event.key, code: event.code }) !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit()
  }
  return (
    <form
      ref={element}
      className="profile"
      aria-labelledby="profile-name"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ProfileHead
        profile={profile}
        onDelete={() => void deleteRecords('profiles', [{ id: own.id, title }], t)}
      >
        {t('profiles.own.basedOn', { base: baseName })}
      </ProfileHead>
      {form.restoredFrom === null ? null : (
        <RestoredNotice savedAt={form.restoredFrom} onDiscard={form.discard} />
      )}
      {form.refusal === null ? null : <Banner kind="error">{errorText(t, form.refusal)}</Banner>}
      <ProfileSummary profile={profile} />
      <section className="profile__part" aria-labelledby="profile-compare">
        <h3 id="profile-compare">{t('profiles.compare.title', { base: baseName })}</h3>
        <CompareView profile={profile} base={base} changes={changes} />
        {typed.reason.trim() === '' || !changes.some(({ direction }) => direction === 'looser') ? null : (
          <p className="profile__reason">
            <b>{t('profiles.compare.reason')}</b> <span dir="auto">{typed.reason}</span>
          </p>
        )}
      </section>
      <div className="profile__rules">
        <TextField
          label={t('profiles.form.name')}
          value={typed.name}
          onChange={(name) => edit({ ...typed, name })}
          error={problems.name === undefined ? null : t(`profiles.form.${nameProblem(problems.name)}`)}
          isReadOnly={isReadOnly}
          maxLength={200}
        />
        <ProfileRules
          profile={profile}
          base={base}
          typed={typed}
          changes={changes}
          problems={problems}
          edit={isReadOnly ? null : edit}
        />
        <RecordHistory kind="profiles" id={own.id} />
      </div>
      <SaveBar form={form} isReadOnly={isReadOnly} />
      {form.isAsked ? <ReasonDialog form={form} /> : null}
    </form>
  )
}

const nameProblem = (problem: string) => (problem === 'nameTaken' ? 'nameTaken' : 'nameNeeded')

/** Always in sight: how many rules are looser, and saving. */
function SaveBar({ form, isReadOnly }: { readonly form: ProfileForm; readonly isReadOnly: boolean }) {
  const t = useText()
  const { changes, isUnsaved, isSaving } = form
  const looser = useMemo(() => changes.filter(({ direction }) => direction === 'looser').length, [changes])
  return (
    <div className="profile__foot">
      <p className="profile__counts" role="status">
        {t('profiles.compare.counts', { looser, tighter: changes.length - looser })}{' '}
        {isUnsaved ? t('profiles.form.unsaved') : null}
      </p>
      {isUnsaved ? (
        <Button variant="quiet" onPress={form.discard}>
          {t('profiles.form.discard')}
        </Button>
      ) : null}
      <Button variant="primary" type="submit" isDisabled={isReadOnly || isSaving || !isUnsaved}>
        {t('profiles.form.save')}
      </Button>
    </div>
  )
}
