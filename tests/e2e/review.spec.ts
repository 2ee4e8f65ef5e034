import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import {
  acceptAllTexts,
  applyBestSuggestion,
  newBrief,
  readBriefJson,
  tickAll,
  writeBrief,
} from '../support/e2eBrief.ts'
import { faults } from '../support/e2eFaults.ts'
import { choose, createLog, goTo, lock, pick, unlock } from '../support/e2eSteps.ts'
import { expect, test, useTheme } from './fixtures.ts'

const TEXTS = 'Texts that may leave'
/** Somebody in the demo log. */
const PERSON = 'Vesper-Kite'

// Reading a hundred texts and setting two briefs takes a while.
test.setTimeout(180_000)

test('the texts of a brief are read by keyboard, one by one, and only what was accepted leaves', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  const out = path.join(userData, 'out')
  mkdirSync(out)
  await createLog(app, { folder: userData, demo: true })
  await newBrief(page)
  await choose(page, page, 'Profile', 'Advocacy partner')
  await expect(page.getByText('Takes records marked CLEAR, GREEN, AMBER.')).toBeVisible()
  await tickAll(page, 'Incidents')
  await tickAll(page, 'Claims')
  await shot('review-choose')
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await expect(page.getByRole('heading', { name: 'As the reader will see it' })).toBeVisible()
  await applyBestSuggestion(page)
  await page.getByRole('tab', { name: 'Singling out' }).click()
  await shot('review-single')
  await page.getByRole('tab', { name: /^Texts: 0 of/ }).click()

  const list = page.getByRole('listbox', { name: TEXTS })
  const card = page.getByRole('region', { name: 'The text as it will leave' })
  const next = page.getByRole('button', { name: 'Go on to release' })
  await list.focus()
  await expect(next).toBeDisabled()
  await page.keyboard.press('a')
  await expect(page.getByRole('tab', { name: /^Texts: 1 of/ })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByRole('tab', { name: /^Texts: 0 of/ })).toBeVisible()
  await page.keyboard.press('Home')

  // Masks one word more: the text then reads otherwise, in the card and on the page.
  const marked = await maskOne(page, list, card)
  await shot('review-texts')
  await page.keyboard.press('a')
  await page.keyboard.press('x')
  await expect(page.getByRole('tab', { name: /^Texts: 2 of/ })).toBeVisible()
  await expect(list).toBeFocused()
  await page.getByText('Only not yet read').click()
  await list.focus()
  await acceptAllTexts(page)
  await expect(page.getByText('All texts are read.')).toBeVisible()
  await expect(list).toBeFocused()
  expect(await faults(app, [])).toEqual([])
  await useTheme(app, 'dark')
  await shot('review-texts-dark')
  await useTheme(app, 'light')

  await next.click()
  await expect(page.getByRole('heading', { name: 'As it leaves' })).toBeVisible()
  await expect(page.getByRole('article')).toContainText('[person]')
  await shot('review-release')
  expect(readdirSync(out)).toEqual([])
  const names = await writeBrief(app, out)
  const content = readBriefJson(path.join(out, names.find((name) => name.endsWith('.json')) ?? ''))
  expect(content.profile.name).toBe('partner')
  expect(JSON.stringify(content)).toContain('[person]')
  // Often a number of one digit: which text comes first is by chance.
  expect(marked).not.toBe('')
})

/** Goes to the first text in which words can be masked, and masks its first odd word; answers that word. */
async function maskOne(
  page: import('@playwright/test').Page,
  list: import('@playwright/test').Locator,
  card: import('@playwright/test').Locator,
): Promise<string> {
  const region = page.getByRole('region', { name: 'Mask the chosen words' })
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('m')
    if (await region.isVisible()) break
    await page.keyboard.press('j')
  }
  await expect(region).toBeVisible()
  await expect(list).toBeFocused()
  await page.keyboard.press('Enter')
  const note = card.getByText(/^Masked by you: /)
  await expect(note).toBeVisible()
  return /“(.*)”/u.exec((await note.textContent()) ?? '')?.[1] ?? ''
}

test('what was decided on the texts outlives a lock', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await startReview(page)
  await applyBestSuggestion(page)
  await page.getByRole('listbox', { name: TEXTS }).focus()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('a')
  await expect(page.getByRole('tab', { name: /^Texts: 3 of/ })).toBeVisible()
  await lock(page)
  await unlock(page)
  await goTo(page, 'Brief')
  await page.getByRole('button', { name: 'Open: Brief without a title' }).click()
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  // The log is told to the thread that redacts once more.
  await expect(page.getByRole('tab', { name: /^Texts: 3 of/ })).toBeVisible({ timeout: 30_000 })
})

async function startReview(page: import('@playwright/test').Page): Promise<void> {
  await newBrief(page)
  await choose(page, page, 'Profile', 'Advocacy partner')
  await tickAll(page, 'Incidents')
  await tickAll(page, 'Claims')
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await expect(page.getByRole('heading', { name: 'As the reader will see it' })).toBeVisible({
    timeout: 30_000,
  })
}

test('a row leads to its record, which can be taken out; earlier briefs can refuse a later one', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  const out = path.join(userData, 'out')
  mkdirSync(out)
  await createLog(app, { folder: userData, demo: true })
  await newBrief(page)
  await tickAll(page, 'Incidents')
  await tickAll(page, 'Claims')
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await applyBestSuggestion(page)
  await acceptAllTexts(page)
  await page.getByRole('button', { name: 'Go on to release' }).click()
  await writeBrief(app, out)
  await page.getByRole('button', { name: 'Make another brief' }).click()
  await page.getByRole('button', { name: 'Review what would leave' }).click()

  // The same brief without one of its incidents: whoever has both can tell which one is gone.
  const reader = page.getByRole('article')
  await reader
    .getByRole('button', { name: /^Row i\d+: show its record$/ })
    .first()
    .click()
  const behind = page.getByRole('region', { name: /^The record behind row i/ })
  await shot('review-row')
  await behind.getByRole('button', { name: 'Leave it out of the brief' }).click()
  await page.getByRole('tab', { name: 'Singling out' }).click()
  const union = page.getByRole('region', { name: 'Together with earlier briefs' })
  await expect(union).toBeVisible()
  await shot('review-union')
  await page.getByRole('tab', { name: /^Texts: / }).click()
  await acceptAllTexts(page)
  await page.getByRole('button', { name: 'Go on to release' }).click()
  await expect(page.getByText('This brief is refused as it is')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check and write…' })).toBeDisabled()
  await shot('review-refused')
  await page.getByRole('textbox', { name: 'Why it leaves all the same' }).fill('Its family asked for it.')
  await expect(page.getByRole('button', { name: 'Check and write…' })).toBeEnabled()
  await writeBrief(app, out)
})

test('words are masked with the mouse, become a name of a person, and a mark can be taken back', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await startReview(page)
  await applyBestSuggestion(page)
  const list = page.getByRole('listbox', { name: TEXTS })
  const card = page.getByRole('region', { name: 'The text as it will leave' })
  const bar = page.getByRole('region', { name: 'Mask the chosen words' })
  await list.focus()
  // The first text that can be masked in part.
  for (let step = 0; step < 40 && !(await bar.isVisible()); step += 1) {
    await page.keyboard.press('m')
    if (!(await bar.isVisible())) await page.keyboard.press('j')
  }
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()

  const words = card.locator('[data-word]')
  const [from, to] = await Promise.all([words.nth(0).boundingBox(), words.nth(1).boundingBox()])
  if (from === null || to === null) throw new Error('the text has two words')
  await page.mouse.move(from.x + 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width - 2, to.y + to.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: 'As a place' }).click()
  const note = card.getByText(/^Masked by you: /)
  await expect(note).toBeVisible()
  await expect(card.getByRole('button', { name: 'Add as a name of a person…' })).toHaveCount(0)

  // Another label: the mark is taken back, and the words are masked as a person.
  await card.getByRole('button', { name: 'Do not mask' }).click()
  await expect(note).toBeHidden()
  await list.focus()
  await page.keyboard.press('m')
  await page.keyboard.press('Enter')
  await expect(note).toBeVisible()
  const word = /“(.*)”/u.exec((await note.textContent()) ?? '')?.[1] ?? ''

  await card.getByRole('button', { name: 'Add as a name of a person…' }).click()
  const dialog = page.getByRole('dialog', { name: `Whose name is “${word}”?` })
  await expect(dialog.getByRole('button', { name: 'Add the name' })).toBeDisabled()
  await pick(page, dialog, 'Person', PERSON)
  await dialog.getByRole('button', { name: 'Add the name' }).click()
  await expect(dialog).toBeHidden()
  await goTo(page, 'People')
  await page.getByRole('gridcell', { name: PERSON, exact: true }).dblclick()
  const form = page.getByRole('complementary', { name: 'Person' })
  await form.getByRole('button', { name: 'Show locked fields' }).click()
  await form.getByRole('button', { name: /^More/ }).click()
  const typed = () =>
    form
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')))
  await expect.poll(typed).toContain(word)
})

test('a record is relabelled from the row that shows it, and the review follows', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await startReview(page)
  await applyBestSuggestion(page)
  const reader = page.getByRole('article')
  const row = reader.getByRole('button', { name: /^Row c\d+: show its record$/ }).first()
  const claims = await reader.getByRole('button', { name: /^Row c\d+: show its record$/ }).count()
  await row.click()
  const behind = page.getByRole('region', { name: /^The record behind row c/ })
  await behind.getByRole('button', { name: /Sharing label$/ }).click()
  await page.getByRole('option', { name: /^RED/ }).click()
  await expect(reader.getByRole('button', { name: /^Row c\d+: show its record$/ })).toHaveCount(claims - 1)
})
