/** The keys of a header: sorting, moving, resizing, its menu. What changes is told, since a reader sees no widths. */
import type { KeyboardEvent } from 'react'
import { useLanguage } from '../text.ts'
import type { ColumnActs } from './useColumnActs.ts'

const STEP_PX = 16

/** Answers whether the key meant something in the header of that column. */
export function useHeadKeys(acts: ColumnActs): (event: KeyboardEvent, columnId: string) => boolean {
  const { direction } = useLanguage()
  return (event, columnId) => {
    const { key } = event
    if (event.altKey) {
      if (key !== 'ArrowDown') return false
      acts.openMenu(columnId)
      return true
    }
    if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) {
      acts.openMenu(columnId)
      return true
    }
    if (event.shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      const step = (key === 'ArrowRight') === (direction === 'ltr') ? 1 : -1
      if (event.ctrlKey || event.metaKey) acts.move(columnId, step)
      else acts.widen(columnId, step * STEP_PX)
      return true
    }
    if (key !== 'Enter' && key !== ' ') return false
    acts.sortBy(columnId, event.shiftKey)
    return true
  }
}
