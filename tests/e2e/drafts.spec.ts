import type { Page } from '@playwright/test'
import {
  addIncident,
  createLog,
  expectOpen,
  goTo,
  lock,
  panel,
  rows,
  saveForm,
  tryPassphrase,
  unlock,
} from '../support/e2eSteps.ts'
import { findTexts } from '../support/scanBytes.ts'
import { answerOpenDialog, expect, launch, type RunningApp, test } from './fixtures.ts'

// Nothing that was typed is lost by locking, sleeping, closing or crashing; and nothing of it is on the disk in the clear.

const TITLE = 'Two cars are stopped at the mill'
const SUMMARY = 'Men in plain clothes ask for a list of names.'

const titleField = (page: Page) =>
  panel(page, 'Incident').getByRole('textbox', { name: 'Title, in one sentence' })

/** Begins a new incident and leaves it unsaved. */
async function beginIncident(page: Page): Promise<void> {
  await goTo(page, 'Incidents')
  await page.getByRole('button', { name: 'New incident' }).first().click()
  await titleField(page).fill(TITLE)
  await panel(page, 'Incident').getByRole('textbox', { name: 'Summary' }).fill(SUMMARY)
}

const keptIds = (page: Page) =>
  page.evaluate(async () => {
    const reply = await window.daybook.draftsList({})
    return reply.ok ? reply.value.map(({ id }) => id) : []
  })

/** After unlocking the entry is told of, opens as it was left, and can be saved. */
async function expectUnfinished(page: Page): Promise<void> {
  const notices = page.getByRole('region', { name: 'Notices about this log' })
  await expect(notices).toContainText('1 unfinished entry')
  await notices.getByRole('button', { name: 'New incident', exact: true }).click()
  await expect(titleField(page)).toHaveValue(TITLE)
  await expect(panel(page, 'Incident').getByRole('textbox', { name: 'Summary' })).toHaveValue(SUMMARY)
  await expect(panel(page, 'Incident').getByText(/^Restored what you typed on/)).toBeVisible()
  await expect(notices.getByText('unfinished')).toHaveCount(0)
}

test('a lock in the middle of a word keeps it, encrypted, and saving ends the draft', async ({
  app,
  userData,
}) => {
  const { page } = app
  const ways: readonly ((app: RunningApp) => Promise<unknown>)[] = [
    ({ page: here }) => lock(here),
    (here) => here.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend')),
    (here) => here.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen')),
  ]
  await createLog(app, { folder: userData })
  await beginIncident(page)
  for (const way of ways) {
    await way(app)
    await expect(page.getByRole('textbox', { name: 'Passphrase', exact: true })).toBeVisible()
    await expect(page.getByText(TITLE)).toHaveCount(0)
    await unlock(page)
    await expectUnfinished(page)
  }
  expect(findTexts([userData], [TITLE, SUMMARY])).toEqual([])
  await panel(page, 'Incident').getByRole('textbox', { name: 'When' }).fill('2017-04')
  await saveForm(panel(page, 'Incident'))
  expect(await keptIds(page)).toEqual([])
  await lock(page)
  await unlock(page)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
  await expect(page.getByText('unfinished')).toHaveCount(0)
})

test('closing the window keeps what was typed', async ({ app, userData, appEntry }) => {
  const file = await createLog(app, { folder: userData })
  await beginIncident(app.page)
  await app.close()
  const later = await launch({ userData, ...(appEntry === undefined ? {} : { entry: appEntry }) })
  try {
    await answerOpenDialog(later, [file])
    await later.page.getByRole('button', { name: /^Open a log…/ }).click()
    await unlock(later.page)
    await expectUnfinished(later.page)
  } finally {
    await later.close()
  }
})

test('a draft is kept by itself, survives a window that is lost, and goes when it is discarded', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await beginIncident(page)
  await expect.poll(() => keptIds(page)).toEqual(['record/incidents/new'])
  await page.reload()
  await expectOpen(page)
  await expectUnfinished(page)
  await panel(page, 'Incident').getByRole('button', { name: 'Discard' }).click()
  await expect(titleField(page)).toHaveValue('')
  await expect.poll(() => keptIds(page)).toEqual([])

  await titleField(page).fill(TITLE)
  await expect.poll(() => keptIds(page)).toHaveLength(1)
  await panel(page, 'Incident').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => keptIds(page)).toEqual([])
  await expect(rows(page)).toHaveCount(0)
})

test('changes to a saved record and the reason of an assessment come back too', async ({ app, userData }) => {
  const { page } = app
  const reason = 'A second witness, asked separately, says the same.'
  await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await rows(page).first().getByRole('gridcell').first().dblclick()
  await panel(page, 'Incident').getByRole('textbox', { name: 'Summary' }).fill(SUMMARY)
  await lock(page)
  await unlock(page)
  const notices = page.getByRole('region', { name: 'Notices about this log' })
  await notices.getByRole('button', { name: TITLE, exact: true }).click()
  await expect(panel(page, 'Incident').getByRole('textbox', { name: 'Summary' })).toHaveValue(SUMMARY)
  await saveForm(panel(page, 'Incident'))
  await page.keyboard.press('Escape')

  await goTo(page, 'Claims')
  await page.getByRole('button', { name: 'New claim' }).first().click()
  const claim = panel(page, 'Claim')
  await claim.getByRole('textbox', { name: 'Statement' }).fill('The mill road was closed.')
  await saveForm(claim)
  await claim.getByRole('button', { name: 'Change status…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill(reason)
  await page.keyboard.press('Control+l')
  await unlock(page)
  await notices.getByRole('button', { name: /^Assessment: The mill road/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue(reason)
  await expect(dialog.getByText(/^Restored what you typed on/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Save assessment' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await keptIds(page)).toEqual([])
})

test('a wrong passphrase shows nothing of what was typed', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await beginIncident(page)
  await lock(page)
  await tryPassphrase(page, 'not this one at all')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByText(TITLE)).toHaveCount(0)
  expect(await keptIds(page)).toEqual([])
})
