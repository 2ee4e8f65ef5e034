/** What stands around an input: label above, hint and error below. For use inside a React Aria field. */
import { Label, Text } from 'react-aria-components'
import { Icon } from './Icon.tsx'

export interface FieldWords {
  readonly label: string
  /** The label is for screen readers only, where the place says it already. */
  readonly hidesLabel?: boolean
  readonly description?: React.ReactNode
  /** The sentence beside the field when its value cannot be taken. */
  readonly error?: string | null | undefined
}

export function FieldFrame({
  label,
  hidesLabel = false,
  description,
  error,
  children,
}: FieldWords & { readonly children: React.ReactNode }) {
  return (
    <>
      <Label className={hidesLabel ? 'visually-hidden' : 'field__label'}>{label}</Label>
      {children}
      {description === undefined ? null : (
        <Text slot="description" className="field__hint">
          {description}
        </Text>
      )}
      {error === undefined || error === null ? null : (
        <Text slot="errorMessage" className="field__error">
          <Icon name="error" />
          <span>{error}</span>
        </Text>
      )}
    </>
  )
}
