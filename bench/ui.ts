/**
 * `npm run bench -- ui`: the built window on a large log, as somebody uses it: start, unlock, sort, filter, search,
 * scroll, open, save, go to another table. Times in milliseconds, from the moment something is done until the frame
 * that shows what it leads to; tasks that held the window up are counted.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { deriveKey } from '../src/vault/kdf.ts'
import { KDF_PROBE } from '../src/vault/kdfParams.ts'
import { SALT_LENGTH } from '../src/vault/keySlot.ts'
import { passphraseSecret } from '../src/vault/secret.ts'
import { unwrap } from '../src/vault/vaultError.ts'
import { launch, type RunningApp } from '../tests/host/launch.ts'
import { type Measurement, type Row, toRows } from './measurement.ts'
import { type SizeOptions, sizeOptions } from './sizeOptions.ts'
import { createUiLog, type Shares, UI_PASSPHRASE } from './uiLog.ts'
import {
  heapBytes,
  scrollRows,
  takeLongTasks,
  timeKey,
  timeOpening,
  timeSort,
  timeTyping,
  watchLongTasks,
} from './uiPage.ts'

export const UI_USAGE = 'npm run bench -- ui [--n 100000] [--quick] [--json]'

/** Rows scrolled through. */
const SCROLL_ROWS = 20_000
/** A frame that takes longer is seen to stand still. */
const SLOW_FRAME_MS = 50
const OPEN_TIMEOUT_MS = 300_000

/** Numbers of incidents; there are three source items for each. */
export const parseUiOptions = sizeOptions({ usual: '100000', least: 100, most: 200_000 })

/** Takes down one sample. */
export type Note = (metric: string, value: number) => void
/** What is done in the window once all records are there. */
export type Use = (page: Page, note: Note) => Promise<void>

/** Measures all sizes; `tell` hears how far it is. Throws where the app was not built. */
export async function runUiBench(
  options: SizeOptions,
  tell: (line: string) => void,
): Promise<readonly Row[]> {
  const tries = options.quick ? 1 : 10
  return runInWindow(options, tell, (page, note) => use(page, tries, note, tell))
}

/** Opens a log of each size in the built window and uses it. Throws where the app was not built. */
export async function runInWindow(
  { sizes }: Pick<SizeOptions, 'sizes'>,
  tell: (line: string) => void,
  useIt: Use,
  shares?: Shares,
): Promise<readonly Row[]> {
  if (!fs.existsSync(path.join(import.meta.dirname, '../out/main/index.js')))
    throw new Error('there is no built window yet: npm run build')
  const measured: Measurement[] = []
  for (const n of sizes) measured.push(...(await measure(n, tell, useIt, shares)))
  return toRows(measured)
}

async function measure(
  n: number,
  tell: (line: string) => void,
  useIt: Use,
  shares?: Shares,
): Promise<Measurement[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-bench-ui-'))
  const samples = new Map<string, number[]>()
  const note: Note = (metric, value) => samples.set(metric, [...(samples.get(metric) ?? []), value])
  try {
    tell(`n=${n}: making up ${n} incidents and what belongs to them`)
    const file = path.join(folder, 'large.daybook')
    await createUiLog(file, n, shares)
    await timeKeyDerivation(note)
    const began = performance.now()
    const app = await launch({ userData: path.join(folder, 'profile') })
    try {
      await app.page.getByRole('button', { name: /^Open a log/ }).waitFor()
      note('start', performance.now() - began)
      await openLog(app, file, n, note, tell)
      await useIt(app.page, note)
    } finally {
      await app.close()
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  return [...samples].map(([metric, values]) => ({ engine: 'daybook', n, metric, values }))
}

/** What is slow on purpose, and the same for every log. */
async function timeKeyDerivation(note: Note): Promise<void> {
  for (let time = 0; time < 3; time += 1) {
    const began = performance.now()
    unwrap(await deriveKey(passphraseSecret(UI_PASSPHRASE), Buffer.alloc(SALT_LENGTH), KDF_PROBE)).wipe()
    note('derive-key', performance.now() - began)
  }
}

/** From the passphrase to the first rows and to the last record. The key takes its time too: it is told apart. */
async function openLog(
  app: RunningApp,
  file: string,
  count: number,
  note: Note,
  tell: (line: string) => void,
): Promise<void> {
  const { page } = app
  await watchLongTasks(page)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, file)
  await page.getByRole('button', { name: /^Open a log/ }).click()
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(UI_PASSPHRASE)
  tell('opening')
  const began = performance.now()
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  // Looked for in every frame: what waits for a locator asks more and more rarely.
  await page.waitForFunction(() => document.querySelector('[role=gridcell]') !== null, null, {
    timeout: OPEN_TIMEOUT_MS,
    polling: 'raf',
  })
  note('unlock-first-rows', performance.now() - began)
  await page.getByText(`of ${count.toLocaleString('en')} records`).waitFor({ timeout: OPEN_TIMEOUT_MS })
  note('unlock-all-records', (await whenLoaded(page)) - began)
  for (const duration of await takeLongTasks(page)) note('unlock-long-task', duration)
}

/** Longer than the window waits before it says that it is loading. */
const QUIET_MS = 1_000

/** The moment at which it said for the last time that it is loading. */
async function whenLoaded(page: Page): Promise<number> {
  const loading = page.getByText(/^Loading /)
  for (;;) {
    await loading.waitFor({ state: 'hidden', timeout: OPEN_TIMEOUT_MS })
    const hidden = performance.now()
    const isSaidAgain = await loading.waitFor({ timeout: QUIET_MS }).then(
      () => true,
      () => false,
    )
    if (!isSaidAgain) return hidden
  }
}

async function use(page: Page, tries: number, note: Note, tell: (line: string) => void): Promise<void> {
  const noteTasks = async (metric: string) => note(`${metric}-long-tasks`, (await takeLongTasks(page)).length)
  for (const column of ['title', 'when', 'status']) {
    tell(`sorting by ${column}`)
    note('sort', await timeSort(page, column))
  }
  await noteTasks('sort')
  tell('filtering')
  for (const words of ['prison', 'when:2016', 'status:confirmed', '']) {
    note('filter', await timeTyping(page, 'input[type=search]', words, '[role=grid]'))
  }
  await noteTasks('filter')
  tell('scrolling')
  const { frames } = await scrollRows(page, SCROLL_ROWS)
  for (const frame of frames) note('scroll-frame', frame)
  note('scroll-slow-frames', frames.filter((frame) => frame > SLOW_FRAME_MS).length)
  await takeLongTasks(page)
  tell('opening records')
  for (let row = 0; row < tries; row += 1) note('open-record', await timeOpening(page, row))
  await noteTasks('open-record')
  tell('saving')
  for (let count = 0; count < tries; count += 1) await saveTitle(page, note)
  await noteTasks('save-record')
  tell('searching everything')
  await searchAll(page, note)
  tell('going to another table')
  note(
    'switch-view',
    await timeKey(page, { key: '3', code: 'Digit3' }, '[role=grid][aria-label="Source items"]'),
  )
  await noteTasks('switch-view')
  note('window-heap-bytes', await heapBytes(page))
}

/** One edit of the record that is open, saved by its key, until nothing is unsaved. */
async function saveTitle(page: Page, note: Note): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Incident', exact: true })
  await panel.getByRole('textbox', { name: 'Title' }).first().press('End')
  await page.keyboard.type('.')
  await panel.getByRole('status').filter({ hasText: 'Not saved' }).waitFor()
  const began = performance.now()
  await page.keyboard.press('Control+s')
  await panel.getByRole('status').filter({ hasText: 'Not saved' }).waitFor({ state: 'hidden' })
  note('save-record', performance.now() - began)
}

async function searchAll(page: Page, note: Note): Promise<void> {
  note('search-open', await timeKey(page, { key: 'k', code: 'KeyK' }, '[role=dialog] input'))
  await page
    .getByRole('status')
    .filter({ hasText: /can be searched so far/ })
    .waitFor({ state: 'hidden', timeout: OPEN_TIMEOUT_MS })
  for (const words of ['prison', 'тюрьм', 'witness said', 'pr']) {
    note('search', await timeTyping(page, '[role=dialog] input', words, '.find__count'))
  }
  for (const duration of await takeLongTasks(page)) note('search-long-task', duration)
  // The first takes the words away, the second the dialog.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
