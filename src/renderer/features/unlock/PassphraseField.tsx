/** A passphrase field: hidden unless asked for, with a warning while Caps Lock is on. */
import { useState } from 'react'
import { TextField as AriaTextField, Button, Group, Input } from 'react-aria-components'
import { useText } from '../../text.ts'
import { FieldFrame } from '../../ui/FieldFrame.tsx'
import { Icon } from '../../ui/Icon.tsx'
import '../../ui/controls.css'

export interface PassphraseFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: React.ReactNode
  readonly error?: string | null
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly inputRef?: React.Ref<HTMLInputElement>
}

export function PassphraseField({
  label,
  value,
  onChange,
  description,
  error = null,
  autoFocus = false,
  isDisabled = false,
  inputRef,
}: PassphraseFieldProps) {
  const t = useText()
  const [isShown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const watchCapsLock = (event: React.KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <AriaTextField
      className="field"
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      isDisabled={isDisabled}
      isInvalid={error !== null}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
    >
      <FieldFrame label={label} description={description} error={error}>
        <Group className="field__group">
          <Input
            className="field__input"
            dir="auto"
            onKeyDown={watchCapsLock}
            onKeyUp={watchCapsLock}
            {...(inputRef === undefined ? {} : { ref: inputRef })}
          />
          <Button
            className="passphrase__reveal"
            aria-label={t(isShown ? 'unlock.passphrase.hideLabel' : 'unlock.passphrase.showLabel')}
            onPress={() => setShown(!isShown)}
            isDisabled={isDisabled}
          >
            {t(isShown ? 'unlock.passphrase.hide' : 'unlock.passphrase.show')}
          </Button>
        </Group>
      </FieldFrame>
      <div role="status" className="passphrase__caps">
        {capsLock ? (
          <>
            <Icon name="warning" size={14} />
            <span>{t('unlock.passphrase.capsLock')}</span>
          </>
        ) : null}
      </div>
    </AriaTextField>
  )
}
