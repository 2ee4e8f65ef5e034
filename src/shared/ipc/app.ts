/** What the window is told of the application: its settings, and codes in place of words. */
import { z } from 'zod'
import { daySchema } from '../../core/claim.ts'
import { UI_LANGUAGES } from '../i18n/locale.ts'
import { OTHER_CALENDARS } from '../i18n/otherCalendar.ts'
import { THEMES } from '../themes.ts'

/** `language` null follows the system. `en-XB` is the right-to-left pseudo-locale for tests and translators. */
export const settingsSchema = z.strictObject({
  language: z.enum(UI_LANGUAGES).nullable(),
  theme: z.enum(THEMES),
  /** Dates are shown in it beside the Gregorian calendar; null for none. */
  otherCalendar: z.enum(OTHER_CALENDARS).nullable(),
  /** Pictures and recordings of the screen show nothing of the window, where the system can do that. */
  hiddenFromCapture: z.boolean(),
  /** Nothing is shown while the window is not the one that keys go to. */
  hiddenInBackground: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>

export const appInfoSchema = z.strictObject({
  version: z.string(),
  systemLanguage: z.string(),
  settings: settingsSchema,
  /** Today by the machine's clock, YYYY-MM-DD: the default of every "as of". */
  today: daySchema,
})

/** What went wrong or was noticed, as data: the window has the words. */
export const codeSchema = z.strictObject({
  code: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
