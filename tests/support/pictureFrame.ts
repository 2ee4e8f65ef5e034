// Which part of the window a picture shows.
import type { Locator, Page } from '@playwright/test'

/** Around a part that is shown alone, in CSS pixels. */
const MARGIN = 12

interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A part with some room around it, as far as it is in sight; with no part the whole window. */
export async function pictureFrame(page: Page, part: Locator | undefined): Promise<Frame> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  if (part === undefined) return { x: 0, y: 0, width, height }
  const seen = await part.evaluate((element, margin) => {
    let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight]
    const within = (box: DOMRect, room: number) => {
      left = Math.max(left, box.left - room)
      top = Math.max(top, box.top - room)
      right = Math.min(right, box.right + room)
      bottom = Math.min(bottom, box.bottom + room)
    }
    // What has a ground of its own stands on something else.
    const isCard = getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)'
    within(element.getBoundingClientRect(), isCard ? 0 : margin)
    for (let box = element.parentElement; box !== null; box = box.parentElement)
      if (/auto|scroll|hidden/.test(getComputedStyle(box).overflow)) within(box.getBoundingClientRect(), 0)
    return { left, top, right, bottom }
  }, MARGIN)
  const [x, y] = [Math.round(seen.left), Math.round(seen.top)]
  return { x, y, width: Math.round(seen.right) - x, height: Math.round(seen.bottom) - y }
}
