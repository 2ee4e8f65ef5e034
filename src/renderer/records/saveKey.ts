/** The keys that save a form, wherever in it the focus is. */
import type { KeyboardEvent } from 'react'
import { latinKey } from '../shell/shortcuts.ts'

/**
 * Is this a key that saves the form it is pressed in, and is an empty one to follow? Dialogs over the form have their own.
 * @param hasNext does the form offer that an empty one follows? Otherwise the same key saves and stays.
 */
export function saveKey(event: KeyboardEvent<HTMLElement>, hasNext: boolean): 'stay' | 'next' | null {
  const { currentTarget, target, ctrlKey, metaKey } = event
  if (!(ctrlKey || metaKey) || !(target instanceof Node) || !currentTarget.contains(target)) return null
  if (event.key === 'Enter') return hasNext ? 'next' : 'stay'
  return latinKey({ key: event.key, code: event.code }) === 's' ? 'stay' : null
}
