// A table as its user arranges it: columns, views, groups, changes of many records.
import type { Page } from '@playwright/test'
import { faults } from '../support/e2eFaults.ts'
import { speak } from '../support/e2eScreens.ts'
import { choose, createLog, goTo, lock, unlock } from '../support/e2eSteps.ts'
import { expect, test, useTheme } from './fixtures.ts'

const heads = (page: Page) => page.getByRole('columnheader')
const head = (page: Page, name: string) =>
  page.getByRole('columnheader', { name: new RegExp(`^${name}( \\d)?$`) })
const headTexts = async (page: Page) =>
  (await heads(page).allInnerTexts()).map((text) => text.replace(/\d+$/, '').trim())
const widthOf = async (page: Page, name: string) => (await head(page, name).boundingBox())?.width ?? 0

test('columns are moved, resized and kept at the edge, by keys and by pointer, and stay so', async ({
  app,
  shot,
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
  expect(await faults(app, [])).toEqual([])
  await shot('table-column-menu')
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
  // The column that stands there now has the focus.
  await expect(page.getByRole('columnheader').and(page.locator(':focus'))).toHaveCount(1)
  await head(page, 'Place').click({ button: 'right' })
  const wide = await widthOf(page, 'Place')
  for (const name of ['Wider', 'Wider', 'Narrower'])
    await page.getByRole('menuitem', { name, exact: true }).click()
  await expect.poll(() => widthOf(page, 'Place')).toBe(Math.round(wide) + 32)
  await page.keyboard.press('Escape')
  await expect(head(page, 'Place')).toBeFocused()

  // Scrolled sideways, what is kept at the edge stays there.
  await page.setViewportSize({ width: 900, height: 700 })
  const grid = page.getByRole('grid')
  await grid.evaluate((element) => element.scrollBy({ left: 400 }))
  const edge = (await grid.boundingBox())?.x ?? 0
  expect((await head(page, 'Title').boundingBox())?.x).toBeCloseTo(edge, 0)

  await shot('table-pinned')
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
  shot,
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
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Give the view a name.')).toBeVisible()
  await page.keyboard.type('For nobody else')
  await page.keyboard.press('Enter')
  await expect(view('For nobody else')).toBeVisible()
  await expect(changed).toHaveCount(0)

  await search.fill('label:RED when:2017')
  await expect(changed).toBeVisible()
  expect(await faults(app, [])).toEqual([])
  await shot('table-view-changed')
  await view('For nobody else').click()
  await item('Back to how it was').click()
  await expect(search).toHaveValue('label:RED')
  await expect(changed).toHaveCount(0)
  await head(page, 'When').click()
  await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(changed).toHaveCount(0)
  await expect(view('For nobody else')).toBeFocused()

  await view('For nobody else').click()
  await item('All').first().click()
  await expect(search).toHaveValue('')
  await expect(foot).toContainText('82 of 82 records')
  await expect(head(page, 'Title')).toHaveAttribute('aria-sort', 'ascending')
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

test('rows are grouped by a column, and groups are opened and closed by keys', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await head(page, 'Status').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Group by this column' }).click()
  const table = page.getByRole('treegrid', { name: 'Incidents' })
  const groups = table.getByRole('row').and(page.locator('[aria-level="1"]'))
  await page.keyboard.press('Control+Home')
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'true')
  await expect(groups.first().getByRole('gridcell')).toBeFocused()
  await expect(groups.first()).toContainText(/\d+ records?/)
  expect(await faults(app, [])).toEqual([])
  await shot('table-groups')
  // The rows of a closed group are gone, and their count stays.
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await expect(groups.nth(1).getByRole('gridcell')).toBeFocused()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(groups.nth(1)).toHaveAttribute('aria-posinset', '2')
  await expect(groups.nth(1).getByRole('gridcell')).toBeFocused()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(groups.nth(1).getByRole('gridcell')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(table.getByRole('row').and(page.locator('[aria-level="2"]'))).toHaveCount(0)
  const counts = (await groups.allInnerTexts()).map((text) => Number(/(\d+) records?/.exec(text)?.[1]))
  expect(counts.length).toBeGreaterThan(2)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(82)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(groups.nth(1)).toHaveAttribute('aria-expanded', 'true')
  await expect(groups.nth(0)).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(groups.nth(1).getByRole('gridcell')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(groups.nth(1)).toHaveAttribute('aria-expanded', 'false')

  // A date of which only the year is known is in no month.
  await head(page, 'When').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: 'Group by this column' }).press('Enter')
  await expect(groups.filter({ hasText: /^[A-Z][a-z]+ \d{4}/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Grouped by When' }).press('Enter')
  await expect(page.getByRole('button', { name: 'View: All' })).toBeFocused()
  await expect(page.getByRole('grid', { name: 'Incidents' })).toBeVisible()
})

test('many records are changed at once after a preview, and taken back in one step', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  const foot = page.getByRole('contentinfo')
  const search = page.getByRole('searchbox', { name: 'Search this table' })
  await search.fill('label:RED')
  await expect(foot).toContainText('11 of 82 records')
  await page.getByRole('gridcell').first().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect(page.getByRole('status').filter({ hasText: '11 records copied as text' })).toBeAttached()
  await page.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change 11 records' })
  await choose(page, dialog, 'Field', 'Tags')
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('checked twice')
  // The worked example came as a file does, without the short names of acts.
  await expect(dialog.getByRole('status')).toHaveText(
    '11 records change. In 8 of these incidents the acts get the short names that they lack; nothing else about them changes.',
  )
  await expect(dialog.getByRole('listitem').first()).toContainText('checked twice')
  expect(await faults(app, [])).toEqual([])
  await shot('table-bulk')
  await dialog.getByRole('button', { name: 'Change 11 records' }).click()
  await expect(dialog).toBeHidden()
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages).toContainText('11 records changed.')
  await search.fill('tag:"checked twice"')
  await expect(foot).toContainText('11 of 82 records')
  await messages.getByRole('button', { name: 'Undo' }).first().click()
  await expect(foot).toContainText('0 of 82 records')
})

test('in Arabic a table is arranged towards the other side, in the dark', async ({ app, shot, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await speak(app, 'ar')
  await useTheme(app, 'dark')
  await page.getByRole('gridcell').first().focus()
  const header = (place: number) => heads(page).nth(place)
  const ids = () =>
    heads(page).evaluateAll((elements) => elements.map((element) => element.getAttribute('data-column')))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await expect(header(1)).toBeFocused()
  await page.keyboard.press('Control+Shift+ArrowLeft')
  expect((await ids()).slice(0, 3)).toEqual(['when', 'place', 'title'])
  const before = (await header(2).boundingBox())?.width ?? 0
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(async () => (await header(2).boundingBox())?.width).toBe(Math.round(before) + 16)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await faults(app, [])).toEqual([])
  await shot('table-ar-menu')
  await page.getByRole('menuitem').nth(3).press('Enter')
  await expect.poll(async () => (await ids())[0]).toBe('title')
  const [first, second] = [await header(0).boundingBox(), await header(1).boundingBox()]
  expect(first?.x ?? 0).toBeGreaterThan(second?.x ?? 0)
  await header(1).click({ button: 'right' })
  await page.getByRole('menuitem').nth(3).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  const group = page.getByRole('treegrid').getByRole('row').nth(1)
  await expect(group).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowLeft')
  await expect(group).toHaveAttribute('aria-expanded', 'true')
  await shot('table-ar-groups')
})

test('Space shows a record below the table, arrow keys lead on, and the focus stays', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await expect(page.getByRole('gridcell').first()).toBeFocused()
  const preview = page.getByRole('region', { name: 'Preview' })
  const titleIn = async (row: number) => (await page.locator(`[data-cell="${row}:1"]`).textContent()) ?? ''
  await page.keyboard.press('Space')
  await expect(preview.getByRole('heading')).toHaveText(await titleIn(0))
  await expect(page.locator('[data-cell="0:0"]')).toBeFocused()
  await expect(preview.getByText('Status', { exact: true })).toBeVisible()
  expect(await faults(app, [])).toEqual([])
  await shot('table-preview')
  await page.keyboard.press('ArrowDown')
  await expect(preview.getByRole('heading')).toHaveText(await titleIn(1))
  await expect(page.locator('[data-cell="1:0"]')).toBeFocused()
  // The last row on screen stays in sight above it.
  await page.keyboard.press('Control+End')
  await expect(page.locator('[data-cell]:focus')).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(preview).toHaveCount(0)
  await expect(page.locator('[data-cell]:focus')).toHaveCount(1)

  // From inside the preview as well.
  await page.keyboard.press('Space')
  await preview.getByRole('button', { name: 'Close the preview' }).focus()
  await page.keyboard.press('Escape')
  await expect(preview).toHaveCount(0)
  await expect(page.locator('[data-cell]:focus')).toHaveCount(1)
  await page.keyboard.press('Shift+Space')
  await expect(page.locator('[role=row][aria-selected=true]')).toHaveCount(1)
  await expect(preview).toHaveCount(0)
})

test('columns are filtered by what they show, together with the search, and a view keeps it', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await expect(page.getByRole('gridcell').first()).toBeFocused()
  const foot = page.getByRole('contentinfo')
  const filters = page.getByRole('search', { name: 'Filters of columns' })
  const filterOf = (name: string) => page.getByRole('dialog', { name: `Filter: ${name}` })
  const open = async (name: string) => {
    await head(page, name).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: 'Filter…' }).press('Enter')
  }
  await open('When')
  const date = filterOf('When').getByRole('textbox')
  await expect(date).toBeFocused()
  await page.keyboard.type('soon')
  await page.keyboard.press('Enter')
  await expect(filterOf('When').getByText('This date cannot be read.')).toBeVisible()
  expect(await faults(app, [])).toEqual([])
  await date.fill('2017-03')
  await page.keyboard.press('Enter')
  await expect(filterOf('When')).toHaveCount(0)
  await expect(filters.getByText('When: 2017-03')).toBeVisible()
  await expect(foot).not.toContainText('82 of 82')
  const byDate = await foot.textContent()

  await open('Status')
  await shot('table-filter-codes')
  expect(await faults(app, [])).toEqual([])
  await filterOf('Status').getByText('Likely', { exact: true }).click()
  await filterOf('Status').getByRole('button', { name: 'Show' }).click()
  await expect(filters.getByText('Status: Likely')).toBeVisible()
  await expect.poll(() => foot.textContent()).not.toBe(byDate)
  expect(new Set(await page.locator('[data-cell$=":4"]').allTextContents())).toEqual(
    new Set(['Status', 'Likely']),
  )
  expect(await faults(app, [])).toEqual([])
  await shot('table-filters')
  await useTheme(app, 'dark')
  await shot('table-filters-dark')
  await useTheme(app, 'light')

  // By keys the focus goes to the next one, and after the last to what stays.
  await page.getByRole('button', { name: 'View: All' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).press('Enter')
  await page.keyboard.type('Spring')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'View: Spring' })).toBeVisible()
  await filters.getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await expect(filters.getByText('When: 2017-03')).toHaveCount(0)
  await expect(filters.getByRole('button').first()).toBeFocused()
  await expect(page.getByRole('main').getByText('Changed', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(filters).toHaveCount(0)
  await expect(page.locator(':focus')).toHaveCount(1)
  await expect(foot).toContainText('82 of 82 records')
  await lock(page)
  await unlock(page)
  await expect(filters.getByText('When: 2017-03')).toBeVisible()
})

test('F2 edits a cell in place: Enter saves one step, Tab goes on, Escape leaves', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await expect(page.getByRole('gridcell').first()).toBeFocused()
  const cell = (column: number) => page.locator(`[data-cell="0:${column}"]`)
  const before = (await cell(1).textContent()) ?? ''
  const status = (await cell(4).textContent()) ?? ''

  // The date is for reading only here.
  await page.keyboard.press('F2')
  await expect(page.getByRole('status').filter({ hasText: 'cannot be edited here' })).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  const title = page.getByRole('dialog', { name: 'Edit: Title' }).getByRole('textbox')
  await expect(title).toBeFocused()
  await expect(title).toHaveValue(before)
  await shot('table-edit-title')
  expect(await faults(app, [])).toEqual([])
  await page.keyboard.type(' and more')
  await page.keyboard.press('Escape')
  await expect(title).toHaveCount(0)
  await expect(cell(1)).toBeFocused()
  await expect(cell(1)).toHaveText(before)

  await page.keyboard.press('F2')
  await title.fill(' ')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A field does not hold what it should.')).toBeVisible()
  await title.fill('They are called in')
  await page.keyboard.press('Enter')
  await expect(cell(1)).toHaveText('They are called in')
  await expect(cell(1)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(cell(1)).toHaveText(before)

  // Tab saves, and goes on to the next cell that can be edited: what violations, then which status.
  await page.keyboard.press('F2')
  await title.fill('Another title')
  await page.keyboard.press('Tab')
  await expect(cell(1)).toHaveText('Another title')
  const types = page.getByRole('menu', { name: 'Edit: Violation types' })
  await expect(types.getByRole('menuitemcheckbox').and(page.locator(':focus'))).toHaveCount(1)
  expect(await faults(app, [])).toEqual([])
  await shot('table-edit-types')
  await page.keyboard.press('Tab')
  const statuses = page.getByRole('menu', { name: 'Edit: Status' })
  await expect(statuses.getByRole('menuitemradio', { name: status })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(statuses).toHaveCount(0)
  await expect(cell(4)).toHaveText('Confirmed')
  await expect(cell(4)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(cell(4)).toHaveText(status)
  await expect(cell(1)).toHaveText('Another title')
})

test('the focus and the next cell to edit stay with a record that its save moves', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await head(page, 'Title').focus()
  await page.keyboard.press('Enter')
  await expect(head(page, 'Title')).toHaveAttribute('aria-sort', 'ascending')
  const title = page.getByRole('dialog', { name: 'Edit: Title' }).getByRole('textbox')
  const focused = page.locator('[data-cell]:focus')
  const first = page.locator('[data-cell="0:1"]')

  // To the end of the table, which is not drawn yet.
  await first.focus()
  await page.keyboard.press('F2')
  await title.fill('zzzz the last')
  await page.keyboard.press('Enter')
  await expect(title).toHaveCount(0)
  await expect(focused).toHaveText('zzzz the last')
  await expect(focused).toBeInViewport()

  // And back to the beginning by Tab: the editor of the next cell is that of the same record.
  await page.keyboard.press('F2')
  await title.fill('0000 the first')
  await page.keyboard.press('Tab')
  const types = page.getByRole('menu', { name: 'Edit: Violation types' })
  await expect(types.getByRole('menuitemcheckbox').and(page.locator(':focus'))).toHaveCount(1)
  await expect(first).toHaveText('0000 the first')
  await expect(first).toBeInViewport()
  const [over, cell] = [await types.boundingBox(), await page.locator('[data-cell="0:2"]').boundingBox()]
  await shot('table-edit-moved')
  expect(Math.abs((over?.y ?? 0) - (cell?.y ?? 1_000))).toBeLessThan(100)
  await page.keyboard.press('Tab')
  const statuses = page.getByRole('menu', { name: 'Edit: Status' })
  await expect(statuses.getByRole('menuitemradio').and(page.locator(':focus'))).toHaveCount(1)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(statuses).toHaveCount(0)
  await expect(page.locator('[data-cell="0:4"]')).toHaveText('Confirmed')
  await expect(page.locator('[data-cell="0:4"]')).toBeFocused()
})

test('the search finds places and all in them, and says what nobody knows', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  const foot = page.getByRole('contentinfo')
  const search = page.getByRole('searchbox', { name: 'Search this table' })
  const countOf = async (query: string) => {
    await search.fill(query)
    // While it looks, no count stands there.
    await expect(foot).toContainText(/(?<!\d)(?!82 of)\d+ of 82 records/)
    return /\d+ of 82 records/.exec((await foot.textContent()) ?? '')?.[0]
  }
  const byCode = await countOf('place:RU-CE')
  await search.fill('')
  await expect(foot).toContainText('82 of 82 records')
  expect(await countOf('place:Чечня')).toBe(byCode)
  await countOf('place:RU-CE violation:0301 has:claims -has:remarks')
  await search.fill('-place:Nowhereland')
  await expect(page.getByText('No place is called “Nowhereland”.')).toBeVisible()
  await search.fill('has:colours')
  await expect(page.getByText('“colours” cannot be asked for.')).toBeVisible()
  expect(await faults(app, [])).toEqual([])
})

test('preview, filters and editing in place, from right to left', async ({ app, shot, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await speak(app, 'ar')
  await page.getByRole('gridcell').first().focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'معاينة' })).toBeVisible()
  await shot('table-preview-ar')
  expect(await faults(app, [])).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('[data-column="place"]').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: 'ترشيح…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'ترشيح: المكان' })
  await dialog.getByRole('checkbox').first().press('Space')
  await shot('table-filter-ar')
  expect(await faults(app, [])).toEqual([])
  await dialog.getByRole('button', { name: 'عرض' }).click()
  await expect(page.getByRole('search', { name: 'مرشّحات الأعمدة' })).toBeVisible()
  await page.locator('[data-cell="0:1"]').focus()
  await page.keyboard.press('F2')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await shot('table-edit-ar')
  expect(await faults(app, [])).toEqual([])
})
