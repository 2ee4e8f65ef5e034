/** A row of controls that belong together; arrow keys move between them. */
import { Toolbar as AriaToolbar } from 'react-aria-components'
import './surfaces.css'

export interface ToolbarProps {
  readonly label: string
  readonly children: React.ReactNode
}

export function Toolbar({ label, children }: ToolbarProps) {
  return (
    <AriaToolbar className="toolbar" aria-label={label}>
      {children}
    </AriaToolbar>
  )
}
