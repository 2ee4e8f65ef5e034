/** A modal dialog; shown while it is rendered. Escape and the close button call `onClose`. Focus stays inside. */
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../text.ts'
import { visibleTurns } from '../visibleText.ts'
import { Button } from './Button.tsx'
import { useDialogFocus } from './useDialogFocus.ts'
import './surfaces.css'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: React.ReactNode
  /** Buttons, the main one last. */
  readonly footer?: React.ReactNode
  /** `page` fills the window. */
  readonly size?: 'medium' | 'wide' | 'page'
  readonly role?: 'dialog' | 'alertdialog'
  /** A click outside closes; off where something typed would be lost. */
  readonly isDismissable?: boolean
  /** Neither Escape nor a cross closes it: only its own buttons. */
  readonly isKept?: boolean
  /** Only text to read: it takes the focus itself, so that it scrolls by keyboard. */
  readonly isText?: boolean
}

export function Dialog({
  title,
  onClose,
  children,
  footer,
  size = 'medium',
  role = 'dialog',
  isDismissable = false,
  isKept = false,
  isText = false,
}: DialogProps) {
  const t = useText()
  const focus = useDialogFocus()
  const onOpenChange = (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={isKept}
    >
      <Modal className={size === 'medium' ? 'modal' : `modal modal--${size}`}>
        <AriaDialog ref={focus} className="dialog" role={role}>
          <div className="dialog__head">
            <Heading slot="title" level={2}>
              {visibleTurns(title)}
            </Heading>
            {isKept ? null : (
              <Button
                variant="quiet"
                size="small"
                icon="close"
                aria-label={t('shell.dialog.close')}
                onPress={onClose}
              />
            )}
          </div>
          <div className="dialog__body" {...(isText ? { tabIndex: 0 } : {})}>
            {children}
          </div>
          {footer === undefined ? null : <div className="dialog__foot">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
