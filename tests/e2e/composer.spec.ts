import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import {
  acceptAllTexts,
  applyBestSuggestion,
  newBrief,
  readBriefJson,
  readPdf,
  tickAll,
  writeBrief,
} from '../support/e2eBrief.ts'
import { faults } from '../support/e2eFaults.ts'
import { choose, createLog, goTo, lock, unlock } from '../support/e2eSteps.ts'
import { expect, test, useTheme } from './fixtures.ts'

test.setTimeout(180_000)

test('the pages of a brief are shown as they would leave', async ({ app, userData, shot }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await newBrief(page)
  await tickAll(page, 'Incidents')
  await tickAll(page, 'Claims')
  await page.getByRole('button', { name: 'As pages' }).click()
  const pages = page.getByRole('region', { name: /^The pages as they would be printed/ })
  await expect(pages).toBeVisible({ timeout: 60_000 })
  await expect(pages.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 30_000 })
  await shot('composer-pages')
  expect(await faults(app, [])).toEqual([])
})
