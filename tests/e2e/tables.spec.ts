// A table as its user arranges it: columns, views, groups, changes of many records.
import type { Page } from '@playwright/test'
import { createLog, goTo, lock, unlock } from '../support/e2eSteps.ts'
import { expect, test } from './fixtures.ts'

const heads = (page: Page) => page.getByRole('columnheader')
const head = (page: Page, name: string) =>
  page.getByRole('columnheader', { name: new RegExp(`^${name}( \\d)?$`) })
const headTexts = async (page: Page) =>
  (await heads(page).allInnerTexts()).map((text) => text.replace(/\d+$/, '').trim())
const widthOf = async (page: Page, name: string) => (await head(page, name).boundingBox())?.width ?? 0

test('columns are moved, resized and kept at the edge, by keys and by pointer, and stay so', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await expect(page.getByRole('gridcell').first()).toBeFocused()
  await press('ArrowUp', 'ArrowRight')
  await expect(head(page, 'Title')).toBeFocused()

  await press('Control+Shift+ArrowRight')
  expect((await headTexts(page)).slice(0, 3)).toEqual(['When', 'Place', 'Title'])
  await expect(head(page, 'Title')).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Column 3 of' })).toBeAttached()
  const before = await widthOf(page, 'Title')
  await press('Shift+ArrowLeft', 'Shift+ArrowLeft')
  await expect.poll(() => widthOf(page, 'Title')).toBe(Math.round(before) - 32)

  await press('Alt+ArrowDown')
  const menu = page.getByRole('menu', { name: 'Column Title' })
  await expect(menu.getByRole('menuitem', { name: 'Sort ascending' })).toBeFocused()
  await menu.getByRole('menuitem', { name: 'Keep at the edge' }).press('Enter')
  expect((await headTexts(page)).slice(0, 2)).toEqual(['Title', 'When'])
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1)

  // By pointer: an edge is dragged, a column is dropped before another one, a menu is opened.
  const place = await head(page, 'Place').boundingBox()
  const status = await head(page, 'Status').boundingBox()
  if (place === null || status === null) throw new Error('no header')
  await page.mouse.move(place.x + place.width - 3, place.y + 10)
  await page.mouse.down()
  await page.mouse.move(place.x + place.width + 57, place.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => widthOf(page, 'Place')).toBe(Math.round(place.width) + 60)
  const from = await head(page, 'Status').boundingBox()
  const to = await head(page, 'Place').boundingBox()
  if (from === null || to === null) throw new Error('no header')
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => headTexts(page)).toEqual(expect.arrayContaining(['Status', 'Place']))
  const names = await headTexts(page)
  expect(names.indexOf('Status')).toBe(names.indexOf('Place') - 1)
  await expect(head(page, 'Status')).toHaveAttribute('aria-sort', 'none')
  await head(page, 'Label').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Hide column' }).click()
  await expect(head(page, 'Label')).toHaveCount(0)

  // Scrolled sideways, what is kept at the edge stays there.
  await page.setViewportSize({ width: 900, height: 700 })
  const grid = page.getByRole('grid')
  await grid.evaluate((element) => element.scrollBy({ left: 400 }))
  const edge = (await grid.boundingBox())?.x ?? 0
  expect((await head(page, 'Title').boundingBox())?.x).toBeCloseTo(edge, 0)

  const left = await headTexts(page)
  await goTo(page, 'Sources')
  await goTo(page, 'Incidents')
  expect(await headTexts(page)).toEqual(left)
  await lock(page)
  await unlock(page)
  await expect.poll(() => headTexts(page)).toEqual(left)
})

test('a view keeps search, order and columns under a name, and comes back by undo and after a lock', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  const foot = page.getByRole('contentinfo')
  const search = page.getByRole('searchbox', { name: 'Search this table' })
  const view = (name: string) => page.getByRole('button', { name: `View: ${name}` })
  const item = (name: string) => page.getByRole('menuitem', { name })
  const changed = page.getByRole('main').getByText('Changed', { exact: true })
  await search.fill('label:RED')
  await expect(foot).toContainText('11 of 82 records')
  await head(page, 'Title').click()

  await view('All').focus()
  await page.keyboard.press('Enter')
  await expect(item('All, chosen')).toBeFocused()
  await item('Save as a new view…').press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Save as a new view…' })
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Give the view a name.')).toBeVisible()
  await page.keyboard.type('For nobody else')
  await page.keyboard.press('Enter')
  await expect(view('For nobody else')).toBeVisible()
  await expect(changed).toHaveCount(0)

  await search.fill('label:RED when:2017')
  await expect(changed).toBeVisible()
  await view('For nobody else').click()
  await item('Back to how it was').click()
  await expect(search).toHaveValue('label:RED')
  await expect(changed).toHaveCount(0)
  await head(page, 'When').click()
  await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(changed).toHaveCount(0)

  await view('For nobody else').click()
  await item('All').first().click()
  await expect(search).toHaveValue('')
  await expect(foot).toContainText('82 of 82 records')
  await expect(head(page, 'Title')).toHaveAttribute('aria-sort', 'none')
  await view('All').click()
  await item('For nobody else').click()
  await expect(head(page, 'When')).toHaveAttribute('aria-sort', 'ascending')

  await view('For nobody else').click()
  await item('Rename the view…').click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Red ones')
  await page.keyboard.press('Enter')
  await expect(view('Red ones')).toBeVisible()
  await lock(page)
  await unlock(page)
  await expect(view('Red ones')).toBeVisible()
  await expect(search).toHaveValue('label:RED')
  await expect(foot).toContainText('11 of 82 records')

  await view('Red ones').click()
  await item('Delete the view').click()
  await expect(view('All')).toBeVisible()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(view('Red ones')).toBeVisible()
})
