import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { launch, type RunningApp } from '../host/launch.ts'

// What every end-to-end spec starts from. A spec gets a folder of its own and the application running in it:
//
//   import { answerOpenDialog, expect, test } from './fixtures.ts'
//   test('imports a file', async ({ app, userData, shot }) => {
//     await answerOpenDialog(app, [file])
//     await app.page.getByRole('button', { name: 'Import' }).click()
//     await shot('import')
//   })
//
// Match addresses by /index\.html/, never by scheme (it differs between the shells); poll (expect.poll) after
// effects that cross processes; put host-only checks behind `app.kind === 'host'`.

export { expect } from '@playwright/test'
export { launch, type RunningApp } from '../host/launch.ts'

export interface Fixtures {
  /** A new folder for this test; removed afterwards. */
  readonly userData: string
  /** Arguments for the application; change with `test.use({ appArgs: ['--lang=ar'] })`. */
  readonly appArgs: string[]
  /** What to run; the build in out/ when it is undefined. */
  readonly appEntry: string | undefined
  /** The application, running, with its first page loaded; closed afterwards. */
  readonly app: RunningApp
  /** Writes test-results/screens/<name>.png when DAYBOOK_SHOTS=1; does nothing otherwise. */
  readonly shot: (name: string) => Promise<void>
}

export const test = base.extend<Fixtures>({
  appArgs: [[], { option: true }],
  appEntry: [undefined, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  userData: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  },
  app: async ({ userData, appArgs, appEntry }, use) => {
    const app = await launch({
      userData,
      args: appArgs,
      ...(appEntry === undefined ? {} : { entry: appEntry }),
    })
    await use(app)
    await app.close()
  },
  shot: async ({ app }, use) => {
    await use(async (name) => {
      if (process.env.DAYBOOK_SHOTS !== '1') return
      const file = path.resolve(import.meta.dirname, `../../test-results/screens/${name}.png`)
      await app.page.screenshot({ path: file, animations: 'disabled' })
    })
  },
})

/** Makes every "open" dialog from now on answer with these paths; null cancels. */
export async function answerOpenDialog(app: RunningApp, filePaths: readonly string[] | null): Promise<void> {
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen ?? [] })
    },
    filePaths === null ? null : [...filePaths],
  )
}

/** Makes every "save" dialog from now on answer with this path; null cancels. */
export async function answerSaveDialog(app: RunningApp, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' })
  }, filePath)
}

/** Makes every message box from now on answer with the button at this place. */
export async function answerMessageBox(app: RunningApp, response: number): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showMessageBox = async () => ({ response: chosen, checkboxChecked: false })
  }, response)
}

/** Switches the application between the light and the dark look, as the system would. */
export async function useTheme(app: RunningApp, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, chosen) => {
    nativeTheme.themeSource = chosen
  }, theme)
}
