// Pictures of the incidents that a table shows: the timeline, and the tables that say the same.
import type { Page } from '@playwright/test'
import { layoutFaults } from '../support/e2eLayout.ts'
import { speak } from '../support/e2eScreens.ts'
import { choose, createLog, lock, panel, unlock } from '../support/e2eSteps.ts'
import { expect, test, useTheme } from './fixtures.ts'

const show = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Look at the records as' }).getByRole('button', { name, exact: true })
const counts = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /incident/ })
const picture = (page: Page) => page.getByRole('group', { name: 'Picture of the incidents over time' })
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })

test('the timeline shows when, is moved by keys, and filters the table to a stretch', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  const foot = page.getByRole('contentinfo')
  const search = page.getByRole('searchbox', { name: 'Search this table' })
  await show(page, 'Timeline').click()
  await expect(show(page, 'Timeline')).toHaveAttribute('aria-pressed', 'true')
  await expect(counts(page)).toContainText('82 incidents: 82 in sight, 0 earlier, 0 later, 0 without a date')
  await expect(foot).toContainText('82 records')
  expect(await layoutFaults(app)).toEqual([])
  await shot('timeline')

  await picture(page).focus()
  for (const key of ['+', '+', '+', 'ArrowRight']) await page.keyboard.press(key)
  await expect(counts(page)).not.toContainText('82 in sight')
  await shot('timeline-near')
  const near = await counts(page).textContent()
  const inSight = Number(/(\d+) in sight/.exec(near ?? '')?.[1])
  await page.keyboard.press('Enter')
  await expect(search).toHaveValue(/^when:\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/)
  await expect(foot).toContainText(`${inSight} of 82 records`)
  await page.getByRole('button', { name: /^Remove When: / }).click()
  await expect(search).toHaveValue('')
  await expect(foot).toContainText('82 records')

  // By pointer: dragging on the dates chooses a stretch.
  await button(page, 'All of it').click()
  const box = await picture(page).locator('svg').boundingBox()
  if (box === null) throw new Error('no picture')
  await page.mouse.move(box.x + box.width * 0.5, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.9, box.y + 12, { steps: 4 })
  await page.mouse.up()
  await expect(search).toHaveValue(/^when:/)
  await search.fill('')
})

test('the table beside the timeline says the same, lanes are chosen, and a mark leads to its record', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await show(page, 'Timeline').click()
  await choose(page, page.getByRole('main'), 'Lanes', 'Place')
  await button(page, 'As a table').click()
  const table = page.getByRole('region', { name: 'Table of the timeline' })
  const headed = table.getByRole('columnheader')
  await expect(headed.filter({ hasText: /^Chechnya, Russia$/ })).toBeVisible()
  const total = table.getByRole('row', { name: /^Total/ }).getByRole('cell')
  await expect(total.first()).toHaveText('82')
  // Each incident of this log is in one place: the lanes add up.
  const places = (await headed.allInnerTexts()).slice(3)
  const sums = (await total.allInnerTexts()).slice(2).map(Number)
  expect(sums).toHaveLength(places.length)
  expect(sums.reduce((a, b) => a + b, 0)).toBe(82)
  expect(await layoutFaults(app)).toEqual([])
  await shot('timeline-table')

  const search = page.getByRole('searchbox', { name: 'Search this table' })
  await search.fill('when:2016')
  const listed = table.getByRole('list', { name: 'Incidents in sight' }).getByRole('button')
  await expect(listed.first()).toBeVisible()
  await listed.first().click()
  await expect(panel(page, 'Incident')).toBeVisible()
  await page.keyboard.press('Escape')
  await button(page, 'As a table').click()
  // The first of the marks of all incidents, by where it was drawn.
  const [, x = '0', y = '0'] =
    /^M([\d.]+) ([\d.]+)/.exec(
      (await picture(page).locator('path.timeline__mark').first().getAttribute('d')) ?? '',
    ) ?? []
  await picture(page)
    .locator('svg')
    .click({ position: { x: Number(x) + 2, y: Number(y) + 2 } })
  await expect(panel(page, 'Incident')).toBeVisible()
})

test('a view keeps the picture that it was saved with', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  const view = (name: string) => page.getByRole('button', { name: `View: ${name}` })
  await show(page, 'Timeline').click()
  await view('All').click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('When it happened')
  await page.keyboard.press('Enter')
  await expect(view('When it happened')).toBeVisible()
  await show(page, 'Table').click()
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.getByRole('main').getByText('Changed', { exact: true })).toBeVisible()
  await lock(page)
  await unlock(page)
  await view('When it happened').click()
  await page.getByRole('menuitem', { name: 'When it happened' }).click()
  await expect(picture(page)).toBeVisible()
  await expect(page.getByRole('main').getByText('Changed', { exact: true })).toHaveCount(0)
  await view('When it happened').click()
  await page.getByRole('menuitem', { name: 'All', exact: true }).click()
  await expect(page.getByRole('grid')).toBeVisible()
})

test('pictures are without fault in every look, and time runs as the text does', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  const pictures = page.locator('.switch button')
  const look = async (name: string) => {
    for (let at = 1; at < (await pictures.count()); at += 1) {
      await pictures.nth(at).click()
      await expect(page.locator('.picture')).toBeVisible()
      await shot(`views-${at}-${name}`)
      expect(await layoutFaults(app), `${name} ${at}`).toEqual([])
    }
  }
  await useTheme(app, 'dark')
  await look('dark')
  await useTheme(app, 'light')
  await page.emulateMedia({ contrast: 'more' })
  await look('contrast')
  await page.emulateMedia({ contrast: 'no-preference' })
  // The latest date of the axis stands at the side where the text ends.
  const lastTick = () =>
    page
      .locator('.timeline__tick line')
      .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('x1'))))
  await pictures.nth(1).click()
  const [first = 0, ...later] = await lastTick()
  expect(later.every((x) => x > first)).toBe(true)
  await speak(app, 'ar')
  await look('ar')
  await pictures.nth(1).click()
  const [start = 0, ...on] = await lastTick()
  expect(on.every((x) => x < start)).toBe(true)
  await page.setViewportSize({ width: 720, height: 620 })
  await look('narrow')
})

test('patterns keep records and persons apart, say the same as a table, and leave by a brief alone', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await show(page, 'Patterns').click()
  const main = page.getByRole('main')
  const panelOf = (name: string) => main.getByRole('region', { name, exact: true })
  const bars = (name: string) => main.getByRole('list', { name, exact: true }).getByRole('listitem')
  await expect(
    main.getByText(/more records in one place or period do not show that more happened/),
  ).toBeVisible()
  await expect(panelOf('By violation')).toContainText(
    'All together: 82. 72 incidents are counted in more than one row.',
  )
  await expect(bars('By place').first()).toContainText('Chechnya, Russia70')
  await expect(panelOf('By month')).toContainText('the number of sources changed together with the incidents')
  await shot('patterns')
  const ofPlaces = await bars('By place').allTextContents()

  await button(page, 'As a table').click()
  const table = main.getByRole('region', { name: 'Table: By place' })
  await expect(table.getByRole('columnheader', { name: 'Persons detained' })).toBeVisible()
  const told = await table
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .evaluateAll((lines) =>
      lines.map((line) => `${line.querySelector('th')?.textContent}${line.querySelector('td')?.textContent}`),
    )
  expect(told.slice(0, -1)).toEqual(ofPlaces)
  expect(told.at(-1)).toBe('All together, each once82')
  expect(await layoutFaults(app)).toEqual([])
  await shot('patterns-table')
  await button(page, 'As a table').click()
  await choose(page, main, 'Count', 'Persons killed')
  await expect(panelOf('By place')).toContainText('All together: 6 to 23, best estimate 6.')

  await page.getByRole('searchbox', { name: 'Search this table' }).fill('place:RU-IN')
  await expect(panelOf('By place')).toContainText('All together: no figure.')
  await button(page, 'Make a brief of these…').click()
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(main.getByRole('tab', { name: /^Incidents.*3 of 82/ })).toBeVisible()
  await expect(main.getByText('place:RU-IN').first()).toBeVisible()
})
