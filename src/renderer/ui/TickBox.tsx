/** One box of a group of boxes. */
import { Checkbox } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './controls.css'

export interface TickBoxProps {
  readonly value: string
  readonly children: React.ReactNode
}

export function TickBox({ value, children }: TickBoxProps) {
  return (
    <Checkbox value={value} className="checkbox">
      {({ isSelected }) => (
        <>
          <span className="checkbox__box">{isSelected ? <Icon name="tick" size={12} /> : null}</span>
          <span>{children}</span>
        </>
      )}
    </Checkbox>
  )
}
