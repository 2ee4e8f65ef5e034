/**
 * What the bench does in the window: something happens, and the time is taken until a frame shows what it leads to.
 * These functions run in the page and know nothing around them.
 */
import type { Page } from '@playwright/test'

/** Times in milliseconds between two frames, one list for each scrolling. */
export interface Scrolled {
  readonly frames: readonly number[]
}

/** Starts to take note of tasks that hold the window up for 50 ms or more. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = []
    Reflect.set(globalThis, 'benchLongTasks', tasks)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ entryTypes: ['longtask'] })
  })
}

/** Durations of the long tasks since the last call, in milliseconds. */
export async function takeLongTasks(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const tasks: unknown = Reflect.get(globalThis, 'benchLongTasks')
    return Array.isArray(tasks) ? tasks.splice(0).map(Number) : []
  })
}

/** Presses the header of a column; until the first row is another and the frame with it is there. */
export async function timeSort(page: Page, columnId: string): Promise<number> {
  return page.evaluate(async (id) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const first = () => document.querySelector('[role=gridcell]')?.closest('[role=row]')?.textContent
    const head = document.querySelector<HTMLElement>(`[role=columnheader][data-column="${id}"]`)
    if (head === null) throw new Error(`no column ${id}`)
    const [before, order] = [first(), head.getAttribute('aria-sort')]
    const start = performance.now()
    head.click()
    do await frame()
    while (
      (first() === before || head.getAttribute('aria-sort') === order) &&
      performance.now() - start < 20_000
    )
    return performance.now() - start
  }, columnId)
}

/** Puts words into a search field as if they were typed; until `shown` says or counts something else. */
export async function timeTyping(page: Page, field: string, text: string, shown: string): Promise<number> {
  return page.evaluate(
    async ([fieldSelector = '', typed = '', shownSelector = '']) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const input = document.querySelector<HTMLInputElement>(fieldSelector)
      if (input === null) throw new Error(`no field ${fieldSelector}`)
      const said = () => {
        const element = document.querySelector(shownSelector)
        return element?.getAttribute('aria-rowcount') ?? element?.textContent
      }
      const before = said()
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      const start = performance.now()
      setter?.call(input, typed)
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      do await frame()
      while (said() === before && performance.now() - start < 20_000)
      return performance.now() - start
    },
    [field, text, shown],
  )
}

/** Scrolls the table down by so many rows, one screen in each frame. */
export async function scrollRows(page: Page, rows: number): Promise<Scrolled> {
  return page.evaluate(async (count) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const grid = document.querySelector<HTMLElement>('[role=grid]')
    const row = document.querySelector<HTMLElement>('[role=gridcell]')?.closest<HTMLElement>('[role=row]')
    if (!grid || !row) throw new Error('no table to scroll')
    grid.scrollTop = 0
    const height = row.offsetHeight
    const end = Math.min(count * height, grid.scrollHeight - grid.clientHeight)
    const frames: number[] = []
    let last = await frame()
    for (let top = 0; top < end; top += grid.clientHeight) {
      grid.scrollTop = top
      const now = await frame()
      frames.push(now - last)
      last = now
    }
    grid.scrollTop = 0
    await frame()
    return { frames }
  }, rows)
}

/** Opens a row of the table as a double click does; until its panel is there. */
export async function timeOpening(page: Page, row: number): Promise<number> {
  return page.evaluate(async (index) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const cell = document.querySelector<HTMLElement>(`[role=gridcell][data-cell="${index}:0"]`)
    if (cell === null) throw new Error(`no row ${index}`)
    const title = () => document.querySelector('[role=complementary] textarea, aside textarea, aside input')
    const before = title()
    const start = performance.now()
    cell.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, cancelable: true }))
    do await frame()
    while ((title() === null || title() === before) && performance.now() - start < 20_000)
    return performance.now() - start
  }, row)
}

/** A key pressed together with Ctrl. */
export interface PressedKey {
  readonly key: string
  readonly code: string
}

/** Presses a key of the page; until `shown` matches, with the frame that shows it. */
export async function timeKey(page: Page, key: PressedKey, shown: string): Promise<number> {
  return page.evaluate(
    async ({ init, selector }) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const start = performance.now()
      const target = document.activeElement ?? document.body
      target.dispatchEvent(
        new KeyboardEvent('keydown', { ...init, ctrlKey: true, bubbles: true, cancelable: true }),
      )
      do await frame()
      while (document.querySelector(selector) === null && performance.now() - start < 20_000)
      return performance.now() - start
    },
    { init: key, selector: shown },
  )
}

/** Memory of the window's script in bytes, after it was made to let go of what it no longer needs. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('HeapProfiler.collectGarbage')
    // What the page itself can ask is rounded, and of some minutes ago.
    return (await session.send('Runtime.getHeapUsage')).usedSize
  } finally {
    await session.detach()
  }
}
