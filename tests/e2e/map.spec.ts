import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { faults } from '../support/e2eFaults.ts'
import { layoutFaults } from '../support/e2eLayout.ts'
import { speak } from '../support/e2eScreens.ts'
import { createLog, goTo, rows } from '../support/e2eSteps.ts'
import { expect, test, useTheme } from './fixtures.ts'

/** The numbers beside the map, by the words of their row. */
const numberOf = async (page: Page, name: string): Promise<number> => {
  const row = page.getByRole('region', { name: 'The map in numbers' }).getByRole('row', { name })
  return Number((await row.getByRole('cell').last().textContent())?.replaceAll(/\D/g, ''))
}

test('incidents are drawn no finer than they are known, counted beside the map, and selected on it', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  const folder = path.join(userData, 'log')
  mkdirSync(folder)
  await createLog(app, { folder, demo: true })
  await goTo(page, 'Map')
  const map = page.getByRole('application')
  await expect(map).toBeVisible()
  await shot('map')
  expect(await faults(app, [])).toEqual([])
  const total = await numberOf(page, 'All records shown')
  expect(total).toBe(82)
  await expect(page.getByText('82 of 82 records')).toBeVisible()

  // The table says the same.
  await page.getByRole('button', { name: 'As a table' }).click()
  await expect(page.getByRole('columnheader', { name: 'The country alone' })).toBeVisible()
  expect(await numberOf(page, 'All records shown')).toBe(total)
  await shot('map-table')
  expect(await faults(app, [])).toEqual([])
  await page.getByRole('button', { name: 'As a table' }).click()

  // By keyboard: move and zoom, then filter to what is in view.
  await map.focus()
  for (const key of ['+', '+', 'ArrowDown', 'ArrowRight', '-', '0']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Filter to this view' }).click()
  const search = page.getByRole('searchbox', { name: 'Search this table' })
  await expect(search).toHaveValue(/^box:/)
  await expect.poll(() => numberOf(page, 'All records shown')).toBeLessThan(total)
  const left = await numberOf(page, 'All records shown')
  expect(left).toBeGreaterThan(0)
  const terms = page.getByRole('region', { name: 'What the map shows' })
  await expect(terms.getByText(/^Part of the map: latitude/)).toBeVisible()
  await expect(terms.getByText(/known no finer than the country w(as|ere) left out/)).toBeVisible()
  await expect(page.getByRole('status').getByText(/^Filtered to this part of the map/)).toBeAttached()
  await shot('map-filtered')
  expect(await faults(app, [])).toEqual([])

  // From mark to mark, each spoken; Enter opens what is one record, and brings what is several nearer.
  await map.focus()
  await page.keyboard.press('j')
  const spoken = page
    .getByRole('status')
    .getByText(
      /, precision: (Exact place|Near the place|District or county|Region or province|Part of a country); 1 of \d+ on screen$/,
    )
  await expect(spoken).toBeAttached()
  await page.keyboard.press('k')
  await expect(page.getByRole('status').getByText(/; (\d+) of \1 on screen$/)).toBeAttached()
  await shot('map-mark')
  await goTo(page, 'Incidents')
  await expect(page.getByText(`${left} of ${total} records`)).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
  await goTo(page, 'Map')
  await page.getByRole('button', { name: 'Clear the search' }).first().click()
  await expect.poll(() => numberOf(page, 'All records shown')).toBe(total)

  // By hand: a rectangle over half of the map.
  await page.getByRole('button', { name: 'Select an area' }).click()
  const sheet = await map.boundingBox()
  if (sheet === null) throw new Error('no map')
  await page.mouse.move(sheet.x + 10, sheet.y + 10)
  await page.mouse.down()
  await page.mouse.move(sheet.x + sheet.width - 10, sheet.y + sheet.height / 3, { steps: 4 })
  await shot('map-selecting')
  await page.mouse.up()
  await expect(search).toHaveValue(/^box:/)

  await search.fill('')
  await page.getByRole('button', { name: 'Russia: filter to this country' }).click()
  await expect(search).toHaveValue('place:RU')
  await search.fill('box:1,2')
  await expect(page.getByText('four numbers of degrees')).toBeVisible()
})

test('the map is readable in dark, and in Arabic from right to left', async ({ app, userData, shot }) => {
  const { page } = app
  const folder = path.join(userData, 'log')
  mkdirSync(folder)
  await createLog(app, { folder, demo: true })
  await useTheme(app, 'dark')
  await goTo(page, 'Map')
  await expect(page.getByRole('application')).toBeVisible()
  await shot('map-dark')
  expect(await faults(app, [])).toEqual([])
  await useTheme(app, 'light')
  await goTo(page, 'Incidents')
  await speak(app, 'ar')
  await page.keyboard.press('Control+Shift+Digit8')
  await expect(page.getByRole('application')).toBeVisible()
  await shot('map-arabic')
  expect(await layoutFaults(app)).toEqual([])
})
