import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import {
  acceptAllTexts,
  applyBestSuggestion,
  newBrief,
  readBriefJson,
  readPdf,
  tickAll,
  writeBrief,
} from '../support/e2eBrief.ts'
import { faults } from '../support/e2eFaults.ts'
import { addIncident, choose, createLog, goTo, lock, pick, sectionKeys, unlock } from '../support/e2eSteps.ts'
import { expect, test, useTheme } from './fixtures.ts'

// Setting pages and two briefs takes a while.
test.setTimeout(240_000)

const TITLE = 'What was reported in spring 2017'

/** Presses a button without the mouse. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
  await button.first().focus()
  await page.keyboard.press('Enter')
}

/** Types into a field without the mouse. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).focus()
  await page.keyboard.type(text)
}

test('a brief is composed by keyboard, from choosing to release, and made again for the same recipient', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  const out = path.join(userData, 'out')
  mkdirSync(out)
  await createLog(app, { folder: userData, demo: true })
  await page.keyboard.press(sectionKeys('Brief'))
  await expect(page.getByText('No briefs yet')).toBeVisible()
  await shot('composer-empty')
  expect(await faults(app, [])).toEqual([])
  await press(page, 'New brief')

  // Records by the filter of the tables, and one by one.
  await type(page, 'Filter the records', 'when:2017-01..2017-12')
  await expect(page.getByText(/^\d+ shown$/)).toBeVisible()
  await press(page, 'Tick all shown')
  const filters = page.getByRole('list', { name: 'Filters that chose records' })
  await expect(filters).toContainText('when:2017-01..2017-12')
  await expect(filters).toContainText('nothing new matches')
  await page.getByRole('tab', { name: /^Incidents/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: /^Claims/ })).toBeFocused()
  await press(page, 'Tick all shown')

  // A recipient, a title that says too much, an introduction.
  await pick(page, page, 'Recipient', 'aid')
  await type(page, 'Title', 'Proven crimes of 2017')
  await expect(page.getByText('This says more than the claims of the brief allow')).toBeVisible()
  await shot('composer-wording')
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(TITLE)
  await expect(page.getByText('This says more than the claims of the brief allow')).toBeHidden()
  await type(page, 'Introduction', 'This brief gathers what has been reported.')

  // The order, incident by incident.
  await choose(page, page, 'Order of incidents', 'As I put them')
  await press(page, 'Order')
  const order = page.getByRole('listbox', { name: 'Chosen incidents, in the order of the brief' })
  const first = (await order.getByRole('option').first().textContent()) ?? ''
  await order.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(order.getByRole('option').nth(1)).toContainText(first.slice(1))
  await shot('composer-order')
  expect(await faults(app, [])).toEqual([])

  await press(page, 'Review what would leave')
  await expect(page.getByRole('heading', { name: 'As the reader will see it' })).toBeVisible()
  await applyBestSuggestion(page)
  await acceptAllTexts(page)
  await press(page, 'Go on to release')
  await expect(page.getByRole('heading', { name: 'As it leaves' })).toBeVisible()

  // The pages are those of the file: as many, and drawn.
  await press(page, 'As pages')
  const pages = page.getByRole('region', { name: /^The pages as they would be printed/ })
  await expect(pages.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 60_000 })
  const count = Number(/of (\d+)$/.exec((await page.getByText(/^Page 1 of \d+$/).textContent()) ?? '')?.[1])
  await pages.focus()
  await page.keyboard.press('End')
  await expect(page.getByText(`Page ${count} of ${count}`)).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.getByText(`Page 1 of ${count}`)).toBeVisible()
  const zoom = page.getByText(/^\d+ %$/)
  const before = (await zoom.textContent()) ?? ''
  await page.keyboard.press('+')
  await expect(zoom).not.toHaveText(before)
  await page.keyboard.press('0')
  await expect(zoom).toHaveText(before)
  await expect(pages.locator('canvas[data-drawn]').first()).toBeVisible()
  await shot('composer-pages')
  expect(await faults(app, [])).toEqual([])
  await press(page, 'As text')

  const names = await writeBrief(app, out)
  const content = readBriefJson(path.join(out, names.find((file) => file.endsWith('.json')) ?? ''))
  expect(content).toMatchObject({ title: TITLE, order: 'as-chosen' })
  expect(content.introduction).toContain('gathers what has been reported')
  const pdf = await readPdf(path.join(out, names.find((file) => file.endsWith('.pdf')) ?? ''))
  expect(pdf.pages).toBe(count)

  // What has left is a start for the next.
  await press(page, 'All briefs')
  await expect(page.getByRole('region', { name: 'Released' })).toContainText(TITLE)
  await expect(page.getByRole('region', { name: 'Drafts' })).toContainText('released')
  await shot('composer-list')
  expect(await faults(app, [])).toEqual([])
  await press(page, `New brief like this one: ${TITLE}`)
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(TITLE)
  await expect(page.getByText(/^Last brief to this recipient, /)).toBeVisible()
  await choose(page, page, 'Profile', 'Advocacy partner')
  await press(page, 'Use the same again')
  await expect(page.getByText(/^Takes records marked CLEAR\./)).toBeVisible()
})

test('drafts outlive a lock with what was decided, are copied, and come back when deleted by mistake', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await newBrief(page)
  await page.getByRole('textbox', { name: 'Name of this draft' }).fill('For the committee')
  await choose(page, page, 'Profile', 'Advocacy partner')
  await tickAll(page, 'Incidents')
  await tickAll(page, 'Claims')
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await applyBestSuggestion(page)
  await page.getByRole('listbox', { name: 'Texts that may leave' }).focus()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('a')
  await lock(page)
  await unlock(page)

  await goTo(page, 'Brief')
  const drafts = page.getByRole('region', { name: 'Drafts' })
  await expect(drafts.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Open: For the committee' }).click()
  await expect(page.getByRole('tab', { name: /^Incidents: 0 of/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await expect(page.getByRole('tab', { name: /^Texts: 3 of/ })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'All briefs' }).click()

  await page.getByRole('button', { name: 'Duplicate: For the committee' }).click()
  await expect(drafts.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Delete: For the committee', exact: true }).click()
  await expect(drafts.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(drafts.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Open: For the committee (copy)' }).click()
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await expect(page.getByRole('tab', { name: /^Texts: 3 of/ })).toBeVisible({ timeout: 30_000 })
})

test('a filter chooses what it finds now, and only counts what comes later', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await addIncident(page, { title: 'First raid on the market', when: '2017-03' })
  await newBrief(page)
  await page.getByRole('textbox', { name: 'Filter the records' }).fill('raid')
  await expect(page.getByText('1 shown')).toBeVisible()
  await page.getByRole('button', { name: 'Tick all shown', exact: true }).click()
  await expect(page.getByRole('tab', { name: 'Incidents: 1 of 1' })).toBeVisible()
  await addIncident(page, { title: 'Second raid on the market', when: '2017-04' })
  await goTo(page, 'Brief')
  await expect(page.getByRole('tab', { name: 'Incidents: 1 of 2' })).toBeVisible()
  await expect(page.getByText('chose what is ticked; 1 new record matches since.')).toBeVisible()
  await page.getByRole('button', { name: 'Add 1 new record that matches raid' }).click()
  await expect(page.getByRole('tab', { name: 'Incidents: 2 of 2' })).toBeVisible()
  // What is taken out again is not new to the filter.
  await page.getByRole('listbox', { name: 'Incidents, to tick' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('tab', { name: 'Incidents: 1 of 2' })).toBeVisible()
  await expect(page.getByText('nothing new matches')).toBeVisible()
})

test('the composer reads from right to left, and at twice the size', async ({ app, userData, shot }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await newBrief(page)
  await tickAll(page, 'Incidents')
  await tickAll(page, 'Claims')
  await page.getByRole('button', { name: 'As pages' }).click()
  const drawn = page.locator('canvas[data-drawn]').first()
  await expect(drawn).toBeVisible({ timeout: 60_000 })
  const picture = () =>
    drawn.evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''))
  const leftToRight = await picture()
  await useTheme(app, 'dark')
  await shot('composer-dark')
  expect(await faults(app, ['color-contrast'])).toEqual([])
  await useTheme(app, 'light')
  await page.getByRole('button', { name: 'All briefs' }).click()
  await expect(page.getByRole('region', { name: 'Drafts' }).getByRole('listitem')).toHaveCount(1)
  // The draft is in the log before the window is loaded anew.
  await expect(page.getByRole('region', { name: 'Drafts' })).not.toContainText('not saved yet')
  await page.evaluate(() =>
    window.daybook.settingsSet({
      theme: 'system',
      language: 'ar',
      otherCalendar: null,
      hiddenFromCapture: true,
      hiddenInBackground: false,
    }),
  )
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  // No key is heard before the shell is there.
  await expect(page.getByRole('grid')).toBeVisible()
  const found: Record<string, string[]> = {}
  for (const { name, size } of [
    { name: '100', size: { width: 1280, height: 820 } },
    // Twice the size on the same screen is half the room.
    { name: '200', size: { width: 640, height: 410 } },
  ]) {
    await page.setViewportSize(size)
    const look = async (part: string) => {
      await shot(`composer-ar-${name}-${part}`)
      const here = await faults(app, [])
      if (here.length > 0) found[`${name} ${part}`] = here
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(beyond, `${name} ${part}`).toBeLessThanOrEqual(0)
    }
    await page.keyboard.press(sectionKeys('Brief'))
    const open = page.getByRole('button', { name: /^فتح: / })
    await expect(open).toBeVisible()
    await look('list')
    await open.click()
    await expect(page.getByRole('tablist')).toBeVisible()
    await look('choose')
    await page.getByRole('button', { name: 'كصفحات' }).click()
    await expect(drawn).toBeVisible({ timeout: 60_000 })
    await look('pages')
    // The page of a brief is the same whatever the window reads like.
    if (name === '100') expect((await picture()) === leftToRight).toBe(true)
    await page.getByRole('button', { name: 'كل الموجزات' }).click()
  }
  expect(found).toEqual({})
})
