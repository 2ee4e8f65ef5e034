import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { fillDisk } from '../support/e2eFullDisk.ts'
import {
  addIncident,
  createLog,
  expectOpen,
  expectReleased,
  goTo,
  lock,
  PASSPHRASE,
  panel,
  passphraseField,
  tryPassphrase,
  unlock,
} from '../support/e2eSteps.ts'
import { FOREIGN_HOST, writeForeignLock, writeUnclearLock } from '../support/vault/foreignLock.ts'
import { answerOpenDialog, answerSaveDialog, expect, launch, test } from './fixtures.ts'

// What opens a log, copies of it, and what the window says when its file is not as it should be.

const TITLE = 'Two cars are stopped at the mill'
const NEXT = 'nine slow kites over salt marsh'
const notices = (page: Page) => page.getByRole('region', { name: 'Notices about this log' })

test('a changed passphrase replaces the old one, which no longer opens the log', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Change passphrase…' }).click()
  const dialog = page.getByRole('dialog')
  const change = dialog.getByRole('button', { name: 'Change', exact: true })
  const current = dialog.getByRole('textbox', { name: 'A passphrase of this log' })
  await expect(current).toBeFocused()
  await current.fill('not this one at all')
  await dialog.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(NEXT)
  await dialog.getByRole('textbox', { name: 'New passphrase again' }).fill(`${NEXT}!`)
  await change.click()
  await expect(dialog.getByText('The two passphrases are not the same.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'New passphrase again' }).fill(NEXT)
  await change.click()
  await expect(dialog.getByText('That passphrase does not open this log. Nothing was changed.')).toBeVisible({
    timeout: 20_000,
  })
  await current.fill(PASSPHRASE)
  await change.click()
  await expect(dialog).toHaveCount(0, { timeout: 20_000 })
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The passphrase is changed.')
  await lock(page)
  await tryPassphrase(page, PASSPHRASE)
  await expect(page.getByRole('alert')).toContainText('That passphrase does not open this log.')
  await unlock(page, NEXT)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
})

test('the words of a recovery key are shown once and open the log; a slip is pointed at', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Make a recovery key…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'A passphrase of this log' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Show the words' }).click()
  const sheet = page.getByRole('dialog', { name: 'Write these 24 words down' })
  await expect(sheet.getByRole('listitem')).toHaveCount(24, { timeout: 20_000 })
  const words = await sheet.getByRole('listitem').allInnerTexts()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeVisible()
  await sheet.getByRole('button', { name: 'I have written it down' }).click()
  await expect(sheet).toHaveCount(0)
  for (const word of words.slice(0, 4)) await expect(page.getByText(word, { exact: true })).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Ways to open this log' }).getByRole('listitem')).toHaveCount(2)

  await lock(page)
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  const field = page.getByRole('textbox', { name: 'The 24 words of the recovery key' })
  const open = page.getByRole('button', { name: 'Unlock', exact: true })
  await field.fill(words.slice(0, 23).join(' '))
  await open.click()
  await expect(page.getByText('There are 23 words here')).toBeVisible()
  await field.fill(words.with(6, 'sloppy').join('\n'))
  await open.click()
  await expect(page.getByText('Word 7, “sloppy”')).toBeVisible()
  // As from paper: numbered, in capitals, cut to four letters.
  await field.fill(words.map((word, index) => `${index + 1}. ${word.slice(0, 4).toUpperCase()}`).join('\n'))
  await open.click()
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible({ timeout: 20_000 })
})

test('only the sheet is printed, and without a sheet nothing is', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('grid')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Make a recovery key…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'A passphrase of this log' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Show the words' }).click()
  await expect(page.getByText('Write these 24 words down')).toBeVisible({ timeout: 20_000 })
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('dialog').getByText('Recovery key', { exact: true })).toBeVisible()
  await expect(page.getByRole('listitem').last()).toBeVisible()
  await expect(page.getByText('Write these 24 words down')).toBeHidden()
  await expect(page.getByText('I have written it down')).toBeHidden()
  await expect(page.getByText('What Daybook does not protect you from')).toBeHidden()
})

test('a second passphrase opens the log until it is removed; the last one cannot be', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await goTo(page, 'Settings')
  const ways = page.getByRole('list', { name: 'Ways to open this log' })
  await expect(ways.getByRole('listitem')).toHaveCount(1)
  await expect(ways.getByRole('button')).toHaveCount(0)
  await page.getByRole('button', { name: 'Add a passphrase…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'A passphrase of this log' }).fill(PASSPHRASE)
  await dialog.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(NEXT)
  await dialog.getByRole('textbox', { name: 'New passphrase again' }).fill(NEXT)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toHaveCount(0, { timeout: 20_000 })
  await expect(ways.getByRole('listitem')).toHaveCount(2)
  await lock(page)
  await unlock(page, NEXT)
  await goTo(page, 'Settings')
  await ways.getByRole('button', { name: 'Remove: Passphrase 2' }).click()
  await dialog.getByRole('textbox', { name: 'A passphrase of this log' }).fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(dialog).toHaveCount(0, { timeout: 20_000 })
  await expect(ways.getByRole('listitem')).toHaveCount(1)
  await lock(page)
  await tryPassphrase(page, NEXT)
  await expect(page.getByRole('alert')).toContainText('That passphrase does not open this log.')
  await unlock(page)
})

test('a backup is verified and opens; new encryption keeps the records', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Encrypt anew…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'A passphrase of this log' }).fill(PASSPHRASE)
  await page.getByRole('dialog').getByRole('button', { name: 'Encrypt anew' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 20_000 })
  const copy = path.join(userData, 'copy.daybook')
  await answerSaveDialog(app, null)
  await page.getByRole('button', { name: 'Back up now…' }).click()
  await answerSaveDialog(app, copy)
  await page.getByRole('button', { name: 'Back up now…' }).click()
  await expect(page.getByText('The backup is verified')).toBeVisible({ timeout: 20_000 })
  expect(existsSync(copy)).toBe(true)
  await lock(page)
  await answerOpenDialog(app, [copy])
  await page.getByRole('button', { name: 'Open another log…' }).click()
  await expect(page.getByRole('heading', { name: 'Unlock copy' })).toBeVisible()
  await unlock(page)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
})

test('a file replaced under an open log: what is unsaved is said, kept, and saved elsewhere', async ({
  app,
  userData,
}) => {
  const { page } = app
  const file = await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  // As a sync program does it: another file under the same name.
  copyFileSync(file, `${file}.other`)
  renameSync(`${file}.other`, file)

  await page.getByRole('button', { name: 'New incident' }).first().click()
  const form = panel(page, 'Incident')
  await form.getByRole('textbox', { name: 'Title, in one sentence' }).fill('Water is cut off at the hostel')
  await form.getByRole('textbox', { name: 'When' }).fill('2017-05')
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  const bar = notices(page).getByRole('alert')
  await expect(bar).toContainText('Nothing can be saved in this file any more')
  await expect(bar).toContainText('Not saved: Incident')
  await expect(form.getByRole('textbox', { name: 'Title, in one sentence' })).toHaveValue(
    'Water is cut off at the hostel',
  )
  const elsewhere = path.join(userData, 'elsewhere')
  mkdirSync(elsewhere)
  await answerSaveDialog(app, path.join(elsewhere, 'rescued.daybook'))
  await bar.getByRole('button', { name: 'Save a copy elsewhere…' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('rescued')
  await bar.getByRole('button', { name: 'Try again' }).click()
  await expect(bar).toHaveCount(0)
  await saveFormIsDone(page)
  await lock(page)
  await unlock(page)
  await expect(page.getByRole('gridcell', { name: 'Water is cut off at the hostel' })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
})

test('a disk that is full at a save: the user saves elsewhere and goes on, and nothing is lost', async ({
  app,
  userData,
}) => {
  const { page } = app
  const stick = path.join(userData, 'stick')
  mkdirSync(stick)
  const file = await createLog(app, { folder: stick })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await fillDisk(app, stick)

  // An import, after which comes nothing that would save by itself.
  const records = path.join(userData, 'records.jsonl')
  writeFileSync(records, '{"type":"source","name":"The river paper","kind":"media","reliability":"F"}\n')
  await goTo(page, 'Import')
  await answerOpenDialog(app, [records])
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  // Not that of the rail, which is there before the preview is.
  await page
    .getByRole('region', { name: 'Import' })
    .getByRole('button', { name: 'Import', exact: true })
    .click()
  const bar = notices(page).getByRole('alert')
  await expect(bar).toContainText('The disk is full')
  await expect(bar).toContainText('Not saved: what you are importing')

  const elsewhere = path.join(userData, 'elsewhere')
  mkdirSync(elsewhere)
  await answerSaveDialog(app, path.join(elsewhere, 'moved.daybook'))
  await bar.getByRole('button', { name: 'Save a copy elsewhere…' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('moved')
  await bar.getByRole('button', { name: 'Try again' }).click()
  await expect(bar).toHaveCount(0)
  await addIncident(page, { title: 'Water is cut off at the hostel', when: '2017-05' })
  await lock(page)
  await unlock(page)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: 'Water is cut off at the hostel' })).toBeVisible()
  await goTo(page, 'Sources')
  await expect(page.getByRole('gridcell', { name: 'The river paper' })).toBeVisible()

  // The full file holds what was saved in it.
  await lock(page)
  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Open another log…' }).click()
  await tryPassphrase(page, PASSPHRASE)
  const readOnly = page.getByRole('button', { name: 'Open for reading only' })
  await readOnly.or(page.getByRole('grid')).first().waitFor()
  if (await readOnly.isVisible()) await readOnly.click()
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
})

test('an unfinished save and an older file are told when the log is opened', async ({ app, userData }) => {
  const { page } = app
  const file = await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await lock(page)
  await expectReleased(file)
  const older = path.join(userData, 'older')
  copyFileSync(file, older)
  appendFileSync(file, Buffer.alloc(300, 7))
  await unlock(page)
  await expect(notices(page)).toContainText('The last save had not been finished')
  await notices(page).getByRole('button', { name: 'Close' }).click()
  await expect(notices(page).getByRole('status')).toHaveCount(0)

  await addIncident(page, { title: 'Water is cut off at the hostel', when: '2017-05' })
  await lock(page)
  await expectReleased(file)
  copyFileSync(older, file)
  await unlock(page)
  await expect(notices(page)).toContainText('This is an older state of the log')
  await expect(notices(page)).toContainText('1 more save than it has now')
})

test('a log that is open elsewhere says by whom and since when, and can be read', async ({
  app,
  userData,
  appEntry,
}) => {
  const file = await createLog(app, { folder: userData })
  await addIncident(app.page, { title: TITLE, when: '2017-04' })
  const other = path.join(userData, 'other')
  mkdirSync(other)
  const second = await launch({ userData: other, ...(appEntry === undefined ? {} : { entry: appEntry }) })
  try {
    const { page } = second
    await answerOpenDialog(second, [file])
    await page.getByRole('button', { name: /^Open a log…/ }).click()
    await tryPassphrase(page, PASSPHRASE)
    await expect(page.getByRole('alert')).toContainText(
      /another window of this computer \(process \d+\) since .*\d/,
    )
    // The passphrase is still there.
    await page.getByRole('button', { name: 'Open for reading only' }).click()
    await expectOpen(page)
    await expect(notices(page)).toContainText('Nothing can be changed here')
    await expect(page.getByRole('contentinfo')).toContainText('Reading only')
    await expect(page.getByRole('button', { name: 'New incident' }).first()).toBeDisabled()
    await page.keyboard.press('n')
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('open for reading only')
    await page.getByRole('gridcell', { name: TITLE }).dblclick()
    const form = panel(page, 'Incident')
    await form.getByRole('textbox', { name: 'Summary' }).fill('A longer account.')
    await expect(form.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
    await form.getByRole('textbox', { name: 'Summary' }).fill('')
    await form.getByRole('button', { name: 'Close' }).click()
    await goTo(page, 'Settings')
    await expect(page.getByRole('button', { name: 'Change passphrase…' })).toBeDisabled()
    await notices(page).getByRole('button', { name: 'Lock' }).click()
    await expect(passphraseField(page)).toBeVisible()

    await lock(app.page)
    await expectReleased(file)
    await unlock(page)
    await expect(page.getByText('Open for reading only')).toHaveCount(0)
  } finally {
    await second.close()
  }
})

test('the lock of a computer that is off is taken over after a warning, and not before', async ({
  app,
  userData,
}) => {
  const { page } = app
  const file = await createLog(app, { folder: userData })
  await lock(page)
  await expectReleased(file)
  await writeForeignLock(file)
  await tryPassphrase(page, PASSPHRASE)
  await expect(page.getByRole('alert')).toContainText(`Open on the computer “${FOREIGN_HOST}” since`)
  await page.getByRole('button', { name: 'The other computer is off…' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('what one of them saves is lost')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Take over and open' })).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect(readFileSync(`${file}.lock`, 'utf8')).toContain(FOREIGN_HOST)
  await page.getByRole('button', { name: 'The other computer is off…' }).click()
  await dialog.getByText(`I have made sure that Daybook is closed on “${FOREIGN_HOST}”`).click()
  await dialog.getByRole('button', { name: 'Take over and open' }).click()
  await expectOpen(page)
  await lock(page)
  await expectReleased(file)
})

test('a lock that a crash left on this computer names its program, and is taken over after a warning', async ({
  app,
  userData,
}) => {
  const { page } = app
  const file = await createLog(app, { folder: userData })
  await lock(page)
  await expectReleased(file)
  const pid = await writeUnclearLock(file)
  await tryPassphrase(page, PASSPHRASE)
  await expect(page.getByRole('alert')).toContainText(`by the command line (process ${pid}) since`)
  await page.getByRole('button', { name: 'It is not open any more…' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText(`process ${pid}`)
  await expect(dialog.getByRole('button', { name: 'Take over and open' })).toBeDisabled()
  await dialog.getByText('I have made sure that no other window and no command').click()
  await dialog.getByRole('button', { name: 'Take over and open' }).click()
  await expectOpen(page)
  await lock(page)
  await expectReleased(file)
})

test('unlocking can be cancelled', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await lock(page)
  await page.evaluate(() => {
    // The key takes a second or so; a cancel that comes at once is surely in time.
    const press = () => {
      const cancel = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Cancel')
      if (cancel) cancel.click()
      else requestAnimationFrame(press)
    }
    press()
  })
  await tryPassphrase(page, PASSPHRASE)
  await expect(page.getByText('Cancelled. The file was left as it was.')).toBeVisible()
  await expect(passphraseField(page)).toHaveValue('')
  await unlock(page)
})

/** The form of the new record goes on with what was saved. */
async function saveFormIsDone(page: Page): Promise<void> {
  await expect(panel(page, 'Incident').getByRole('button', { name: 'Move to bin' })).toBeVisible()
  await expect(panel(page, 'Incident').getByText('Not saved')).toHaveCount(0)
}
