import type { Page } from '@playwright/test'
import { allPortions } from '../support/allRecords.ts'
import { choose, createLog, escapeRegExp, goTo, lock, unlock } from '../support/e2eSteps.ts'
import { expect, test } from './fixtures.ts'

const RUMOUR = 'A second list of names is being drawn up for the summer of 2017'
const UNASSESSED = 'Detentions of the same kind have begun in a neighbouring republic'

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const card = (page: Page, statement: string) =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${escapeRegExp(statement)}`) })
const openAssess = (page: Page, statement: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: statement })
    .getByRole('button', { name: /^Change status…/ })
    .click()
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Change the status' })

test.beforeEach(async ({ app, userData }) => {
  await createLog(app, { folder: userData, demo: true })
  await goTo(app.page, 'Claims board')
})

test('the board has four columns, and superseded claims on request', async ({ app, shot }) => {
  const { page } = app
  const expected = { Rumour: 2, Unresolved: 9, Fact: 9, False: 3 }
  for (const [name, count] of Object.entries(expected)) {
    await expect(column(page, name).getByText(String(count), { exact: true })).toBeVisible()
    const first = column(page, name).getByRole('listitem').first()
    await expect(first).toHaveAttribute('aria-setsize', String(count))
  }
  await expect(column(page, 'Superseded')).toHaveCount(0)
  await shot('board')
  await page.getByText('Show superseded (1)').click()
  await expect(column(page, 'Superseded').getByRole('listitem')).toHaveCount(1)
  await page.getByRole('textbox', { name: 'Filter the claims' }).fill('status:false')
  await expect(column(page, 'False').getByRole('listitem')).toHaveCount(3)
  await expect(column(page, 'Fact').getByRole('listitem')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: /^3 claims of/ })).toBeVisible()
})

test('a status changes only with a reason, and the history keeps every step', async ({ app }) => {
  const { page } = app
  await openAssess(page, RUMOUR)
  await choose(page, dialog(page), 'Status', 'Partly supported')
  await choose(page, dialog(page), 'Credibility of the information', '3')
  await dialog(page).getByRole('textbox', { name: 'Day it speaks for' }).fill('2017-08-01')
  await dialog(page).getByRole('button', { name: 'Save assessment' }).click()
  const reason = dialog(page).getByRole('textbox', { name: 'Reason' })
  await expect(reason).toHaveAttribute('aria-invalid', 'true')
  await expect(dialog(page).getByText('Give the reason:')).toBeVisible()
  await reason.fill('   ')
  await dialog(page).getByRole('button', { name: 'Save assessment' }).click()
  await expect(dialog(page)).toBeVisible()
  await expect(column(page, 'Rumour').getByText('2', { exact: true })).toBeAttached()

  await reason.fill('A second witness, unknown to the first, has seen the list.')
  await dialog(page).getByRole('button', { name: 'Save assessment' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(column(page, 'Unresolved').getByText(RUMOUR)).toBeVisible()
  await expect(column(page, 'Rumour').getByText('1', { exact: true })).toBeVisible()

  // Back again: both steps stay in the history, latest day first.
  await openAssess(page, RUMOUR)
  await choose(page, dialog(page), 'Status', 'False')
  await dialog(page).getByRole('textbox', { name: 'Day it speaks for' }).fill('2017-09-01')
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('The list is a school register.')
  await dialog(page).getByRole('button', { name: 'Save assessment' }).click()
  await expect(dialog(page)).toBeHidden()
  await lock(page)
  await unlock(page)
  await goTo(page, 'Claims board')
  await expect(column(page, 'False').getByText(RUMOUR)).toBeVisible()
  await card(page, RUMOUR).click()
  const history = page.getByRole('region', { name: 'Assessments' }).getByRole('listitem')
  await expect(history.nth(0)).toContainText('The list is a school register.')
  await expect(history.nth(0)).toContainText('1 September 2017')
  await expect(history.nth(1)).toContainText('A second witness, unknown to the first, has seen the list.')
  expect(await history.count()).toBe(3)
})

test('a claim cannot be established without a standard, and the bridge refuses an empty reason too', async ({
  app,
}) => {
  const { page } = app
  await openAssess(page, UNASSESSED)
  await choose(page, dialog(page), 'Status', 'Established')
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Everybody says so.')
  await dialog(page).getByRole('button', { name: 'Save assessment' }).click()
  await expect(dialog(page).getByText('“Established” names the standard it meets.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  const claims = (await allPortions(page)).flatMap((portion) => Object.values(portion.claims ?? {}))
  const claimId = claims.find(({ statement }) => statement === UNASSESSED)?.id ?? ''
  const code = await page.evaluate(async (id) => {
    const reply = await window.daybook.claimsAssess({
      id,
      status: 'false',
      credibility: null,
      standardMet: null,
      reason: ' \n ',
      when: '2019-01-01',
    })
    return reply.ok ? 'accepted' : reply.error.code
  }, claimId)
  expect(code).toMatch(/^claims?\/reason-missing$/)
  await expect(column(page, 'Rumour').getByText(UNASSESSED)).toBeVisible()
})

test('the board works with the keyboard alone', async ({ app }) => {
  const { page } = app
  await card(page, RUMOUR).focus()
  await page.keyboard.press('ArrowDown')
  await expect(card(page, UNASSESSED)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(column(page, 'Unresolved').locator(':focus')).toHaveCount(1)
  await page.keyboard.press('ArrowLeft')
  await expect(column(page, 'Rumour').locator(':focus')).toHaveCount(1)
  await card(page, UNASSESSED).focus()
  await page.keyboard.press('m')
  await expect(dialog(page)).toBeVisible()
  const status = dialog(page).getByRole('button', { name: /Status$/ })
  await expect(status).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Rum')
  await page.keyboard.press('Enter')
  await expect(status).toHaveText(/Rumour/)
  const reason = dialog(page).getByRole('textbox', { name: 'Reason' })
  for (let tabs = 0; tabs < 8 && !(await reason.evaluate((e) => e === document.activeElement)); tabs += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.type('Two posts, no root.')
  await page.keyboard.press('Tab')
  for (let tabs = 0; tabs < 4; tabs += 1) {
    const save = dialog(page).getByRole('button', { name: 'Save assessment' })
    if (await save.evaluate((e) => e === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(card(page, UNASSESSED)).toContainText('Rumour')
  await expect(card(page, UNASSESSED)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Assessments' })).toContainText('Two posts, no root.')
  await page.keyboard.press('Escape')
  await expect(card(page, UNASSESSED)).toBeFocused()
})

test('a card dragged to another column asks for the reason there', async ({ app }) => {
  const { page } = app
  await card(page, RUMOUR).dragTo(column(page, 'False'))
  await expect(dialog(page)).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: /Status$/ })).toHaveText(/False/)
  await expect(dialog(page).getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(column(page, 'Rumour').getByText(RUMOUR)).toBeVisible()
})
