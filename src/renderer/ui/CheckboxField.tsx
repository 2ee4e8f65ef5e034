/** One tick box with its words. */
import { Checkbox } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './controls.css'

export interface CheckboxFieldProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly children?: React.ReactNode
  readonly isIndeterminate?: boolean
  readonly isDisabled?: boolean
  readonly 'aria-label'?: string
}

export function CheckboxField({ children, ...rest }: CheckboxFieldProps) {
  return (
    <Checkbox {...rest} className="checkbox">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="checkbox__box">
            {isIndeterminate ? <span aria-hidden="true">–</span> : null}
            {isSelected && !isIndeterminate ? <Icon name="tick" size={12} /> : null}
          </span>
          {children === undefined ? null : <span>{children}</span>}
        </>
      )}
    </Checkbox>
  )
}
