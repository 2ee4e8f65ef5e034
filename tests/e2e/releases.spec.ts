import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { newBrief, reviewToRelease, tickAll, writeBrief } from '../support/e2eBrief.ts'
import { createLog, goTo, unlock } from '../support/e2eSteps.ts'
import { answerOpenDialog, expect, test, useTheme } from './fixtures.ts'

test('a brief that left is listed, recalled, and somebody reads it back in', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  const log = path.join(userData, 'log')
  const out = path.join(userData, 'out')
  mkdirSync(log)
  mkdirSync(out)
  await createLog(app, { folder: log, demo: true })
  await goTo(page, 'Releases')
  await expect(page.getByText('No brief has left yet')).toBeVisible()
  await shot('releases-empty')
  await newBrief(page)
  await tickAll(page, 'Claims')
  await page.getByRole('textbox', { name: 'As of' }).fill('2019-06-01')
  await reviewToRelease(page)
  await writeBrief(app, out)

  await goTo(page, 'Releases')
  const table = page.getByRole('table', { name: 'Briefs that left' })
  await expect(table.getByRole('cell', { name: 'Public', exact: true })).toBeVisible()
  await table.getByRole('button').first().click()
  const details = page.getByRole('complementary')
  await expect(details.getByText(/SHA-256 [0-9a-f]{64}/).first()).toBeVisible()
  await details.getByRole('button', { name: 'Recall…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Why' }).fill('The first claim fell.')

  // Half-typed, it outlives a lock.
  await page.keyboard.press('Control+l')
  await unlock(page)
  await page.getByRole('button', { name: 'Recall of a brief', exact: true }).click()
  await table.getByRole('button').first().click()
  await details.getByRole('button', { name: 'Recall…' }).click()
  await expect(dialog.getByText(/^Restored what you typed/)).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Why' })).toHaveValue('The first claim fell.')
  await shot('releases-restored')
  await dialog.getByRole('button', { name: 'Recall this brief' }).click()
  await expect(table.getByText('Recalled')).toBeVisible()
  const message = details.getByRole('textbox', { name: 'What to tell them' })
  await expect(message).toHaveValue(/This brief is recalled/)
  await expect(message).not.toHaveValue(/first claim fell/)
  await shot('releases-recalled')
  await useTheme(app, 'dark')
  await shot('releases-dark')
  await useTheme(app, 'light')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(table.getByText('Stands')).toBeVisible()

  const file = readdirSync(out).find((name) => name.endsWith('.json')) ?? ''
  await goTo(page, 'Read a brief')
  await answerOpenDialog(app, [path.join(out, file)])
  await page.getByRole('button', { name: 'Open a brief…' }).click()
  await expect(page.getByText('Not signed: anybody can have written or changed it.')).toBeVisible()
  await expect(page.getByRole('article')).toContainText('Claims, by where they stand')
  await shot('reading')
  await page.getByRole('textbox', { name: 'Name of the new organisation' }).fill('Their Group')
  await page.getByRole('button', { name: /^Import \d+ claim/ }).click()
  await expect(page.getByText(/imported as source items?\./)).toBeVisible()
  await page.getByRole('button', { name: /^Import \d+ claim/ }).click()
  await expect(page.getByText('Nothing new was imported.')).toBeVisible()
  await goTo(page, 'Organisations')
  await expect(page.getByText('Their Group')).toBeVisible()
})
