// Enters a record as a quick typist does: by keys alone, each field as it comes under Tab.
import { expect, type Page } from '@playwright/test'
import { type Here, whatHasFocus } from './e2eFormWalk.ts'

/** What is entered into the field of a name; a function does what the field is for. */
export interface Entry {
  /** The name of the field, or what a button says. */
  readonly field: string
  readonly value: string
  /** Typed as it is, found in a list by typing, chosen from a short list by arrows, a button pressed, or keys that save. */
  readonly how: 'type' | 'find' | 'choose' | 'press' | 'save'
}

const MOST_TABS = 60

/** Goes on with Tab until a control of this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<Here> {
  const seen: string[] = []
  for (let step = 0; step < MOST_TABS; step += 1) {
    const here = await whatHasFocus(page)
    // A list that shows its choice says it before its name.
    if (here.name === name || (here.opensList && here.name.endsWith(` ${name}`))) return here
    seen.push(here.name)
    await page.keyboard.press('Tab')
  }
  throw new Error(`no "${name}" among ${seen.join(', ')}`)
}

/** Enters what stands in a form, in the order of its fields; the focus is on the first of them or before it. */
export async function enterFields(page: Page, entries: readonly Entry[]): Promise<void> {
  for (const { field, value, how } of entries) {
    const here = await tabTo(page, field)
    if (how === 'type') await page.keyboard.type(value)
    else if (how === 'find') await find(page, value)
    else if (how === 'choose') await choose(page, here, value)
    else if (how === 'press') await press(page)
    else await saveDialog(page)
  }
}

/** Types part of a name and takes the line that is marked, as soon as it is seen to be. */
async function find(page: Page, typed: string): Promise<void> {
  await page.keyboard.type(typed)
  await expect(page.locator('[role="option"][data-focused]')).toContainText(typed)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toHaveCount(0)
}

/** Arrows through a short list without opening it. */
async function choose(page: Page, here: Here, wanted: string): Promise<void> {
  const shown = async () => (await whatHasFocus(page)).name
  for (const key of ['ArrowLeft', 'ArrowRight']) {
    for (let at = await shown(), before = ''; at !== before; ) {
      if (at.includes(wanted)) return
      before = at
      await page.keyboard.press(key)
      at = await shown()
    }
  }
  throw new Error(`no "${wanted}" in the list ${here.name}`)
}

/** A button that adds a row or opens a form gives the focus to what it made. */
async function press(page: Page): Promise<void> {
  const { place } = await whatHasFocus(page)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await whatHasFocus(page)).place).not.toBe(place)
}

/** The texts of all rows of the table, read as the focus goes down them. */
export async function readTable(page: Page): Promise<readonly string[]> {
  const texts: string[] = []
  const rowText = () =>
    page.evaluate(() => {
      const row = document.activeElement?.closest('[role="row"]')
      return `${row?.getAttribute('aria-rowindex') ?? ''} ${[...(row?.children ?? [])].map((cell) => cell.textContent).join(' | ')}`
    })
  await page.keyboard.press('Control+Home')
  for (let text = await rowText(); text !== texts.at(-1); text = await rowText()) {
    texts.push(text)
    await page.keyboard.press('ArrowDown')
  }
  return texts
}

/** Saves the dialog over a form, by the keys that save a form; the form has the focus again. */
async function saveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
