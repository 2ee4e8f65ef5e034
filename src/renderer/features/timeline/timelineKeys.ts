/** What can be done with the time on screen, by keys and by buttons. Pure. */
import type { Stretch } from '../../../core/views/whenBrush.ts'
import type { Direction } from '../../../shared/i18n/locale.ts'
import { panned, zoomed } from './timelineWindow.ts'

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

/** Half again closer or further, a quarter of what is on screen along. */
const ZOOM_STEP = 1.5
const PAN_SHARE = 0.25

/** The stretch after an act that moves it. */
export function movedBy(act: Exclude<TimelineAct, 'filter'>, from: Stretch, whole: Stretch): Stretch {
  const days = from.to - from.from
  switch (act) {
    case 'closer':
      return zoomed(from, whole, 1 / ZOOM_STEP)
    case 'further':
      return zoomed(from, whole, ZOOM_STEP)
    case 'whole':
      return whole
    case 'earlier':
      return panned(from, whole, -days * PAN_SHARE)
    case 'later':
      return panned(from, whole, days * PAN_SHARE)
    case 'first':
      return panned(from, whole, whole.from - from.from)
    case 'last':
      return panned(from, whole, whole.to - from.to)
  }
}
