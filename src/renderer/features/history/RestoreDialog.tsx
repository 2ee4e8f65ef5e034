/** Asks before a record is taken back to an earlier state, and for a reason if there is one to give. */
import { useState } from 'react'
import type { HistoryKind } from '../../../core/history/historyEntry.ts'
import { daybook } from '../../bridge.ts'
import { errorText } from '../../errorText.ts'
import { answerOfSave } from '../../saveTrouble.ts'
import { undoLast } from '../../shell/logCommands.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/Toast.tsx'

export interface RestoreDialogProps {
  readonly kind: HistoryKind
  readonly id: string
  readonly version: number
  /** The moment of that state, in words. */
  readonly when: string
  readonly onClose: () => void
}

export function RestoreDialog({ kind, id, version, when, onClose }: RestoreDialogProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const restore = async () => {
    if (isSaving) return
    setSaving(true)
    const given = reason.trim()
    const request = { kind, id, version, ...(given === '' ? {} : { reason: given }) }
    const reply = await answerOfSave(daybook().historyRestore(request), {
      owner: `history/${id}`,
      what: t('history.restore.what'),
      retry: null,
    })
    setSaving(false)
    if (!reply.ok) return setFailure(errorText(t, reply.error))
    const { step } = reply.value
    showToast({
      text: t('history.restore.done', { when }),
      ...(step === null
        ? {}
        : { actionLabel: t('shell.toast.undo'), onAction: () => void undoLast(t, step) }),
    })
    onClose()
  }
  return (
    <Dialog
      title={t('history.restore.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('shell.dialog.cancel')}</Button>
          <Button variant="primary" isDisabled={isSaving} onPress={() => void restore()}>
            {t('history.restore.action')}
          </Button>
        </>
      }
    >
      {failure === null ? null : <Banner kind="error">{failure}</Banner>}
      <p>{t('history.restore.body', { when })}</p>
      {kind === 'claims' ? <p>{t('history.restore.claims')}</p> : null}
      <TextField label={t('history.restore.reason')} value={reason} onChange={setReason} autoFocus />
    </Dialog>
  )
}
