import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createLog, goTo } from '../support/e2eSteps.ts'
import { expect, test } from './fixtures.ts'

test('the focus goes to what takes the place of what was pressed, and a double click decides once', async ({
  app,
  userData,
}) => {
  const { page } = app
  const folder = path.join(userData, 'log')
  mkdirSync(folder)
  await createLog(app, { folder, demo: true })
  const focused = page.locator(':focus')

  await goTo(page, 'Who did what')
  const acts = page.getByRole('table', { name: 'Who did what to whom' })
  await acts.locator('.acts__actor').getByRole('button').first().press('Enter')
  await expect(page.getByRole('button', { name: 'All acts' })).toBeVisible()
  await expect(focused).toHaveAttribute('id', 'actor-title')
  await page.getByRole('button', { name: 'All acts' }).press('Enter')
  await expect(focused).toHaveAttribute('id', 'acts-title')

  await goTo(page, 'Map')
  const select = page.getByRole('button', { name: 'Select an area' })
  await select.press('Enter')
  await expect(select).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(select).toHaveAttribute('aria-pressed', 'false')
  await expect(select).toBeFocused()

  await goTo(page, 'Duplicates')
  const pairs = page.getByRole('listbox', { name: 'Pairs of records' }).getByRole('option')
  await expect(pairs.first()).toBeVisible()
  const waiting = await pairs.count()
  expect(waiting).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'The same: merge' }).dblclick()
  await expect(pairs).toHaveCount(waiting - 1)
  const different = page.getByRole('button', { name: 'Different incidents' })
  for (let left = waiting - 1; left > 0; left -= 1) {
    // A second decision would have been saved by the time that another can be made.
    await expect(different).toBeEnabled()
    await expect(pairs).toHaveCount(left)
    await different.press('Enter')
  }
  // After the last of them more are looked for.
  await expect(focused).toHaveAttribute('id', 'duplicates-title')
})
