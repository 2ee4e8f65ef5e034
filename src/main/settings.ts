/**
 * Settings outside any log: language, theme and calendar, nothing that tells what the user works on. No list of recent
 * files: it would name logs to whoever takes the laptop.
 */
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type Settings, settingsSchema } from '../shared/ipc/app.ts'

const DEFAULTS: Settings = {
  language: null,
  theme: 'system',
  otherCalendar: null,
  hiddenFromCapture: true,
  hiddenInBackground: false,
}
const fileIn = (folder: string): string => path.join(folder, 'settings.json')

/** Unreadable or foreign settings fall back to the defaults; they hold nothing worth refusing to start for. */
export async function readSettings(folder: string): Promise<Settings> {
  try {
    const untrusted: unknown = JSON.parse(await readFile(fileIn(folder), 'utf8'))
    // What an earlier version did not know yet has its default.
    const parsed = settingsSchema.safeParse({
      ...DEFAULTS,
      ...z.record(z.string(), z.unknown()).parse(untrusted),
    })
    return parsed.success ? parsed.data : DEFAULTS
  } catch {
    return DEFAULTS
  }
}

/** Throws when the folder cannot be written. */
export async function writeSettings(folder: string, settings: Settings): Promise<void> {
  await mkdir(folder, { recursive: true })
  const temporary = `${fileIn(folder)}.new`
  const file = await open(temporary, 'w', 0o600)
  await file.writeFile(`${JSON.stringify(settings)}\n`)
  await file.sync()
  await file.close()
  await rename(temporary, fileIn(folder))
}
