import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { faults } from '../support/e2eFaults.ts'
import { layoutFaults } from '../support/e2eLayout.ts'
import { speak } from '../support/e2eScreens.ts'
import { createLog, goTo, panel, rows } from '../support/e2eSteps.ts'
import { expect, test, useTheme } from './fixtures.ts'

test('who did what to whom is told as recorded, and leads to a unit, its chain of command and its incidents', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  const folder = path.join(userData, 'log')
  mkdirSync(folder)
  await createLog(app, { folder, demo: true })
  await goTo(page, 'Who did what')
  const acts = page.getByRole('table', { name: 'Who did what to whom' })
  await expect(acts.getByRole('row').nth(3)).toBeVisible()
  await expect(page.getByText(/\d+ acts on \d+ lines, from \d+ incidents/)).toBeVisible()
  await shot('acts')
  expect(await faults(app, [])).toEqual([])

  // The same filter as the table of incidents.
  await page.getByRole('searchbox', { name: 'Search this table' }).fill('when:1900')
  await expect(page.getByText('No act is recorded here')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search this table' }).fill('')
  await expect(acts.getByRole('row').nth(3)).toBeVisible()

  // From the record of an organisation to what is recorded of it.
  await goTo(page, 'Organisations')
  await rows(page)
    .filter({ hasText: 'Security forces in the Chechen Republic', hasNotText: 'Ashgrove' })
    .first()
    .getByRole('gridcell')
    .first()
    .dblclick()
  await panel(page, 'Organisation').getByRole('button', { name: 'What is recorded of them' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Security forces/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Recorded as a part of' })).toContainText('Nothing above it')
  const parts = page.getByRole('region', { name: 'Parts of it, as recorded' })
  await expect(parts).toContainText('Ashgrove detachment')
  await expect(
    page
      .getByRole('table', { name: /^Incidents of / })
      .getByRole('row')
      .nth(1),
  ).toBeVisible()
  await shot('acts-unit')
  expect(await faults(app, [])).toEqual([])
  await parts.getByRole('button', { name: 'Ashgrove detachment' }).click()
  await expect(page.getByRole('region', { name: 'Recorded as a part of' })).toContainText('Security forces')
  await page.getByRole('button', { name: 'All acts' }).click()
  await expect(acts).toBeVisible()
})

test('acts are readable in dark, and in Arabic from right to left', async ({ app, userData, shot }) => {
  const { page } = app
  const folder = path.join(userData, 'log')
  mkdirSync(folder)
  await createLog(app, { folder, demo: true })
  await useTheme(app, 'dark')
  await goTo(page, 'Who did what')
  await expect(page.getByRole('table').getByRole('row').nth(3)).toBeVisible()
  await shot('acts-dark')
  expect(await faults(app, [])).toEqual([])
  await useTheme(app, 'light')
  await goTo(page, 'Incidents')
  await speak(app, 'ar')
  await page.keyboard.press('Control+Shift+Digit9')
  await expect(page.getByRole('table').getByRole('row').nth(3)).toBeVisible()
  await shot('acts-arabic')
  expect(await layoutFaults(app)).toEqual([])
})
