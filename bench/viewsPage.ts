/** What the bench of pictures does in the window. These functions run in the page and know nothing around them. */
import type { Page } from '@playwright/test'

/** Presses the button of those names; until something is there, and the frame with it. */
export async function timePress(page: Page, buttons: string, name: string, until: string): Promise<number> {
  return page.evaluate(
    async ([buttonSelector = '', text = '', untilSelector = '']) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const button = [...document.querySelectorAll<HTMLElement>(buttonSelector)].find(
        ({ textContent }) => textContent === text,
      )
      if (button === undefined) throw new Error(`no button ${text}`)
      const start = performance.now()
      button.click()
      do await frame()
      while (document.querySelector(untilSelector) === null && performance.now() - start < 20_000)
      return performance.now() - start
    },
    [buttons, name, until],
  )
}

/** Turns the wheel over an element once in each frame. Times between frames in milliseconds. */
export async function moveByWheel(
  page: Page,
  element: string,
  turn: { readonly x: number; readonly y: number },
  count: number,
): Promise<readonly number[]> {
  return page.evaluate(
    async ({ selector, deltaX, deltaY, times }) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const picture = document.querySelector(selector)
      if (picture === null) throw new Error(`no picture ${selector}`)
      const box = picture.getBoundingClientRect()
      const at = { clientX: box.x + box.width * 0.6, clientY: box.y + box.height / 2 }
      const frames: number[] = []
      let last = await frame()
      for (let time = 0; time < times; time += 1) {
        picture.dispatchEvent(
          new WheelEvent('wheel', { deltaX, deltaY, ...at, cancelable: true, bubbles: true }),
        )
        const now = await frame()
        frames.push(now - last)
        last = now
      }
      return frames
    },
    { selector: element, deltaX: turn.x, deltaY: turn.y, times: count },
  )
}

/** Presses a key over an element once in each frame. Times between frames in milliseconds. */
export async function moveByKey(
  page: Page,
  element: string,
  key: string,
  count: number,
): Promise<readonly number[]> {
  return page.evaluate(
    async ({ selector, pressed, times }) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const picture = document.querySelector(selector)
      if (picture === null) throw new Error(`no picture ${selector}`)
      const frames: number[] = []
      let last = await frame()
      for (let time = 0; time < times; time += 1) {
        picture.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
        const now = await frame()
        frames.push(now - last)
        last = now
      }
      return frames
    },
    { selector: element, pressed: key, times: count },
  )
}
