import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { usesRealElectron } from './electronBinary.ts'
import { hostNode } from './hostNode.ts'

// Starts the built application for a test: in real Electron where its binary is present, in the host otherwise.
// The specs do not know the difference. `DAYBOOK_SHELL=electron` or `host` decides by hand.

const root = path.resolve(import.meta.dirname, '../..')

export interface RunningApp {
  readonly kind: 'electron' | 'host'
  readonly electron: ElectronApplication
  /** The first window. */
  readonly page: Page
  /** Runs a function in the main process: `(electronModule, argument) => result`. */
  readonly evaluate: ElectronApplication['evaluate']
  /** Resolves when the process has ended; null when a signal ended it. */
  readonly exitCode: Promise<number | null>
  /** Ends the application; does not throw when it has ended already. */
  close(): Promise<void>
}
export interface LaunchOptions {
  /** A folder of the test's own: everything the application keeps. */
  readonly userData: string
  /** The main module or a folder with a package.json; the build in out/ unless told. */
  readonly entry?: string
  /** For the application, after --user-data-dir: `--lang=ar` for example. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the application and waits for its first page. */
export async function launch(options: LaunchOptions): Promise<RunningApp> {
  const real = usesRealElectron()
  if (!real) await findChromium({ headful: false }) // unpacking must not count as a slow start
  const env = Object.fromEntries(
    Object.entries({ ...process.env, DAYBOOK_NODE: hostNode(), ...options.env }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
  const electron = await _electron.launch({
    // Unset for real Electron: only then does Playwright load its own part into it.
    ...(real ? {} : { executablePath: path.join(root, 'tests/host/electron.sh') }),
    args: [
      options.entry ?? path.join(root, 'out/main/index.js'),
      `--user-data-dir=${options.userData}`,
      ...(options.args ?? []),
    ],
    chromiumSandbox: process.getuid?.() !== 0,
    cwd: root,
    env,
  })
  const exitCode = new Promise<number | null>((resolve) => electron.process().once('exit', resolve))
  const close = async (): Promise<void> => {
    await electron.close().catch(() => {})
    await exitCode
  }
  try {
    const page = await electron.firstWindow()
    await page.waitForURL(/index\.html/)
    return {
      kind: real ? 'electron' : 'host',
      electron,
      page,
      evaluate: electron.evaluate.bind(electron),
      exitCode,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
