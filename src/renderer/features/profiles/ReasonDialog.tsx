/** Asks why rules are looser before they are saved, and says what each of them would let out. */
import { useState } from 'react'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { ChangeList } from './CompareView.tsx'
import { profileName } from './ruleWords.ts'
import type { ProfileForm } from './useProfileForm.ts'

export function ReasonDialog({ form }: { readonly form: ProfileForm }) {
  const t = useText()
  const { typed, profile, base, changes, edit, isSaving } = form
  const [wasTried, setTried] = useState(false)
  const isMissing = typed.reason.trim() === ''
  const close = () => form.ask(false)
  const save = () => {
    setTried(true)
    if (!isMissing && !isSaving) form.saveWithReason()
  }
  const count = changes.filter(({ direction }) => direction === 'looser').length
  return (
    <Dialog
      title={t('profiles.reasonDialog.title')}
      size="wide"
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('shell.dialog.cancel')}</Button>
          <Button variant="primary" isDisabled={isSaving} onPress={save}>
            {t('profiles.reasonDialog.save')}
          </Button>
        </>
      }
    >
      <p>{t('profiles.reasonDialog.lead', { count, base: profileName(t, base) })}</p>
      <ChangeList profile={profile} base={base} changes={changes} direction="looser" />
      <TextArea
        label={t('profiles.form.reason')}
        description={t('profiles.form.reasonHelp')}
        error={wasTried && isMissing ? t('profiles.form.reasonNeeded') : null}
        value={typed.reason}
        onChange={(reason) => edit({ ...typed, reason })}
        maxLength={2_000}
        rows={3}
        autoFocus
        isRequired
      />
    </Dialog>
  )
}
