/** What is wrong with how a screen is laid out, whatever its language, theme and zoom. */

import type { RunningApp } from '../host/launch.ts'
import { cutTexts } from './e2eCutText.ts'
import { faults } from './e2eFaults.ts'

/** Texts that are cut, what a checker of accessibility finds, and whether the page is wider than the window. */
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
    ...(await faults(app, [])),
    ...(wide > 0 ? [`wider than the window by ${wide}`] : []),
  ]
}
