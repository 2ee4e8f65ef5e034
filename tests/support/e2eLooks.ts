// One screen in every theme and both reading directions, without loading it anew for each.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunningApp } from '../e2e/fixtures.ts'
import { endTransitions, STANDARDS } from './e2eFaults.ts'

/** How a page is drawn: as `data-theme`, `data-contrast` and `dir` tell the style sheets. */
export interface Look {
  readonly name: string
  readonly theme: 'light' | 'dark'
  readonly hasMoreContrast: boolean
  readonly direction: 'ltr' | 'rtl'
  /** Rules of the checker; all of the standards when there are none. */
  readonly rules: readonly string[]
}

/** Beside direction, looks differ in their colours alone. */
const COLOURS = ['color-contrast', 'link-in-text-block']
/** 7 to 1, as WCAG asks of the best. */
const STRONG = [...COLOURS, 'color-contrast-enhanced']

export const LOOKS: readonly Look[] = (['ltr', 'rtl'] as const).flatMap((direction) => [
  { name: `light-${direction}`, theme: 'light', hasMoreContrast: false, direction, rules: [] },
  { name: `dark-${direction}`, theme: 'dark', hasMoreContrast: false, direction, rules: COLOURS },
  { name: `contrast-light-${direction}`, theme: 'light', hasMoreContrast: true, direction, rules: STRONG },
  { name: `contrast-dark-${direction}`, theme: 'dark', hasMoreContrast: true, direction, rules: STRONG },
])

/** The checker's own script, as its package for Playwright has it. */
const OF_CHECKER = createRequire(import.meta.resolve('@axe-core/playwright'))
const CHECKER = readFileSync(OF_CHECKER.resolve('axe-core/axe.min.js'), 'utf8')

/** Draws the page in this look; `null` gives it back what it had. */
async function draw({ page }: RunningApp, look: Look | null): Promise<void> {
  await page.evaluate(async (wanted) => {
    const root = document.documentElement
    const { dataset } = root
    const kept = dataset.kept ?? JSON.stringify([dataset.theme, dataset.contrast, root.dir])
    dataset.kept = kept
    const [theme, contrast, direction]: readonly (string | null)[] =
      wanted === null
        ? JSON.parse(kept)
        : [wanted.theme, wanted.hasMoreContrast ? 'more' : null, wanted.direction]
    const set = (name: string, value: string | null | undefined) =>
      value == null ? root.removeAttribute(name) : root.setAttribute(name, value)
    set('data-theme', theme)
    set('data-contrast', contrast)
    set('dir', direction)
    // Colours that are still changing would be measured on their way.
    if (wanted !== null) root.style.setProperty('--quick', '0ms')
    else {
      root.style.removeProperty('--quick')
      delete dataset.kept
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))
  }, look)
  await endTransitions(page)
}

/** What a checker finds in each look of the page on screen, as "look: fault"; `seen` is called while each is shown. */
export async function faultsInLooks(
  app: RunningApp,
  looks: readonly Look[],
  seen: (look: Look) => Promise<void>,
): Promise<string[]> {
  const { page } = app
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(CHECKER)
  const found: string[] = []
  for (const look of looks) {
    await draw(app, look)
    await seen(look)
    found.push(...(await check(app, look)))
  }
  await draw(app, null)
  return found
}

async function check({ page }: RunningApp, { name, rules }: Look): Promise<string[]> {
  const only =
    rules.length === 0 ? { type: 'tag', values: [...STANDARDS] } : { type: 'rule', values: [...rules] }
  const faults = await page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, any }) => `${id}: ${html.slice(0, 200)} ${any.map(({ message }) => message).join('; ')}`,
      ),
    )
  }, only)
  return faults.map((fault) => `${name}: ${fault}`)
}

interface Fault {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[]
}

declare global {
  interface Window {
    /** There once the script of the checker was run in the page. */
    readonly axe: { run(page: Document, options: object): Promise<{ readonly violations: readonly Fault[] }> }
  }
}
