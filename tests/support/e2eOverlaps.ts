// Words of the window that are drawn over each other.
import type { RunningApp } from '../e2e/fixtures.ts'

/** Every pair of texts of which one lies on the other with nothing opaque between, as "text | text". */
export async function overlappingTexts({ page }: RunningApp): Promise<string[]> {
  return page.evaluate(() => {
    // Lines of different sizes may touch by their room above and below.
    const [ROOM_X, ROOM_Y] = [2, 4]
    interface Line {
      readonly element: Element
      readonly text: string
      readonly left: number
      readonly top: number
      readonly right: number
      readonly bottom: number
    }

    /** The part of a box that is in sight: within the window and every box that cuts it. */
    const inSight = (element: Element, rect: DOMRect) => {
      let [left, top, right, bottom] = [
        Math.max(rect.left, 0),
        Math.max(rect.top, 0),
        Math.min(rect.right, innerWidth),
        Math.min(rect.bottom, innerHeight),
      ]
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(box)
        const edge = box.getBoundingClientRect()
        if (overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)]
        if (overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)]
        if (position === 'fixed') break
      }
      return { left, top, right, bottom }
    }

    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (element === null || text === '' || element.closest('svg, .visually-hidden, option') !== null)
        continue
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        const seen = inSight(element, rect)
        if (seen.right - seen.left > ROOM_X && seen.bottom - seen.top > ROOM_Y)
          lines.push({ element, text: text.slice(0, 60), ...seen })
      }
    }

    const isOpaque = (element: Element) => {
      const { backgroundColor, backgroundImage } = getComputedStyle(element)
      return backgroundImage !== 'none' || !/^(transparent|rgba\(.*, 0(\.\d+)?\))$/.test(backgroundColor)
    }
    /** Is there a ground between a text and the other one that it lies on? */
    const hasGround = (upper: Element, lower: Element) => {
      for (let box: Element | null = upper; box !== null && !box.contains(lower); box = box.parentElement)
        if (isOpaque(box)) return true
      return false
    }

    const found = new Set<string>()
    lines.sort((a, b) => a.top - b.top)
    for (const [at, a] of lines.entries()) {
      for (const b of lines.slice(at + 1)) {
        if (b.top >= a.bottom) break
        if (a.element === b.element || a.element.contains(b.element) || b.element.contains(a.element))
          continue
        const [left, right] = [Math.max(a.left, b.left), Math.min(a.right, b.right)]
        const [top, bottom] = [Math.max(a.top, b.top), Math.min(a.bottom, b.bottom)]
        if (right - left <= ROOM_X || bottom - top <= ROOM_Y) continue
        const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        const upper = [a, b].find(({ element }) => element === there || element.contains(there))
        if (upper === undefined) continue
        const lower = upper === a ? b : a
        if (!hasGround(upper.element, lower.element)) found.add(`${a.text} | ${b.text}`)
      }
    }
    return [...found]
  })
}
