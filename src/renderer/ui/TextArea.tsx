/** Several lines of text. */
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'
import './controls.css'

export interface TextAreaProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'validate'> {
  readonly rows?: number
  readonly placeholder?: string
}

export function TextArea({ label, description, error, rows = 4, placeholder, ...rest }: TextAreaProps) {
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
        <AriaTextArea
          className="field__input field__input--area"
          dir="auto"
          rows={rows}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </FieldFrame>
    </AriaTextField>
  )
}
