import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import {
  acceptAllTexts,
  applyBestSuggestion,
  newBrief,
  readBriefJson,
  readPdf,
  reviewToRelease,
  tickAll,
  writeBrief,
} from '../support/e2eBrief.ts'
import { choose, createLog } from '../support/e2eSteps.ts'
import { answerOpenDialog, expect, test } from './fixtures.ts'

// Making a brief twice and setting its pages takes a while.
test.setTimeout(180_000)

test('the review shows what leaves and what stays, and nothing is written before the last step', async ({
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
  await answerOpenDialog(app, [out])
  await newBrief(page)
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await expect(page.getByText('Tick at least one incident or claim.')).toBeVisible()
  await tickAll(page, 'Incidents')
  await tickAll(page, 'Claims')
  await tickAll(page, 'Public contacts')
  await tickAll(page, 'Actions')
  await expect(
    page.getByText(/^\d+ chosen records are not marked CLEAR and will be left out\.$/),
  ).toBeVisible()
  await page.getByRole('textbox', { name: 'As of' }).fill('soon')
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await expect(page.getByText('Write a full day as YYYY-MM-DD')).toBeVisible()
  await page.getByRole('textbox', { name: 'As of' }).fill('2019-06-01')
  await page.getByRole('button', { name: 'Review what would leave' }).click()

  await applyBestSuggestion(page)
  const reader = page.getByRole('article')
  await expect(reader.getByRole('table').getByRole('row')).not.toHaveCount(0)
  expect(await reader.getByRole('table').first().getByRole('row').count()).toBeGreaterThan(40)
  await expect(reader).not.toContainText('Grozny')
  await expect(reader).not.toContainText('22 February 2017')
  const behind = page.getByRole('complementary', { name: 'What stays behind' })
  await page.getByRole('tab', { name: 'Withheld' }).click()
  const withheld = behind.getByRole('region', { name: 'What was withheld' })
  const reasons = withheld.getByRole('button')
  await expect(reasons.filter({ hasText: 'Exact dates' })).toBeVisible()
  await expect(reasons.filter({ hasText: 'Exact places' })).toBeVisible()
  for (const reason of await reasons.allInnerTexts()) expect(reason).toMatch(/[1-9]/)
  await reasons.filter({ hasText: 'whose label this reader may not see' }).click()
  await expect(
    withheld.getByRole('button', { name: /^(Incident|Claim|Action|Person) / }).first(),
  ).toBeVisible()
  await shot('brief-review')

  const next = page.getByRole('button', { name: 'Go on to release' })
  await expect(next).toBeDisabled()
  await page.getByRole('tab', { name: /^Texts: / }).click()
  await acceptAllTexts(page)
  await next.click()
  await page.getByText('PDF, for people to read').click()
  await page.getByText('JSON, for machines and spreadsheets').click()
  await expect(page.getByText('Tick at least one form.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check and write…' })).toBeDisabled()
  await page.getByText('JSON, for machines and spreadsheets').click()
  for (const form of ['GeoJSON, ', 'CSV, ', 'ClaimReview, ']) await page.getByText(form).click()
  await shot('brief-release-forms')
  await answerOpenDialog(app, null)
  await page.getByRole('button', { name: 'Check and write…' }).click()
  await expect(page.getByText('No folder was chosen. Nothing was written.')).toBeVisible()
  expect(readdirSync(out)).toEqual([])

  const names = await writeBrief(app, out)
  expect(names.map((name) => name.replace(/^brief-[0-9a-f]{12}\./, '')).sort()).toEqual([
    'claimreview.json',
    'csv',
    'geojson',
    'json',
  ])
  expect(readdirSync(out).sort()).toEqual([...names].sort())
  const content = readBriefJson(path.join(out, names.find((name) => /^[^.]+\.json$/.test(name)) ?? ''))
  expect(content.incidents.length).toBeGreaterThanOrEqual(40)
  expect(content.asOf).toBe('2019-06-01')
})

test('the keys of the window work while records are being chosen', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await newBrief(page)
  await page.getByRole('listbox', { name: 'Incidents, to tick' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByRole('tab', { name: /^Incidents: 1 of/ })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible()
})

test('a brief that is being written can be cancelled, and leaves nothing behind', async ({
  app,
  userData,
}) => {
  const { page } = app
  const log = path.join(userData, 'log')
  const out = path.join(userData, 'out')
  mkdirSync(log)
  mkdirSync(out)
  await createLog(app, { folder: log, demo: true })
  await newBrief(page)
  await tickAll(page, 'Incidents')
  await tickAll(page, 'Claims')
  await reviewToRelease(page)
  await answerOpenDialog(app, [out])
  await page.getByRole('button', { name: 'Check and write…' }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByText('Cancelled. Nothing was written.')).toBeVisible()
  // The next brief waits until the one before has come to its end, whatever that was.
  await tickAll(page, 'Claims')
  await reviewToRelease(page)
  const names = await writeBrief(app, out)
  expect(readdirSync(out).sort()).toEqual([...names].sort())
})

for (const { language, name, direction, words } of [
  { language: 'ru', name: 'Русский', direction: 'ltr', words: /[Ѐ-ӿ]{4}/ },
  { language: 'ar', name: 'العربية', direction: 'rtl', words: /[؀-ۿݐ-ݿﭐ-﻿]{3}/ },
] as const) {
  test(`a brief in ${name} is shown and written in that language`, async ({ app, userData, shot }) => {
    const { page } = app
    const out = path.join(userData, 'out')
    mkdirSync(out)
    await createLog(app, { folder: userData, demo: true })
    await newBrief(page)
    await choose(page, page, 'Language of the brief', name)
    await tickAll(page, 'Incidents')
    await tickAll(page, 'Claims')
    await page.getByRole('button', { name: 'Review what would leave' }).click()
    await expect(page.getByRole('article')).toHaveAttribute('dir', direction)
    await expect(page.getByRole('article')).toHaveAttribute('lang', language)
    await shot(`brief-review-${language}`)
    await page.getByRole('button', { name: 'Back to the choice' }).click()
    await reviewToRelease(page)
    const names = await writeBrief(app, out)
    const pdf = await readPdf(path.join(out, names.find((file) => file.endsWith('.pdf')) ?? ''))
    expect(pdf.text).toMatch(words)
    expect(pdf.title).toMatch(words)
    expect(pdf.pages).toBeGreaterThan(1)
    const content = readBriefJson(path.join(out, names.find((file) => file.endsWith('.json')) ?? ''))
    expect(content.language).toBe(language)
    expect(content.incidents.length).toBeGreaterThanOrEqual(40)
  })
}
