/** One line of text. */
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
} from 'react-aria-components'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'
import './controls.css'

export interface TextFieldProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'validate'> {
  readonly placeholder?: string
  /** `auto` lets the text decide; it is what people wrote, in any script. */
  readonly textDirection?: 'auto' | 'ltr'
  readonly inputRef?: React.Ref<HTMLInputElement>
}

export function TextField({
  label,
  description,
  error,
  placeholder,
  textDirection = 'auto',
  inputRef,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      className="field"
      isInvalid={error !== undefined && error !== null}
      validationBehavior="aria"
      spellCheck="false"
      autoComplete="off"
    >
      <FieldFrame label={label} description={description} error={error}>
        <Input
          className="field__input"
          dir={textDirection}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </FieldFrame>
    </AriaTextField>
  )
}
