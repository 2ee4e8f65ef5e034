// The pictures of the user guide, in the order in which one demo log can show them. What each shows is said here; what
// is done with it (compared, or written anew) is the spec's.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { answerOpenDialog, expect, type RunningApp } from '../e2e/fixtures.ts'
import { acceptAllTexts, applyBestSuggestion, newBrief, tickAll, writeBrief } from './e2eBrief.ts'
import { choose, createLog, goTo, PASSPHRASE, panel, passphraseField, rows } from './e2eSteps.ts'
import { writeMappedFile } from './mappedFile.ts'

/** Takes the picture of a part of the window, or with none of all of it. `said` is the part whose words are compared. */
export type Take = (name: string, part?: Locator, said?: Locator) => Promise<void>

interface Studio {
  readonly app: RunningApp
  readonly page: Page
  /** A new folder. */
  readonly folder: string
  readonly take: Take
}

/** Goes through the app and takes every picture of the guide. */
export async function takeGuidePictures(app: RunningApp, folder: string, take: Take): Promise<void> {
  const studio = { app, page: app.page, folder, take }
  await ofTheStart(studio)
  await ofTables(studio)
  await ofForms(studio)
  await ofClaims(studio)
  await ofImport(studio)
  await ofBriefs(studio)
  await ofSettings(studio)
}

async function inTheMiddle(part: Locator): Promise<void> {
  await part.evaluate((element) => element.scrollIntoView({ block: 'center' }))
}

async function ofTheStart({ app, page, folder, take }: Studio): Promise<void> {
  await page.getByRole('button', { name: 'Create a log' }).click()
  await passphraseField(page).fill(PASSPHRASE)
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(PASSPHRASE)
  await take('create', page.getByRole('main'))
  await page.getByRole('button', { name: 'Back' }).click()
  await createLog(app, { folder, demo: true })
}

async function ofTables({ page, take }: Studio): Promise<void> {
  const foot = page.getByRole('contentinfo')
  await expect(foot).toContainText('82 of 82 records')
  await rows(page).nth(2).getByRole('gridcell').nth(1).click()
  await take('incidents')
  await page.getByRole('searchbox').fill('when:2017-04')
  await page.getByRole('columnheader', { name: /^Status/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Group by this column' }).click()
  await expect(page.getByRole('treegrid', { name: 'Incidents' })).toBeVisible()
  await take('grouped')
  await page.getByRole('button', { name: 'Grouped by Status' }).click()
  await page.getByRole('searchbox').fill('label:RED')
  await expect(foot).toContainText('11 of 82 records')
  await page.getByRole('gridcell').first().click()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change 11 records' })
  await choose(page, dialog, 'Field', 'Tags')
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('checked twice')
  await expect(dialog.getByRole('status')).toContainText('11 records change.')
  await take('bulk', dialog)
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill('')
  await expect(foot).toContainText('82 of 82 records')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('newspaper')
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/^\d+ records found\.$/)
  await take('search', page.getByRole('dialog'))
  await page.getByRole('dialog').getByRole('searchbox').fill('')
  await page.keyboard.press('Escape')
}

async function ofForms({ page, take }: Studio): Promise<void> {
  await goTo(page, 'Incidents')
  await rows(page).nth(2).getByRole('gridcell').first().dblclick()
  await expect(panel(page, 'Incident').getByRole('textbox', { name: 'Summary' })).not.toHaveValue('')
  await take('incident-form')
  await page.keyboard.press('Escape')
  await goTo(page, 'People')
  await rows(page).first().getByRole('gridcell').first().dblclick()
  await inTheMiddle(panel(page, 'Person').getByRole('button', { name: 'Show locked fields' }))
  await take('person', panel(page, 'Person'))
  await page.keyboard.press('Escape')
  await goTo(page, 'Source items')
  await page.getByRole('searchbox').fill('"Agency dispatch on the newspaper report"')
  await expect(rows(page)).toHaveCount(1)
  await rows(page).first().getByRole('gridcell').first().dblclick()
  const item = panel(page, 'Source item')
  await item.getByRole('button', { name: /^More/ }).click()
  await inTheMiddle(item.getByRole('button', { name: 'Add an item it derives from' }))
  await take('source-item', item)
  await page.keyboard.press('Escape')
}

async function ofClaims({ page, take }: Studio): Promise<void> {
  await goTo(page, 'Claims board')
  await take('board')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Illegal prisons hold men/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /^Illegal prisons/ })).toBeVisible()
  await take('claim')
  const graph = page.getByRole('region', { name: 'Where it comes from' })
  await graph.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await take('graph', graph)
}

async function ofImport({ app, page, folder, take }: Studio): Promise<void> {
  const { file, mapping } = writeMappedFile(folder, [
    'A,2017-04-01,2',
    'B,soon,1',
    'C,2017,0',
    'D,April 2017,some',
  ])
  await goTo(page, 'Import')
  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('list', { name: 'Columns of the file' })).toBeVisible()
  await answerOpenDialog(app, [mapping])
  await page.getByRole('button', { name: 'Choose a mapping file…' }).click()
  await expect(page.getByRole('table', { name: '2 rejected rows' })).toBeVisible()
  await take('import', page.getByRole('main'))
}

async function ofSettings({ page, take }: Studio): Promise<void> {
  await goTo(page, 'Settings')
  await choose(page, page, 'Second calendar', 'Hijri (Umm al-Qura)')
  await take('settings', page.getByRole('region', { name: 'Language and appearance' }))
  await choose(page, page, 'Second calendar', 'None')
  const keys = page.getByRole('region', { name: 'Keys and backup' })
  const ways = keys.getByRole('list', { name: 'Ways to open this log' })
  await expect(ways).toBeVisible()
  await keys.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  // How often the log was saved, and how large it is, depends on how long the drafts took.
  await take('keys', keys, ways)
  await page.getByRole('button', { name: 'Open profiles' }).click()
  await page.getByRole('button', { name: /^UN or court/ }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  const own = page.getByRole('form', { name: 'UN or court submission, copy' })
  await choose(page, own, 'Places', 'the place as reported')
  await inTheMiddle(own.getByRole('button', { name: /Places$/ }).first())
  await take('profile')
  await own.getByRole('button', { name: 'Discard changes' }).click()
}

async function ofBriefs({ app, page, folder, take }: Studio): Promise<void> {
  await newBrief(page)
  await choose(page, page, 'Profile', 'UN or court submission')
  await page.getByRole('textbox', { name: 'As of' }).fill('2019-06-30')
  await tickAll(page, 'Claims')
  await tickAll(page, 'Incidents')
  await take('brief-choose')
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await expect(page.getByRole('article')).toBeVisible({ timeout: 30_000 })
  await applyBestSuggestion(page)
  await expect(page.getByRole('listbox', { name: 'Texts that may leave' })).toBeVisible()
  // The rows of the page are in another order each time.
  await take('brief-review', undefined, page.getByRole('tablist', { name: 'What to look at' }))
  await acceptAllTexts(page)
  await page.getByRole('button', { name: 'Go on to release' }).click()
  await expect(page.getByRole('button', { name: 'Check and write…' })).toBeVisible()
  await take('brief-release', undefined, page.getByRole('group', { name: 'Forms' }))
  const out = path.join(folder, 'out')
  mkdirSync(out)
  await writeBrief(app, out)
  await goTo(page, 'Releases')
  await page.getByRole('table').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Recall…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Why (stays in this log)' }).fill('A consent was taken back.')
  await dialog.getByRole('button', { name: 'Recall this brief' }).click()
  await expect(dialog).toBeHidden()
  await take('release')
}
