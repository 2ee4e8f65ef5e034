/** Is the record under the focus shown below the table? */
import { useEffect, useRef, useState } from 'react'
import type { GridFocus } from './useGridFocus.ts'

export interface ShownPreview<R> {
  readonly isOn: boolean
  readonly show: (isOn: boolean) => void
  /** The record to show; null when none is, or the focus is on none. */
  readonly row: R | null
  /** Closes it and gives the focus back to the table. */
  readonly close: () => void
  /** Opens a record in place of its preview. */
  readonly onOpen: (id: string) => void
}

export function useRowPreview<R>(
  focus: GridFocus,
  row: R | null,
  onOpen: (id: string) => void,
): ShownPreview<R> {
  const [isOn, show] = useState(false)
  const latest = useRef(focus)
  latest.current = focus
  // The table has become lower: its cell comes into view again.
  useEffect(() => {
    if (isOn) latest.current.focusCell(latest.current.active)
  }, [isOn])
  return {
    isOn,
    show,
    row: isOn ? row : null,
    close: () => {
      show(false)
      focus.focusCell(focus.active)
    },
    onOpen: (id) => {
      show(false)
      onOpen(id)
    },
  }
}
