/** Which line of a list is marked while somebody types, so that Enter and Tab take what is meant. */
import { type RefObject, useContext, useEffect, useLayoutEffect } from 'react'
import { ComboBoxStateContext, type Key } from 'react-aria-components'

/** What is marked in an open list. */
export interface Mark {
  /** Null when no line is, or the list is shut. */
  readonly line: Key | null
  /** A line that was marked for an earlier text: the list shows its mark a little longer than it counts. */
  readonly earlier: Key | null
}

export const NO_MARK: Mark = { line: null, earlier: null }

/** The mark once another text was typed. */
export const outdated = ({ line, earlier }: Mark): Mark => ({ line: null, earlier: line ?? earlier })

export interface BestLineProps {
  /** The line that fits best what is typed; null when none is to be marked by itself. */
  readonly value: string | null
  /** Told what is marked, with each drawing. */
  readonly mark: RefObject<Mark>
}

/** Marks the line that fits best. For use inside a ComboBox. */
export function BestLine({ value, mark }: BestLineProps) {
  const state = useContext(ComboBoxStateContext)
  const { isOpen = false, selectionManager } = state ?? {}
  useLayoutEffect(() => {
    const line = isOpen ? (selectionManager?.focusedKey ?? null) : null
    if (line === null) mark.current = NO_MARK
    else if (line !== mark.current.earlier) mark.current = { line, earlier: null }
  })
  useEffect(() => {
    if (isOpen && value !== null && selectionManager?.focusedKey === null)
      selectionManager.setFocusedKey(value)
  })
  return null
}
