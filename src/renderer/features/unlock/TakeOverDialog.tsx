/**
 * Asks before a lock is taken over of which nobody can tell whether its holder still writes: on another computer, or on
 * this one after a crash. The user has to say that Daybook is closed there; nothing is taken over by one click or by
 * Enter alone.
 */
import { useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import { momentWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { inUseDetail } from './inUseDetail.ts'

export interface TakeOverDialogProps {
  /** The refusal that names who holds the log. */
  readonly holder: AppError
  readonly onTakeOver: (lockId: string) => void
  readonly onClose: () => void
}

/** Does the refusal name a holder of which the user may know better than the system that it is gone? */
export function mayBeGone({ code, fields }: AppError): boolean {
  return code === 'vault/in-use' && fields?.provenAlive === 'no'
}

export function TakeOverDialog({ holder, onTakeOver, onClose }: TakeOverDialogProps) {
  const language = useLanguage()
  const { t } = language
  const [isSure, setSure] = useState(false)
  const host = String(holder.fields?.host)
  const since = momentWords(String(holder.fields?.since), language)
  const isHere = holder.fields?.thisComputer === 'yes'
  const holds = isHere ? inUseDetail(holder.fields, language) : t('opening.takeOver.held', { host, since })
  return (
    <Dialog
      title={isHere ? t('opening.takeOver.titleHere') : t('opening.takeOver.title', { host })}
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
      <p>{holds}</p>
      <p>{t(isHere ? 'opening.takeOver.warningHere' : 'opening.takeOver.warning')}</p>
      <CheckboxField isSelected={isSure} onChange={setSure}>
        {isHere ? t('opening.takeOver.sureHere') : t('opening.takeOver.sure', { host })}
      </CheckboxField>
    </Dialog>
  )
}
