/** Which key does what on the timeline. Pure. */
import type { Direction } from '../../../shared/i18n/locale.ts'

export type TimelineAct = 'closer' | 'further' | 'whole' | 'earlier' | 'later' | 'first' | 'last' | 'filter'

const ACTS: ReadonlyMap<string, TimelineAct> = new Map([
  ['+', 'closer'],
  ['=', 'closer'],
  ['-', 'further'],
  ['0', 'whole'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Enter', 'filter'],
])

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** Null for a key that is none of the timeline's. The arrows go where they point, and time runs as the text does. */
export function timelineAct(
  { key, ctrlKey, altKey, metaKey }: Key,
  direction: Direction,
): TimelineAct | null {
  if (ctrlKey || altKey || metaKey) return null
  if (key === 'ArrowRight') return direction === 'rtl' ? 'earlier' : 'later'
  if (key === 'ArrowLeft') return direction === 'rtl' ? 'later' : 'earlier'
  return ACTS.get(key) ?? null
}
