/** Gives the focus back to the table when the record beside it closes, and to a table that appears with none anywhere. */
import { useLayoutEffect, useRef } from 'react'
import { isFocusNowhere } from '../focusPlace.ts'

/** Calls `takeFocus` with the id of the record that closed; null when the table has just appeared. */
export function useFocusReturn(openId: string | null, takeFocus: (closedId: string | null) => void): void {
  const last = useRef<string | null | undefined>(undefined)
  useLayoutEffect(() => {
    const before = last.current
    if (before === openId) return
    last.current = openId
    if (openId === null && isFocusNowhere()) takeFocus(before ?? null)
  })
}
