/** Keys that do something on one screen: heard wherever the focus is; single letters not in a field, none under a dialog. */
import { useEffect, useRef } from 'react'
import { latinKey } from './shortcuts.ts'
import { isCovered, isEditable } from './useCommands.ts'

/** Key (lower case, as on a Latin keyboard; "ctrl k" with Ctrl) → what it does. Taken before the shell's own keys. */
export function usePageKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = event.ctrlKey || event.metaKey
      if (event.altKey || (isEditable(event.target) && !isCommand)) return
      const act = latest.current[isCommand ? `ctrl ${latinKey(event)}` : latinKey(event)]
      if (act === undefined || isCovered()) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
