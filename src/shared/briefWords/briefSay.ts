/** The words of a brief as whoever prints one gets them: a key of the brief's catalogue and its arguments. */
import type en from '../i18n/brief/en.json'

export type BriefKey = keyof typeof en
export type BriefSay = (key: BriefKey, values?: Readonly<Record<string, string | number>>) => string
