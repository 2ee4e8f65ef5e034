// Words of the window that do not fit where they stand.
import type { RunningApp } from '../e2e/fixtures.ts'

/**
 * Every text that is cut off by a box which cannot be scrolled, and every placeholder wider than its field, as
 * "element: text". What people wrote (cells of tables, `dir="auto"`, `bdi`) may be shortened and is left out.
 */
export async function cutTexts({ page }: RunningApp): Promise<string[]> {
  return page.evaluate(() => {
    // A line may be a little higher than its box; sideways the first hundredth cuts a letter off.
    const [ROOM_X, ROOM_Y] = [0.1, 1.5]
    const WRITTEN = '[role=gridcell], td, bdi, [dir=auto], .visually-hidden, svg, option'
    const found: string[] = []
    const isScrolled = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
    const isCutting = (overflow: string) => overflow === 'hidden' || overflow === 'clip'

    const cuttingBox = (element: Element, rect: DOMRect): Element | null => {
      let [isXFree, isYFree] = [false, false]
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(box)
        const edge = box.getBoundingClientRect()
        // Said to screen readers only.
        if (edge.width <= 2 && edge.height <= 2) return null
        const isOutX = rect.left < edge.left - ROOM_X || rect.right > edge.right + ROOM_X
        const isOutY = rect.top < edge.top - ROOM_Y || rect.bottom > edge.bottom + ROOM_Y
        if (!isXFree && isCutting(overflowX) && isOutX) return box
        if (!isYFree && isCutting(overflowY) && isOutY) return box
        isXFree ||= isScrolled(overflowX)
        isYFree ||= isScrolled(overflowY)
        if ((isXFree && isYFree) || position === 'fixed') return null
      }
      return null
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (element === null || text === '' || element.closest(WRITTEN) !== null) continue
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        const box = rect.width > 0 ? cuttingBox(element, rect) : null
        if (box === null) continue
        found.push(`${box.tagName.toLowerCase()}.${box.className}: ${text}`)
        break
      }
    }

    const pen = document.createElement('canvas').getContext('2d')
    for (const field of document.querySelectorAll('input')) {
      // It is not shown where something is typed.
      if (pen === null || field.placeholder === '' || field.value !== '' || !field.checkVisibility()) continue
      const style = getComputedStyle(field)
      // The short form is empty where figures are of one width.
      pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const room =
        field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
      if (pen.measureText(field.placeholder).width > room + ROOM_X)
        found.push(`placeholder: ${field.placeholder}`)
    }
    return found
  })
}
