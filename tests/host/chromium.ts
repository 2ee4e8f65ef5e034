import { existsSync } from 'node:fs'
import path from 'node:path'
import { type ChromiumChoice, chromiumFromNpm } from './chromiumFromNpm.ts'

// Which Chromium to use. A headless run prefers the one from npm (the same on every machine), a window on a screen
// needs an installed one. `DAYBOOK_CHROMIUM=/path` decides both.

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
]
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** The Chromium named by DAYBOOK_CHROMIUM, or the first installed one; undefined when there is neither. */
export function installedChromium(): ChromiumChoice | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const named = process.env.DAYBOOK_CHROMIUM
  const candidates = named
    ? [named]
    : [
        ...['/usr/bin', ...folders].flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
        ...(PLACES[process.platform] ?? []),
      ]
  const executable = candidates.find((file) => existsSync(file))
  return executable === undefined ? undefined : { executable, env: {}, headlessOnly: false }
}

/** The Chromium to start. Throws with the sentence to show when there is none. */
export async function findChromium(options: { headful: boolean }): Promise<ChromiumChoice> {
  const fromNpm = async (): Promise<ChromiumChoice | undefined> =>
    options.headful || process.env.DAYBOOK_CHROMIUM ? undefined : await chromiumFromNpm()
  const choice = (await fromNpm()) ?? installedChromium()
  if (choice) return choice
  throw new Error(
    process.env.DAYBOOK_CHROMIUM
      ? `tests/host: DAYBOOK_CHROMIUM names ${process.env.DAYBOOK_CHROMIUM}, which does not exist.`
      : 'tests/host: no Chromium found; install Chromium or Chrome, or set DAYBOOK_CHROMIUM to its path.',
  )
}
