// Making a brief through the window, and reading what it wrote back with a reader that is not the writer.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type BriefContent, briefDataSchema } from '../../src/core/redaction/briefData.ts'
import { answerOpenDialog, expect, type RunningApp } from '../e2e/fixtures.ts'
import { goTo } from './e2eSteps.ts'

/** Goes to the briefs and begins a new one. */
export async function newBrief(page: Page): Promise<void> {
  await goTo(page, 'Brief')
  const back = page.getByRole('button', { name: 'All briefs' }).first()
  if (await back.isVisible()) await back.click()
  await page.getByRole('button', { name: 'New brief', exact: true }).click()
  await expect(page.getByRole('listbox', { name: 'Incidents, to tick' })).toBeVisible()
}

/** Ticks everything the tab lists: `Incidents`, `Claims`, `Public contacts` or `Actions`. */
export async function tickAll(page: Page, kind: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${kind}:`) }).click()
  await page.getByRole('button', { name: 'Tick all shown', exact: true }).click()
  await expect(page.getByRole('tab', { name: new RegExp(`^${kind}: 0 of`) })).toHaveCount(0)
}

/** Accepts every text that is there to read, by keyboard alone. */
export async function acceptAllTexts(page: Page): Promise<void> {
  const list = page.getByRole('listbox', { name: 'Texts that may leave' })
  const tab = page.getByRole('tab', { name: /^Texts: (\d+) of \1 read/ })
  // On a busy machine the list is drawn a moment after its tab was chosen.
  await expect(list.or(tab).first()).toBeVisible()
  if ((await list.count()) === 0) return
  await list.focus()
  while ((await tab.count()) === 0) await page.keyboard.press('a')
}

/** Shows less where that keeps more rows: the first suggestion. */
export async function applyBestSuggestion(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Singling out' }).click()
  const apply = page.getByRole('button', { name: /^Apply: / }).first()
  if ((await apply.count()) > 0) {
    await apply.click()
    await expect(page.getByText(/^Applied: /)).toBeVisible()
  }
  await page.getByRole('tab', { name: /^Texts: / }).click()
}

/** Keeps incidents that stand alone although the profile leaves such out; the release will ask why. */
export async function keepLoneIncidents(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Singling out' }).click()
  await page.getByText('Keep them all the same').click()
  await page.getByRole('tab', { name: /^Texts: / }).click()
}

/** From the choice to the step before the files: reviews, takes the best suggestion, accepts every text. */
export async function reviewToRelease(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await expect(page.getByRole('heading', { name: 'As the reader will see it' })).toBeVisible({
    timeout: 30_000,
  })
  await applyBestSuggestion(page)
  await acceptAllTexts(page)
  await page.getByRole('button', { name: 'Go on to release' }).click()
  await expect(page.getByRole('button', { name: 'Check and write…' })).toBeVisible()
}

/** The last step, into a folder; answers the names of the files as the window lists them. */
export async function writeBrief(app: RunningApp, folder: string): Promise<string[]> {
  const { page } = app
  await answerOpenDialog(app, [folder])
  await page.getByRole('button', { name: 'Check and write…' }).click()
  await expect(page.getByText('The brief is released')).toBeVisible({ timeout: 45_000 })
  return page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /\.(pdf|json|geojson|csv)$/ })
    .allInnerTexts()
}

/** A brief's JSON, parsed by the published schema. */
export function readBriefJson(file: string): BriefContent {
  const untrusted: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return briefDataSchema.parse(untrusted)
}

export interface PdfText {
  readonly pages: number
  /** Every page's text, and the document's title. */
  readonly text: string
  readonly title: string
}

export async function readPdf(file: string): Promise<PdfText> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent()
    texts.push(
      content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    )
  }
  const { info } = await document.getMetadata()
  const pages = document.numPages
  await task.destroy()
  return { pages, text: texts.join('\n'), title: 'Title' in info ? String(info.Title) : '' }
}
