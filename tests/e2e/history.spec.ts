import AxeBuilder from '@axe-core/playwright'
import { addIncident, createLog, goTo, lock, panel, saveForm, unlock } from '../support/e2eSteps.ts'
import { expect, test } from './fixtures.ts'

test('the history of a record is read and restored by keyboard, and goes with the bin', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await addIncident(page, { title: 'First wording', when: '2017-04', summary: 'Seen by two.' })
  const cell = (title: string) => page.getByRole('gridcell', { name: title })
  await cell('First wording').dblclick()
  const form = panel(page, 'Incident')
  const history = form.getByRole('button', { name: 'History of changes' })
  await history.press('Enter')
  await expect(form.getByText('Nothing has changed since this record was entered.')).toBeVisible()
  await form.getByRole('textbox', { name: 'Title, in one sentence' }).fill('Second wording')
  await saveForm(form)
  const entries = form.getByRole('list', { name: 'Changes of this record' }).getByRole('listitem')
  await expect(entries).toHaveCount(2)
  await expect(entries.first()).toContainText('before: First wording')
  await expect(entries.first()).toContainText('after: Second wording')

  await lock(page)
  await unlock(page)
  await cell('Second wording').dblclick()
  await history.press('Enter')
  await expect(entries.last()).toContainText('Entered')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await entries
    .last()
    .getByRole('button', { name: /^Restore this state: / })
    .press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Restore this state?' })
  await dialog.getByRole('textbox', { name: 'Reason (if you like)' }).fill('It was right before.')
  await dialog.getByRole('button', { name: 'Restore this state' }).press('Enter')
  await expect(cell('First wording')).toBeVisible()
  await expect(entries).toHaveCount(3)
  await expect(entries.first()).toContainText('It was right before.')
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(cell('Second wording')).toBeVisible()
  await expect(entries).toHaveCount(4)

  await form.getByRole('button', { name: 'Move to bin' }).click()
  await goTo(page, 'Bin')
  await page.getByRole('button', { name: 'Empty the bin…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Empty the bin for good?' })
  await expect(question).toContainText('backups and other copies of the log')
  await question.getByRole('button', { name: 'Remove for good' }).click()
  await expect(page.getByText('The bin is empty')).toBeVisible()
  await expect(question).toBeHidden()
  // Every step there was had to do with that record.
  await expect(page.getByRole('button', { name: 'Undo', exact: true }).first()).toBeDisabled()
})
