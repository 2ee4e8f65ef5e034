/**
 * Asks before the lock of another computer is taken over: that computer cannot be asked whether it still writes. The
 * user has to say that Daybook is closed there; nothing is taken over by one click or by Enter alone.
 */
import { useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import { momentWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export interface TakeOverDialogProps {
  /** The refusal that names who holds the log. */
  readonly holder: AppError
  readonly onTakeOver: (lockId: string) => void
  readonly onClose: () => void
}

/** Does the refusal name a holder on another computer, whose lock the user may give up for lost? */
export function isOfAnotherComputer({ code, fields }: AppError): boolean {
  return code === 'vault/in-use' && fields?.thisComputer === 'no'
}

export function TakeOverDialog({ holder, onTakeOver, onClose }: TakeOverDialogProps) {
  const language = useLanguage()
  const { t } = language
  const [isSure, setSure] = useState(false)
  const host = String(holder.fields?.host)
  const since = momentWords(String(holder.fields?.since), language)
  return (
    <Dialog
      title={t('opening.takeOver.title', { host })}
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {t('shell.dialog.cancel')}
          </Button>
          <Button
            variant="danger"
            isDisabled={!isSure}
            onPress={() => onTakeOver(String(holder.fields?.lockId))}
          >
            {t('opening.takeOver.action')}
          </Button>
        </>
      }
    >
      <p>{t('opening.takeOver.held', { host, since })}</p>
      <p>{t('opening.takeOver.warning')}</p>
      <CheckboxField isSelected={isSure} onChange={setSure}>
        {t('opening.takeOver.sure', { host })}
      </CheckboxField>
    </Dialog>
  )
}
