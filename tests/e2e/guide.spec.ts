import type { Page } from '@playwright/test'
import { cutTexts } from '../support/e2eCutText.ts'
import { layoutFaults } from '../support/e2eLayout.ts'
import { speak } from '../support/e2eScreens.ts'
import { createLog, goTo, panel } from '../support/e2eSteps.ts'
import { expect, test, useTheme } from './fixtures.ts'

// The user guide inside the app: opened from everywhere, searched, followed by its links, and left again.

const guide = (page: Page) => page.getByRole('dialog', { name: 'User guide' })
const title = (page: Page) => guide(page).getByRole('article').getByRole('heading', { level: 3 })

test('F1 opens the page about what is on screen; links, the search and the way back lead on', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await goTo(page, 'Claims board')
  await page.keyboard.press('F1')
  await expect(guide(page).getByRole('article', { name: 'Weighing claims' })).toBeFocused()
  await shot('guide-board')

  await guide(page).getByRole('link', { name: 'Tables', exact: true }).click()
  await expect(guide(page).getByRole('article', { name: 'Tables' })).toBeFocused()
  await expect(
    guide(page).getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Tables' }),
  ).toHaveAttribute('aria-current', 'page')
  await shot('guide-tables')

  await page.keyboard.press('/')
  await page.keyboard.type('recovery key')
  await expect(guide(page).getByRole('status')).toHaveText(/\d+ places found\./)
  await shot('guide-search')
  await guide(page).getByRole('region', { name: 'Found in the guide' }).getByRole('link').first().click()
  await expect(guide(page).getByRole('heading', { name: 'Recovery key' })).toBeFocused()
  await expect(guide(page).getByRole('heading', { name: 'Recovery key' })).toBeInViewport()

  await guide(page).getByRole('button', { name: 'Back' }).click()
  await expect(guide(page).getByRole('article', { name: 'Tables' })).toBeFocused()
  await guide(page).getByRole('button', { name: 'Back' }).click()
  await expect(guide(page).getByRole('article', { name: 'Weighing claims' })).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('xylophone')
  await expect(guide(page).getByRole('status')).toHaveText('Nothing found.')
})

test('what is half typed stays under the guide, and has the focus again afterwards', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await page.keyboard.press('n')
  const summary = panel(page, 'Incident').getByRole('textbox', { name: 'Summary' })
  await summary.fill('Half of a sentence')
  await page.keyboard.press('F1')
  await expect(guide(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(guide(page)).toBeHidden()
  await expect(summary).toHaveValue('Half of a sentence')
  await expect(summary).toBeFocused()
})

test('the guide opens from the sections, the search over everything, the menu, and without a log', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  await page.getByRole('button', { name: 'User guide' }).click()
  await expect(title(page)).toHaveText('Getting started')
  await shot('guide-start')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await expect(guide(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await createLog(app, { folder: userData })

  const section = page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: 'User guide' })
  await section.click()
  await expect(title(page)).toHaveText('Getting started')
  await page.keyboard.press('Escape')
  await expect(section).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('user')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(guide(page)).toBeVisible()
  await page.keyboard.press('Escape')

  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('guide')?.click()
  })
  await expect(guide(page)).toBeVisible()

  // Locking works over it, and nothing of it stays.
  await page.keyboard.press('Control+l')
  await expect(guide(page)).toBeHidden()
  await page.getByRole('button', { name: 'User guide' }).click()
  await expect(title(page)).toHaveText('Getting started')
  await page.keyboard.press('Escape')
})

test('no page of the guide is cut, and a checker of accessibility finds nothing', async ({
  app,
  userData,
  shot,
}) => {
  test.setTimeout(300_000)
  const { page } = app
  await createLog(app, { folder: userData })
  // What lies under the guide is looked at elsewhere.
  await goTo(page, 'Import')
  await page.keyboard.press('F1')
  await expect(guide(page).getByRole('article')).toBeVisible()
  const found: Record<string, string[]> = {}
  const check = async (name: string, look: () => Promise<string[]>) => {
    await shot(`guide-${name}`)
    const here = await look()
    if (here.length > 0) found[name] = here
  }
  const contents = guide(page).getByRole('navigation', { name: 'Contents' })
  const names = await contents.locator('section > ul > li > a').allInnerTexts()
  expect(names.length).toBeGreaterThan(10)
  const whole = page.viewportSize() ?? { width: 1280, height: 800 }
  for (const name of names) {
    await contents.getByRole('link', { name, exact: true }).first().click()
    await expect(guide(page).getByRole('article', { name })).toBeVisible()
    await check(name, () => layoutFaults(app))
    // Twice the zoom is half the window.
    await page.setViewportSize({ width: whole.width / 2, height: whole.height / 2 })
    await check(`${name} 200`, () => cutTexts(app))
    await page.setViewportSize(whole)
  }
  await useTheme(app, 'dark')
  await check('dark', () => layoutFaults(app))
  await page.setViewportSize({ width: whole.width / 2, height: whole.height / 2 })
  await guide(page).getByRole('button', { name: 'Contents' }).click()
  await check('contents 200', () => layoutFaults(app))
  expect(found).toEqual({})
})

test('in other languages a sentence says that the guide is in English', async ({ app, userData, shot }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await speak(app, 'ar')
  await page.keyboard.press('F1')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('الدليل متاح بالإنجليزية فقط حتى الآن.')).toBeVisible()
  await expect(dialog.getByRole('article')).toHaveAttribute('lang', 'en')
  await expect(dialog.getByRole('article')).toHaveAttribute('dir', 'ltr')
  await shot('guide-ar')
  expect(await layoutFaults(app)).toEqual([])
})
