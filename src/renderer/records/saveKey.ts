/** The keys that save a form, wherever in it the focus is. */
import type { KeyboardEvent } from 'react'
import { latinKey } from '../shell/shortcuts.ts'

/** Is this a key that saves the form it is pressed in, and is an empty one to follow? Dialogs over the form have their own. */
export function saveKey(event: KeyboardEvent<HTMLElement>): 'stay' | 'next' | null {
  const { currentTarget, target, ctrlKey, metaKey } = event
  if (!(ctrlKey || metaKey) || !(target instanceof Node) || !currentTarget.contains(target)) return null
  if (event.key === 'Enter') return 'next'
  return latinKey({ key: event.key, code: event.code }) === 's' ? 'stay' : null
}
