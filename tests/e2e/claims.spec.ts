import type { Page } from '@playwright/test'
import { faults } from '../support/e2eFaults.ts'
import { choose, createLog, escapeRegExp, goTo, panel, rows } from '../support/e2eSteps.ts'
import { expect, type RunningApp, useTheme as showTheme, test } from './fixtures.ts'

// The worked example on screen: what the board, a claim's page, its source graph and an incident say, on any day.

const PRISONS = 'Illegal prisons hold men'
const ABDUCTED = 'Security forces in Chechnya'
const CAMPS = 'The places where the men are held are concentration camps'

const card = (page: Page, statement: string) =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${escapeRegExp(statement)}`) })
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const head = (page: Page) =>
  page.getByRole('article').getByRole('banner').or(page.locator('article > header'))
const day = (page: Page) => page.getByRole('textbox', { name: 'As of' })

async function openClaim(page: Page, statement: string): Promise<void> {
  await card(page, statement).click()
  await expect(title(page)).toContainText(statement)
}

test.beforeEach(async ({ app, userData }) => {
  await createLog(app, { folder: userData, demo: true })
  await goTo(app.page, 'Claims board')
})

test('a claim stands as it stood on the day that is asked for', async ({ app }) => {
  const { page } = app
  await openClaim(page, ABDUCTED)
  await expect(head(page)).toContainText('Established')
  await expect(head(page)).toContainText('standard met: balance of probabilities')
  await page.keyboard.press('d')
  await page.keyboard.type('2017-12-31')
  await expect(head(page)).toContainText('Appears established')
  await expect(page.getByText('as they stood on 31 December 2017')).toBeVisible()
  await expect(section(page, 'Assessments')).toContainText('not yet known on the day shown')
  await page.keyboard.press('ArrowUp')
  await expect(day(page)).toHaveValue('2018-12-28')
  await expect(head(page)).toContainText('Established')
  // Back on the board the card has the focus again.
  await page.keyboard.press('Escape')
  await expect(card(page, ABDUCTED)).toBeFocused()
})

test('the board shows any day', async ({ app }) => {
  const { page } = app
  await expect(column(page, 'Fact').getByText(PRISONS)).toBeAttached()
  await page.getByRole('textbox', { name: 'Filter the claims' }).fill('concentration')
  await day(page).fill('2017-05-01')
  await expect(page.getByRole('status').filter({ hasText: 'as of 1 May 2017' })).toBeVisible()
  await expect(column(page, 'Rumour').getByText(CAMPS)).toBeVisible()
  await expect(card(page, CAMPS)).toContainText('Not yet assessed')
  await page.getByRole('button', { name: 'Now', exact: true }).click()
  await expect(column(page, 'Unresolved').getByText(CAMPS)).toBeVisible()
  await expect(card(page, CAMPS)).toContainText('Not indicated by available evidence')
})

test('a label stays a claim beside the neutral word', async ({ app }) => {
  const { page } = app
  await openClaim(page, CAMPS)
  await expect(head(page)).toContainText('Not indicated by available evidence')
  const about = section(page, 'About')
  await expect(about).toContainText('The field “type of place” of')
  await expect(about.getByText('Secret place', { exact: false }).first()).toBeVisible()
  await about.getByRole('button').first().click()
  const incident = panel(page, 'Incident')
  await expect(incident.getByText('Claimed, not settled by the record').first()).toBeVisible()
  await expect(incident.getByText('The record says (type of place)').first()).toBeVisible()
})

test('what is called new is shown with what came before it', async ({ app }) => {
  const { page } = app
  await openClaim(page, 'Such abuse in the republic is something new')
  await expect(head(page)).toContainText('False')
  const before = section(page, 'Is it new?')
  await expect(before.getByText('Has this happened before?')).toBeVisible()
  await expect(before.getByText(/Same kind:|Related kind:/).first()).toBeVisible()
  await expect(before.getByText(/20(09|1[0-6])/).first()).toBeVisible()

  // By keys alone: to the second of them, linked, and the link taken away by undo.
  const found = before.locator('li[data-incident]')
  await found.first().getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(found.nth(1).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('l')
  await expect(found.nth(1).getByText('Linked as similar')).toBeVisible()
  await expect(found.nth(1).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(found.nth(1).getByText('Linked as similar')).toHaveCount(0)
  await found
    .nth(1)
    .getByRole('button', { name: /^Link as similar/ })
    .click()
  await expect(found.nth(1).getByText('Linked as similar')).toBeVisible()
  await found.nth(1).getByRole('button').first().focus()
  await page.keyboard.press('l')
  await expect(found.nth(1).getByText('Linked as similar')).toHaveCount(0)
})

test('three articles that quote one are one root', async ({ app }) => {
  const { page } = app
  await openClaim(page, ABDUCTED)
  const graph = section(page, 'Where it comes from')
  await expect(graph).toContainText(
    '8 source items; 4 independent sources for, 1 independent source against.',
  )
  await expect(graph.getByRole('button', { name: /quotes “First newspaper report/ })).toHaveCount(3)
  await graph.getByRole('button', { name: /the claim$/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(graph.getByRole('button', { name: /evidence for/ }).and(page.locator(':focus'))).toHaveCount(1)
  await graph.getByRole('button', { name: 'The same as a list' }).click()
  await expect(graph.getByRole('listitem').filter({ hasText: '(listed above)' }).first()).toBeVisible()
})

test('credibility 1 is refused with the reason', async ({ app }) => {
  const { page } = app
  await openClaim(page, 'A second list of names')
  await expect(section(page, 'Why not higher?')).toContainText('a second is missing')
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Change the status' })
  await choose(page, dialog, 'Credibility of the information', '1')
  await expect(dialog.getByText(/^Credibility 1 is not possible now\./)).toContainText(
    'There is one item, and so one independent source; a second is missing.',
  )
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Everybody says so.')
  await dialog.getByRole('button', { name: 'Save assessment' }).click()
  await expect(dialog).toBeVisible()
})

test('an assessment says what was known then, and joins the others', async ({ app }) => {
  const { page } = app
  await openClaim(page, 'A second list of names')
  await section(page, 'Assessments').getByRole('button', { name: 'Add' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the status' })
  await choose(page, dialog, 'Status', 'Superseded')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A better one is there.')
  await dialog.getByRole('textbox', { name: 'What was known then' }).fill('One call.')
  await dialog.getByRole('button', { name: 'Save assessment' }).click()
  await expect(dialog.getByText('Choose the later, better claim that replaces this one.')).toBeVisible()
  await choose(page, dialog, 'Status', 'Contested')
  await dialog.getByRole('textbox', { name: 'Day it speaks for' }).fill('2017-04-01')
  await dialog.getByRole('button', { name: 'Save assessment' }).click()
  await expect(dialog).toBeHidden()
  // It speaks for a day before the others: the claim stands where it stood.
  await expect(head(page)).toContainText('Rumour')
  const last = section(page, 'Assessments').getByRole('listitem').last()
  await expect(last).toContainText('1 April 2017')
  await expect(last).toContainText('Known then: One call.')
})

test('a source shows in numbers how often it was right', async ({ app }) => {
  const { page } = app
  await goTo(page, 'Sources')
  await rows(page).filter({ hasText: 'Human Rights Watch' }).getByRole('gridcell').first().dblclick()
  const track = panel(page, 'Source').getByRole('region', { name: 'How often was it right?' })
  await expect(track).toContainText(/claims? on which it spoke for itself (is|are) settled/)
  await expect(track).not.toContainText('%')
  await track.getByRole('button').first().click()
  await expect(title(page)).toBeFocused()
})

async function readInArabic(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await window.daybook.settingsSet({
      theme: 'system',
      language: 'ar',
      otherCalendar: null,
      hiddenFromCapture: true,
      hiddenInBackground: false,
    })
  })
  // The window asks for its settings when it is loaded.
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  // No key is heard before the shell is there.
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Control+5')
}

/** The board, a claim with a circle, its list, a claim that is called new, and an incident with a label. */
async function visit(app: RunningApp, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = app
  await look('board')
  await page
    .locator('[data-claim]', { hasText: /concentration|концентрац|معسكر/i })
    .first()
    .click()
  await expect(title(page)).toBeVisible()
  await look('page')
  const graph = page.locator('[data-box="claim"]')
  await graph.scrollIntoViewIfNeeded()
  await graph.focus()
  await page.locator('article button[aria-expanded="false"]').last().click()
  await look('graph')
  await page.keyboard.press('Escape')
  await page
    .locator('[data-claim]', { hasText: /something new/i })
    .first()
    .click()
  await expect(title(page)).toBeVisible()
  await look('new')
  await page.locator('[data-box="claim"]').scrollIntoViewIfNeeded()
  await look('new-graph')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+1')
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary')).toBeVisible()
  await page.locator('.claim-list').first().scrollIntoViewIfNeeded()
  await look('incident')
}

for (const look of ['light', 'dark', 'ar'] as const) {
  test(`board, page, graph and incident are free of the faults a checker can find: ${look}`, async ({
    app,
    shot,
  }) => {
    test.setTimeout(180_000)
    const { page } = app
    await (look === 'ar' ? readInArabic(page) : showTheme(app, look))
    const found: Record<string, string[]> = {}
    await visit(app, async (name) => {
      await shot(`claims-${look}-${name}`)
      const here = await faults(app, [])
      if (here.length > 0) found[name] = here
    })
    expect(found).toEqual({})
  })
}
