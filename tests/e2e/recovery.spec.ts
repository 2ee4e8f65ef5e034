import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import {
  addIncident,
  createLog,
  expectOpen,
  expectReleased,
  goTo,
  lock,
  PASSPHRASE,
  tryPassphrase,
  unlock,
} from '../support/e2eSteps.ts'
import { answerOpenDialog, answerSaveDialog, expect, test } from './fixtures.ts'

// Ways back for whoever has forgotten the passphrase, or has a damaged file.

const TITLE = 'Two cars are stopped at the mill'
const NEXT = 'nine slow kites over salt marsh'
const WORDS = 'The 24 words of the recovery key'

test('whoever has forgotten the passphrase sets a new one with the recovery words', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await goTo(page, 'Settings')
  const forgotten = page.getByRole('button', { name: 'I have forgotten the passphrase…' })
  await expect(forgotten).toHaveCount(0)
  const words = await makeRecoveryKey(page)

  await lock(page)
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  await page.getByRole('textbox', { name: WORDS }).fill(words.join(' '))
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expectOpen(page)

  await goTo(page, 'Settings')
  await forgotten.click()
  const dialog = page.getByRole('dialog', { name: 'A new passphrase with the recovery key' })
  const field = dialog.getByRole('textbox', { name: WORDS })
  const set = dialog.getByRole('button', { name: 'Set the new passphrase' })
  await expect(dialog).toContainText('takes the place of every passphrase this log has')
  await expect(field).toBeFocused()
  await field.fill(words.slice(1).join(' '))
  await dialog.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(NEXT)
  await dialog.getByRole('textbox', { name: 'New passphrase again' }).fill(`${NEXT}!`)
  await set.click()
  await expect(dialog.getByText('There are 23 words here')).toBeVisible()
  // Of another log.
  await field.fill(`${'abandon '.repeat(23)}art`)
  await set.click()
  await expect(dialog.getByText('The two passphrases are not the same.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'New passphrase again' }).fill(NEXT)
  await set.click()
  await expect(dialog.getByText('These words do not open this log.')).toBeVisible({ timeout: 20_000 })
  await field.fill(words.join('\n'))
  await set.click()
  await expect(dialog).toHaveCount(0, { timeout: 20_000 })
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The new passphrase is set.')

  await lock(page)
  await tryPassphrase(page, PASSPHRASE)
  await expect(page.getByRole('alert')).toContainText('That passphrase does not open this log.')
  await unlock(page, NEXT)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
})

test('a rescue says what it found and what is lost, and leaves the damaged file as it is', async ({
  app,
  userData,
}) => {
  const { page } = app
  const file = await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await addIncident(page, { title: 'Water is cut off at the hostel', when: '2017-05' })
  const words = await makeRecoveryKey(page)
  await lock(page)
  await expectReleased(file)
  copyFileSync(file, `${file}.before`)
  const damaged = readFileSync(file)
  // In the last frame, which the commit records say was saved.
  let end = damaged.length
  while (damaged[end - 1] === 0) end -= 1
  damaged[end - 40] = (damaged[end - 40] ?? 0) ^ 1
  writeFileSync(file, damaged)

  await tryPassphrase(page, PASSPHRASE)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This file is damaged')
  await expect(alert).toContainText(/At byte [\d,]+\./)
  await expect(alert.getByText(/^vault\/damaged frame @\d+$/)).toBeVisible()
  await alert.getByRole('button', { name: 'Rescue what can be read…' }).click()
  const rescue = page.getByRole('button', { name: 'Choose a new file…' })
  await expect(page.getByText('The damaged file is not touched.')).toBeVisible()
  await expect(rescue).toBeDisabled()
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE)
  await answerSaveDialog(app, null)
  await rescue.click()
  await expect(page.getByText('No file was chosen. Nothing was written.')).toBeVisible()
  const found = path.join(userData, 'found.daybook')
  await answerSaveDialog(app, found)
  await rescue.click()
  await expect(page.getByText(/\d+ records? rescued into “found.daybook”/)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/[\d,]+ bytes could not be read/)).toBeVisible()
  await expect(page.getByText('Keep the damaged file until you are sure.')).toBeVisible()
  expect(readFileSync(file).equals(damaged)).toBe(true)

  await answerOpenDialog(app, [found])
  await page.getByRole('button', { name: 'Open the new log…' }).click()
  await expect(page.getByRole('heading', { name: 'Unlock found' })).toBeVisible()
  await unlock(page)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()

  // Whoever has nothing but the words comes to the same, by a new passphrase.
  await lock(page)
  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Open another log…' }).click()
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  await page.getByRole('textbox', { name: WORDS }).fill(words.join(' '))
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await alert.getByRole('button', { name: 'Rescue what can be read…' }).click()
  await expect(page.getByText('make a recovery key for it afterwards')).toBeVisible()
  await page.getByRole('textbox', { name: WORDS }).fill(words.slice(1).join(' '))
  await rescue.click()
  await expect(page.getByText('There are 23 words here')).toBeVisible()
  await page.getByRole('textbox', { name: WORDS }).fill(words.join('\n'))
  await page.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(NEXT)
  await page.getByRole('textbox', { name: 'New passphrase again' }).fill(NEXT)
  const byWords = path.join(userData, 'by-words.daybook')
  await answerSaveDialog(app, byWords)
  await rescue.click()
  await expect(page.getByText(/\d+ records? rescued into “by-words.daybook”/)).toBeVisible({
    timeout: 20_000,
  })
  await answerOpenDialog(app, [byWords])
  await page.getByRole('button', { name: 'Open the new log…' }).click()
  await unlock(page, NEXT)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
})

/** Makes one in Settings and answers its words. */
async function makeRecoveryKey(page: Page): Promise<readonly string[]> {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Make a recovery key…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'A passphrase of this log' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Show the words' }).click()
  const sheet = page.getByRole('dialog', { name: 'Write these 24 words down' })
  await expect(sheet.getByRole('listitem')).toHaveCount(24, { timeout: 20_000 })
  const words = await sheet.getByRole('listitem').allInnerTexts()
  await sheet.getByRole('button', { name: 'I have written it down' }).click()
  return words
}
