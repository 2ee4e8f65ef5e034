/** What is wrong with how a screen is laid out, whatever its language, theme and zoom. */

import type { RunningApp } from '../host/launch.ts'
import { cutTexts } from './e2eCutText.ts'
import { faults } from './e2eFaults.ts'
import { overlappingTexts } from './e2eOverlaps.ts'

/** The window has taken up another size: what is drawn by script comes a frame after what the style sheets do. */
export async function drawnAnew({ page }: RunningApp): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

/** Texts that are cut or lie on each other, what a checker of accessibility finds, and whether the page is wider than the window. */
export async function layoutFaults(app: RunningApp): Promise<string[]> {
  // What another size of the window asks for is drawn a picture later.
  await app.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )
  const wide = await app.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...(await cutTexts(app)),
    ...(await overlappingTexts(app)).map((texts) => `over each other: ${texts}`),
    ...(await faults(app, [])),
    ...(wide > 0 ? [`wider than the window by ${wide}`] : []),
  ]
}
