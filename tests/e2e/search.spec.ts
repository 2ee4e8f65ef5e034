import { mkdirSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { createLog } from '../support/e2eSteps.ts'
import { expect, test } from './fixtures.ts'

test('what is saved is found as it is typed, in any form, and opens by keyboard', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  const folder = path.join(userData, 'log')
  mkdirSync(folder)
  await createLog(app, { folder, demo: true })

  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Title' }).fill('Свидетель о тюрьме в Аргуне')
  await page.getByRole('textbox', { name: 'When' }).fill('2017-04')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Incident', exact: true })).toBeVisible()

  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Search everything' })
  const field = dialog.getByRole('searchbox', { name: 'Words to find' })
  await expect(field).toBeFocused()
  await field.pressSequentially('тюрьмой св')
  const found = dialog.getByRole('option')
  await expect(found.first()).toContainText('Свидетель о тюрьме')
  await expect(found.first().locator('mark')).toHaveText(['Свидетель', 'тюрьме'])
  await expect(dialog.getByRole('status')).toContainText('1 record found')
  await shot('search-russian')

  await field.fill('pri')
  // The answers to what was typed before stand there until the new ones are found.
  await expect(found.first().locator('mark').first()).toHaveText(/^pri/i)
  await expect(found.first()).toHaveAttribute('data-focused', 'true')
  await shot('search')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await field.fill('тюрьм')
  await expect(found.first()).toContainText('Свидетель')
  await expect(found.first()).toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('complementary', { name: 'Incident' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Свидетель о тюрьме в Аргуне')

  await page.keyboard.press('Control+k')
  await dialog.getByRole('searchbox').fill('sett')
  await expect(dialog.getByRole('option', { name: 'Settings' })).toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()

  // Commands are found by any of their words, and say which keys do the same.
  await page.keyboard.press('Control+k')
  await dialog.getByRole('searchbox').fill('dark')
  await expect(dialog.getByRole('option', { name: /^Theme: Dark/ })).toHaveAttribute('data-focused', 'true')
  await shot('search-commands')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await dialog.getByRole('searchbox').fill('board')
  await expect(dialog.getByRole('option', { name: /^Claims board/ })).toContainText('Ctrl 5')
  await dialog.getByRole('searchbox').fill('new sou')
  await expect(dialog.getByRole('option', { name: /^New source$/ })).toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'New source', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await dialog.getByRole('searchbox').fill('shortcuts')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})
