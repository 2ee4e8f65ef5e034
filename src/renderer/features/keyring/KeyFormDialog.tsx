/** A new key of the log's own, or the public key of somebody else. */
import { useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { KeyUse } from '../../../core/keyring/ownKey.ts'
import { daybook } from '../../bridge.ts'
import { errorText } from '../../errorText.ts'
import { answerOfSave, isTroubleOfPlace } from '../../saveTrouble.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { OrganisationField } from './OrganisationField.tsx'

export interface KeyFormDialogProps {
  /** Null for a key of others, whose use is told from its form. */
  readonly use: KeyUse | null
  /** With the id of what was made, or null when nothing was. */
  readonly onClose: (id: string | null) => void
}

export function KeyFormDialog({ use, onClose }: KeyFormDialogProps) {
  const t = useText()
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState<string | null>(null)
  const [publicKey, setPublicKey] = useState('')
  const [remarks, setRemarks] = useState('')
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const [isSaving, setSaving] = useState(false)

  const save = async () => {
    if (name.trim() === '') return setRefusal({ code: 'keys/name-missing' })
    setSaving(true)
    const reply = await answerOfSave(
      use === null
        ? daybook().recipientKeysAdd({ name, organisation, publicKey, remarks })
        : daybook().keysMake({ use, name, organisation }),
      { owner: 'keyring', what: t('keyring.what.key'), retry: null },
    )
    setSaving(false)
    if (reply.ok) return onClose(reply.value.id)
    if (isTroubleOfPlace(reply.error)) return onClose(null)
    setRefusal(reply.error)
  }
  return (
    <Dialog
      title={t(`keyring.new.${use ?? 'theirs'}`).replace('…', '')}
      onClose={() => onClose(null)}
      footer={
        <>
          <Button onPress={() => onClose(null)}>{t('shell.dialog.cancel')}</Button>
          <Button variant="primary" isDisabled={isSaving} onPress={() => void save()}>
            {t(use === null ? 'keyring.form.add' : 'keyring.form.make')}
          </Button>
        </>
      }
    >
      <div className="dialog__form">
        {use === 'sign' ? <p>{t('keyring.hand')}</p> : null}
        <TextField
          autoFocus
          label={t('keyring.form.name')}
          description={t('keyring.form.nameHelp')}
          value={name}
          onChange={setName}
          maxLength={300}
        />
        <OrganisationField value={organisation} onChange={setOrganisation} />
        {use === null ? (
          <>
            <TextArea
              label={t('keyring.form.publicKey')}
              description={t('keyring.form.publicKeyHelp')}
              value={publicKey}
              onChange={setPublicKey}
              rows={2}
              maxLength={2_000}
            />
            <TextField label={t('keyring.form.remarks')} value={remarks} onChange={setRemarks} />
          </>
        ) : null}
        {refusal === null ? null : <Banner kind="error">{errorText(t, refusal)}</Banner>}
      </div>
    </Dialog>
  )
}
