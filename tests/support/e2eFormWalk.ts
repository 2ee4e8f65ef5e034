// Fills a form as somebody without a pointer does: from field to field by the Tab key, by what each says of itself.
import { expect, type Page } from '@playwright/test'

export interface Here {
  readonly tag: string
  readonly role: string | null
  readonly name: string
  readonly description: string
  readonly value: string
  readonly isExpanded: boolean
  readonly opensList: boolean
  readonly isInPanel: boolean
  /** Tells controls of the same name apart. */
  readonly place: string
}

/** What has the focus, as a screen reader would be told. */
export function whatHasFocus(page: Page): Promise<Here> {
  return page.evaluate(() => {
    const element = document.activeElement
    const wordsOf = (ids: string | null | undefined) =>
      (ids ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
        .trim()
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
    const groups: string[] = []
    for (let at = element?.parentElement ?? null; at !== null; at = at.parentElement) {
      const isRow = at.getAttribute('role') === 'group' && at.hasAttribute('aria-label')
      if (isRow) groups.unshift(at.getAttribute('aria-label') ?? '')
      else if (at instanceof HTMLFieldSetElement)
        groups.unshift(at.querySelector('legend')?.textContent ?? '')
    }
    const name =
      element?.getAttribute('aria-label') ||
      wordsOf(element?.getAttribute('aria-labelledby')) ||
      label ||
      element?.textContent ||
      ''
    return {
      tag: element?.tagName ?? '',
      role: element?.getAttribute('role') ?? null,
      name: name.trim(),
      description: wordsOf(element?.getAttribute('aria-describedby')),
      value:
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '',
      isExpanded: element?.getAttribute('aria-expanded') === 'true',
      opensList: element?.getAttribute('aria-haspopup') === 'listbox' && element.tagName === 'BUTTON',
      isInPanel: element?.closest('[role="complementary"], aside') !== null,
      place: [...groups, name.trim()].join(' / '),
    }
  })
}

const NUMBERS: Readonly<Record<string, string>> = {
  Lowest: '1',
  Best: '2',
  Highest: '3',
  Latitude: '43.3',
  Longitude: '45.7',
}
const TYPED: Readonly<Record<string, string>> = {
  ...NUMBERS,
  'Short name of the act': 'act-1',
  Script: 'Cyrl',
}
/** Left as they are: a label decides who sees the record, and the others would make it another kind of thing. */
const LEFT = new Set(['Sharing label'])
/** Text that is kept as it is typed, though names are offered below it. */
const FREE = new Set(['Town or village', 'District', 'Region'])

/** Fills every control from where the focus is to the button that saves. */
export async function fillFormByKeyboard(page: Page): Promise<void> {
  const done = new Set<string>()
  for (let step = 0; step < 600; step += 1) {
    const here = await whatHasFocus(page)
    if (here.name === 'Save') return
    if (here.isInPanel && !done.has(here.place)) {
      done.add(here.place)
      if (await act(page, here)) continue
    }
    await page.keyboard.press('Tab')
  }
  throw new Error('the form has no end')
}

/** Does what the control is for; true when the focus went on by itself. */
async function act(page: Page, here: Here): Promise<boolean> {
  const isFree = FREE.has(here.name)
  // The list of the control before may still be closing; its lines would be taken for this one's.
  await expect(page.locator('[role="listbox"]')).toHaveCount(0)
  if (here.role === 'combobox' && !isFree) return untilShown(page, () => chooseByTyping(page))
  if (here.opensList && ![...LEFT].some((name) => here.name.includes(name)))
    return untilShown(page, () => chooseFromList(page))
  if (here.tag === 'TEXTAREA' || (here.tag === 'INPUT' && (here.role === null || isFree)))
    return typeText(page, here)
  const isAdding = /^(Add |More)|: add a note$/.test(here.name) && !here.isExpanded
  if (!isAdding) return false
  await page.keyboard.press('Enter')
  if (here.name.startsWith('More')) return false
  // A row or a note is added, and the focus goes into it.
  await expect.poll(async () => (await whatHasFocus(page)).place).not.toBe(here.place)
  return true
}

/** Everything that the form shows, values included. */
const formText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const form = document.activeElement?.closest('[role="complementary"], aside')
    const values = [...(form?.querySelectorAll('input, textarea') ?? [])].map((each) =>
      Reflect.get(each, 'value'),
    )
    return `${form?.textContent ?? ''} ${values.join(' ')}`
  })

/** Chooses once more where the form does not show what was chosen, as somebody does who looks at it. */
async function untilShown(page: Page, choose: () => Promise<boolean>): Promise<boolean> {
  const before = await formText(page)
  for (let attempt = 1; ; attempt += 1) {
    const hasMoved = await choose()
    const isShown = await expect
      .poll(() => formText(page), { timeout: SHOWN_MS, intervals: [50] })
      .not.toBe(before)
      .then(
        () => true,
        () => false,
      )
    // A list may have nothing in it.
    if (isShown || hasMoved || attempt === 3) return hasMoved
  }
}

const SHOWN_MS = 1_000

async function typeText(page: Page, here: Here): Promise<boolean> {
  const isBox = await page.evaluate(() => document.activeElement?.getAttribute('type') === 'checkbox')
  if (isBox) {
    await page.keyboard.press('Space')
    return false
  }
  if (here.value !== '') return false
  const isDate = /As rough as you know it/.test(here.description)
  await page.keyboard.type(TYPED[here.name] ?? (isDate ? '2017-04' : `Words for ${here.name}`))
  return false
}

/** Longest wait for a list; where nothing can be chosen none opens. */
const LIST_MS = 8_000

/** Longest wait for the first record of a list that says it has none. */
const NONE_MS = 1_500

async function chooseByTyping(page: Page): Promise<boolean> {
  await page.keyboard.press('ArrowDown')
  const opened = page.getByRole('option').first().waitFor({ state: 'attached', timeout: LIST_MS })
  // With no list open, Escape would close the form.
  if (
    !(await opened.then(
      () => true,
      () => false,
    ))
  )
    return false
  // Records are looked for in steps, and until one is found the list says that there is none.
  const isEmpty = await page
    .locator('.options__none')
    .waitFor({ state: 'detached', timeout: NONE_MS })
    .then(
      () => false,
      () => true,
    )
  const focused = page.locator('[role="option"][data-focused]')
  if (!isEmpty) {
    // Some lists stand on their first line when they open, a moment after they are drawn.
    const stands = await focused
      .first()
      .waitFor({ state: 'attached', timeout: 500 })
      .then(
        () => true,
        () => false,
      )
    if (!stands) await page.keyboard.press('ArrowDown')
    await focused.first().waitFor({ state: 'attached' })
    // Drawn as chosen is not yet taken in: two frames later it is.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
    )
  }
  await page.keyboard.press('Enter')
  // The key for the next field would come while the choice is being made.
  await page
    .locator('[role="listbox"]')
    .waitFor({ state: 'detached', timeout: 1_000 })
    .catch(() => undefined)
  return false
}

async function chooseFromList(page: Page): Promise<boolean> {
  await page.keyboard.press('Enter')
  // The list is drawn before it takes the focus, and a key pressed between the two reaches the button below it.
  const inList = page.locator('[role="listbox"] :focus, [role="listbox"]:focus')
  await inList.waitFor({ state: 'attached' })
  // Each key once the one before has done its work, as somebody who looks at the list does.
  const options = page.getByRole('option')
  await page.keyboard.press('Home')
  await expect(options.first()).toBeFocused()
  if ((await options.count()) > 1) {
    await page.keyboard.press('ArrowDown')
    await expect(options.nth(1)).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
  return false
}

/** What every control of the panel holds, by its place; for comparing a form with itself. */
export function formValues(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('aside :is(input, textarea, button[aria-haspopup="listbox"])')].map(
      (element) =>
        element instanceof HTMLInputElement && element.type === 'checkbox'
          ? String(element.checked)
          : element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
            ? element.value
            : (element.textContent ?? ''),
    ),
  )
}
