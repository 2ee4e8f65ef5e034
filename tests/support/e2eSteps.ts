// What a person does in the window, as steps that several end-to-end specs share. By role and visible name only, in
// English unless a step takes the words; no step looks at classes or ids.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { answerSaveDialog, expect, type RunningApp } from '../e2e/fixtures.ts'

export const PASSPHRASE = 'seven quiet herons under glass'

/** The sections of the rail, in the order of their keys. */
export const SECTIONS = [
  'Incidents',
  'Sources',
  'Source items',
  'Claims',
  'Claims board',
  'People',
  'Organisations',
  'Public contacts',
  'Actions',
  'Brief',
  'Releases',
  'Import',
  'Read a brief',
  'Bin',
  'Settings',
  'Duplicates',
  'Map',
  'Who did what',
] as const
export type Section = (typeof SECTIONS)[number]

/** The keys that lead to a section. */
export function sectionKeys(section: Section): string {
  const place = SECTIONS.indexOf(section) + 1
  return place > 9 ? `Control+Shift+Digit${place - 9}` : `Control+Digit${place}`
}

export interface NewLog {
  /** A folder that is there. */
  readonly folder: string
  readonly demo?: boolean
  readonly passphrase?: string
  /** Leaves the first steps of a new log on screen. */
  readonly keepsFirstSteps?: boolean
}

/** Creates a log through the window and waits until it is open; answers the path of its file. */
export async function createLog(app: RunningApp, wanted: NewLog): Promise<string> {
  const { folder, demo = false, passphrase = PASSPHRASE, keepsFirstSteps = false } = wanted
  const { page } = app
  const file = path.join(folder, 'spring.daybook')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: demo ? 'Try the demo log' : 'Create a log' }).click()
  await passphraseField(page).fill(passphrase)
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase)
  await page.getByRole('button', { name: 'Create…' }).click()
  await expectOpen(page)
  if (!demo && !keepsFirstSteps) await page.getByRole('button', { name: 'Skip the first steps' }).click()
  return file
}

export function passphraseField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Passphrase', exact: true })
}

/** Types the passphrase of the log that is chosen and asks to open it; does not wait for the answer. */
export async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await passphraseField(page).fill(passphrase)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
}

/** The log is open and its records have arrived. Opening is slow on purpose. */
export async function expectOpen(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Reading the log…')).toBeHidden()
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await tryPassphrase(page, passphrase)
  await expectOpen(page)
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(passphraseField(page)).toBeVisible()
}

/** The file of a locked log is closed: its last save is in it, and nobody holds it. */
export async function expectReleased(file: string): Promise<void> {
  await expect.poll(() => existsSync(`${file}.lock`)).toBe(false)
}

export async function goTo(page: Page, section: Section): Promise<void> {
  const item = page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: section, exact: true })
  await item.click()
  await expect(item).toHaveAttribute('aria-current', 'page')
}

/** Chooses from a short closed list; `within` is the page, a panel or a dialog. */
export async function choose(page: Page, within: Page | Locator, label: string, option: string) {
  const starting = new RegExp(`^${escapeRegExp(option)}`, 'u')
  await within.getByRole('button', { name: new RegExp(`(^|\\s)${escapeRegExp(label)}$`, 'u') }).click()
  await page.getByRole('option', { name: starting }).click()
  // While the list is open its button is hidden from roles; afterwards it bears the choice as its name.
  await expect(within.getByRole('button', { name: starting }).first()).toBeVisible()
}

/** Finds an option of a long list by typing part of it. */
export async function pick(page: Page, within: Page | Locator, label: string, typed: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label, exact: true })
  // A list closes when what is under it scrolls: first the field comes into view, then somebody types.
  await field.focus()
  await field.scrollIntoViewIfNeeded()
  await field.fill(typed)
  await page.getByRole('option', { name: typed }).first().click()
}

/** Adds a row to a list of a form and chooses the record it links to. */
export async function addLink(
  page: Page,
  form: Locator,
  {
    add,
    row,
    field,
    typed,
  }: { readonly add: string; readonly row: string; readonly field: string; readonly typed: string },
): Promise<void> {
  await form.getByRole('button', { name: add }).click()
  await pick(page, form.getByRole('group', { name: row, exact: true }), field, typed)
}

/** What the panel of a record is called. */
export type RecordName =
  | 'Incident'
  | 'Source'
  | 'Source item'
  | 'Claim'
  | 'Person'
  | 'Organisation'
  | 'Public contact'
  | 'Action'

/** The record open beside the table. */
export function panel(page: Page, kind: RecordName): Locator {
  return page.getByRole('complementary', { name: kind, exact: true })
}

/** Saves the open form and waits until it says nothing is unsaved. */
export async function saveForm(form: Locator): Promise<void> {
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form.getByRole('button', { name: 'Move to bin' })).toBeVisible()
  await expect(form.getByRole('status').filter({ hasText: 'Not saved' })).toHaveCount(0)
}

/** The rows of the table on screen, without its header. */
export function rows(page: Page): Locator {
  return page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
}

/** Cells of one column of the rows drawn, from top to bottom. */
export async function columnTexts(page: Page, column: string): Promise<string[]> {
  const headers = await page.getByRole('grid').getByRole('columnheader').allInnerTexts()
  const index = headers.findIndex((text) => text.replace(/\d+$/, '').trim() === column)
  if (index < 0) throw new Error(`no column ${column} among ${headers.join(', ')}`)
  const drawn = await rows(page).evaluateAll(
    (elements, at) =>
      elements.map((row) => ({
        top: row.getBoundingClientRect().top,
        text: row.querySelectorAll('[role=gridcell]')[at]?.textContent ?? '',
      })),
    index,
  )
  return drawn.sort((a, b) => a.top - b.top).map(({ text }) => text)
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

export interface NewIncident {
  readonly title: string
  readonly when: string
  readonly summary?: string
}

/** Adds an incident from the table of incidents, and closes its form. */
export async function addIncident(page: Page, { title, when, summary }: NewIncident): Promise<void> {
  await goTo(page, 'Incidents')
  await page.getByRole('button', { name: 'New incident' }).first().click()
  const form = panel(page, 'Incident')
  await form.getByRole('textbox', { name: 'Title, in one sentence' }).fill(title)
  await form.getByRole('textbox', { name: 'When' }).fill(when)
  if (summary !== undefined) await form.getByRole('textbox', { name: 'Summary' }).fill(summary)
  await saveForm(form)
  await form.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(form).toBeHidden()
}
