/** Which way a key leads from one thing to the next, in reading direction. Pure. */
import type { Direction } from '../../shared/i18n/locale.ts'

/** `forward` is the reading direction: ArrowRight in English, ArrowLeft in Arabic. */
export type ArrowMove = 'up' | 'down' | 'forward' | 'back' | 'page-up' | 'page-down' | 'first' | 'last'

/** The move a key stands for; null when it is none. */
export function arrowMove(key: string, direction: Direction): ArrowMove | null {
  switch (key) {
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case 'ArrowRight':
      return direction === 'ltr' ? 'forward' : 'back'
    case 'ArrowLeft':
      return direction === 'ltr' ? 'back' : 'forward'
    case 'PageUp':
      return 'page-up'
    case 'PageDown':
      return 'page-down'
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    default:
      return null
  }
}
