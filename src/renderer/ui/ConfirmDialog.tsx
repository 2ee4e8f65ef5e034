/** Asks one question before something that loses work. The safe answer has the focus. */
import { useText } from '../text.ts'
import { visibleTurns } from '../visibleText.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export interface ConfirmDialogProps {
  readonly title: string
  readonly children: React.ReactNode
  readonly confirmLabel: string
  /** "Cancel" unless told. */
  readonly cancelLabel?: string
  readonly isDanger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  cancelLabel,
  isDanger = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {cancelLabel ?? t('shell.dialog.cancel')}
          </Button>
          <Button variant={isDanger ? 'danger' : 'primary'} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p>{typeof children === 'string' ? visibleTurns(children) : children}</p>
    </Dialog>
  )
}
