/**
 * The pointer on the header: its edge resizes a column, dragging moves it, its sign or the other button opens its menu.
 * While it is dragged only a variable of the grid changes, and no row is drawn anew.
 */
import { type PointerEvent, type RefObject, useRef } from 'react'
import type { Direction } from '../../shared/i18n/locale.ts'
import { boundedWidth } from './columnLayout.ts'
import { followPointer } from './followPointer.ts'
import type { ColumnActs } from './useColumnActs.ts'

/** CSS pixels that a pointer must move before it drags a column; less is a click. */
const DRAG_PX = 6

export interface HeadPointerOf {
  readonly grid: RefObject<HTMLElement | null>
  readonly acts: ColumnActs
  readonly direction: Direction
  /** Tracks with one column of another width. */
  readonly tracksWith: (columnId: string, width: number) => string
}

export interface HeadPointer {
  readonly onPointerDown: (event: PointerEvent) => void
  /** Did the click that comes now end a drag, or open the menu? Then it sorts nothing. */
  readonly takesClick: () => boolean
}

export function useHeadPointer({ grid, acts, direction, tracksWith }: HeadPointerOf): HeadPointer {
  const isTaken = useRef(false)
  const forward = direction === 'rtl' ? -1 : 1

  const resize = (event: PointerEvent, id: string) => {
    const from = event.clientX
    const width = acts.widthOf(id)
    const tracks = grid.current?.style.getPropertyValue('--tracks') ?? ''
    const widthAt = (x: number) => boundedWidth(width + (x - from) * forward)
    followPointer(event, {
      move: ({ clientX }) => grid.current?.style.setProperty('--tracks', tracksWith(id, widthAt(clientX))),
      end: ({ clientX }) => {
        if (clientX !== from) acts.resize(id, widthAt(clientX))
      },
      cancel: () => grid.current?.style.setProperty('--tracks', tracks),
    })
  }

  const drag = (event: PointerEvent, id: string) => {
    const from = event.clientX
    let target: { readonly before: string | null } | null = null
    let marked: Element | null = null
    const mark = (head: Element | null, side: 'before' | 'after') => {
      marked?.removeAttribute('data-drop')
      marked = head
      head?.setAttribute('data-drop', side)
    }
    followPointer(event, {
      move: ({ clientX }) => {
        if (target === null && Math.abs(clientX - from) < DRAG_PX) return
        isTaken.current = true
        const heads = [...(grid.current?.querySelectorAll('[data-column]') ?? [])]
        const next = heads.find((head) => {
          const { left, width } = head.getBoundingClientRect()
          return (left + width / 2 - clientX) * forward > 0
        })
        target = { before: next?.getAttribute('data-column') ?? null }
        mark(next ?? heads.at(-1) ?? null, next === undefined ? 'after' : 'before')
      },
      end: () => {
        mark(null, 'before')
        if (target !== null) acts.place(id, target.before)
      },
      cancel: () => {
        // The button is let go over the header later, which is no click on it.
        isTaken.current = true
        mark(null, 'before')
      },
    })
  }

  return {
    onPointerDown: (event) => {
      isTaken.current = false
      if (event.button !== 0 || !(event.target instanceof Element)) return
      const { target } = event
      const resized = target.closest<HTMLElement>('[data-resize]')?.dataset.resize
      const menu = target.closest<HTMLElement>('[data-menu]')?.dataset.menu
      const column = target.closest<HTMLElement>('[data-column]')?.dataset.column
      if (resized !== undefined) {
        isTaken.current = true
        resize(event, resized)
      } else if (menu !== undefined) isTaken.current = true
      else if (column !== undefined) drag(event, column)
    },
    takesClick: () => isTaken.current,
  }
}
