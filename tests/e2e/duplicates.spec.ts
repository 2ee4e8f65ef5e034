import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { faults } from '../support/e2eFaults.ts'
import { layoutFaults } from '../support/e2eLayout.ts'
import { speak } from '../support/e2eScreens.ts'
import { addIncident, createLog, goTo, panel, rows } from '../support/e2eSteps.ts'
import { answerOpenDialog, expect, test, useTheme } from './fixtures.ts'

test('two records of one incident are suggested, compared, decided, and the decision is undone', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  const folder = path.join(userData, 'log')
  mkdirSync(folder)
  await createLog(app, { folder, demo: true })
  await addIncident(page, { title: 'Тимохин увезён вооружёнными людьми в Аргуне', when: '2021-05-03' })

  // On entry, in another script: a calm notice with the reasons, and a look that leaves the form alone.
  await page.getByRole('button', { name: 'New incident' }).first().click()
  const form = panel(page, 'Incident').or(page.getByRole('complementary', { name: 'New incident' }))
  await page.getByRole('textbox', { name: 'Title, in one sentence' }).fill('Timokhin taken in Argun')
  await page.getByRole('textbox', { name: 'When' }).fill('2021-05-03')
  const notice = page.getByRole('status').filter({ hasText: 'may be of the same incident' })
  await expect(notice).toContainText('The same day')
  await expect(notice).toContainText('words in common, in whatever script')
  await shot('duplicates-on-entry')
  await notice.getByRole('button', { name: /^Open: Тимохин/ }).click()
  await expect(page.getByRole('dialog', { name: /^Тимохин/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Title, in one sentence' })).toHaveValue(
    'Timokhin taken in Argun',
  )
  await form.first().getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form.first().getByRole('button', { name: 'Move to bin' })).toBeVisible()
  await form.first().getByRole('button', { name: 'Close', exact: true }).click()

  await goTo(page, 'Duplicates')
  const pairs = page.getByRole('listbox', { name: 'Pairs of records' })
  const pair = pairs.getByRole('option', { name: /Timokhin/ })
  await pair.click()
  const compared = page.getByRole('region', { name: 'Two records side by side' })
  await expect(compared.getByRole('row', { name: /^Title differs/ })).toBeVisible()
  await expect(compared.getByRole('row', { name: /^When the same/ })).toBeVisible()
  // Its buttons wait a moment, so that no second press decides another pair; then they get their colours.
  await expect(compared.getByRole('button', { name: 'The same: merge' })).toBeEnabled()
  await page.waitForFunction(() => document.getAnimations().length === 0)
  expect(await faults(app, [])).toEqual([])
  await shot('duplicates')

  await compared.getByRole('button', { name: 'Decide later' }).click()
  await expect(pair).toHaveCount(0)
  // What was done is told where nothing is pressed.
  await expect(compared.getByRole('button', { name: 'Decide later' })).toBeVisible()
  const covered = () =>
    page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.toast')].map((toast) => toast.getBoundingClientRect())
      const isUnder = (box: DOMRect) =>
        boxes.some(
          (toast) =>
            box.left < toast.right &&
            box.right > toast.left &&
            box.top < toast.bottom &&
            box.bottom > toast.top,
        )
      const buttons = [...document.querySelectorAll('.duplicates button, .duplicates input')]
      return {
        toasts: boxes.length,
        under: buttons.filter((each) => isUnder(each.getBoundingClientRect())).length,
      }
    })
  expect(await covered()).toEqual({ toasts: 1, under: 0 })
  await shot('duplicates-decided')
  await page.getByRole('button', { name: /^Set aside/ }).click()
  await pair.click()
  await compared.getByRole('button', { name: 'Different incidents' }).click()
  await expect(pair).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await pair.click()

  await compared.getByRole('radio', { name: 'Keep of Title: Timokhin taken in Argun' }).click()
  await compared.getByRole('button', { name: 'The same: merge' }).click()
  await expect(pair).toHaveCount(0)
  await goTo(page, 'Incidents')
  await expect(rows(page).filter({ hasText: 'Timokhin taken in Argun' })).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(rows(page).filter({ hasText: 'Тимохин увезён' })).toHaveCount(1)
})

test('an import says which of its new incidents are likely in the log already', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  const folder = path.join(userData, 'log')
  mkdirSync(folder)
  await createLog(app, { folder, demo: true })
  await addIncident(page, { title: 'Тимохин увезён вооружёнными людьми в Аргуне', when: '2021-05-03' })
  const line = (id: string, title: string) =>
    JSON.stringify({
      ...{ type: 'incident', id, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
      ...{ confidentiality: 'RED', title, summary: '', when: '2021-05-03', where: { precision: 6 } },
      ...{ violationTypes: [], status: 'possible' },
    })
  const file = path.join(folder, 'records.jsonl')
  writeFileSync(file, [line('twin', 'Timokhin taken in Argun'), line('other', 'A well is dug')].join('\n'))
  await goTo(page, 'Import')
  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const twins = page.getByRole('region', { name: '1 new incident is likely in the log already' })
  await expect(twins).toContainText('Timokhin taken in Argun')
  await expect(twins).toContainText('The same day')
  expect(await faults(app, [])).toEqual([])
  await shot('duplicates-import')
  await page.getByRole('button', { name: 'Import', exact: true }).last().click()
  await page.getByRole('button', { name: 'Decide about duplicates' }).click()
  await expect(page.getByRole('option', { name: /Timokhin/ })).toBeVisible()
})

test('duplicates are readable in dark, and in Arabic from right to left', async ({ app, userData, shot }) => {
  const { page } = app
  const folder = path.join(userData, 'log')
  mkdirSync(folder)
  await createLog(app, { folder, demo: true })
  await useTheme(app, 'dark')
  await goTo(page, 'Duplicates')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await shot('duplicates-dark')
  expect(await faults(app, [])).toEqual([])
  await useTheme(app, 'light')
  await goTo(page, 'Incidents')
  await speak(app, 'ar')
  await page.keyboard.press('Control+Shift+Digit7')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await shot('duplicates-arabic')
  expect(await layoutFaults(app)).toEqual([])
})
