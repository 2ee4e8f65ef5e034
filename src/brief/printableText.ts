/**
 * Which characters may stand on a page. Control, private-use and direction-changing characters can hide or
 * reorder what a reader sees ("Trojan source"); joiners stay, since Persian and Indic scripts are spelt with them.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu
const WHITE = /[\t\n\r\u0085\u2028\u2029]+/gu
/** Marks, embeddings, overrides and isolates of direction; and invisible operators. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const INVISIBLE = /[\u00AD\u180E\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu
const PRIVATE = /[\uE000-\uF8FF\u{F0000}-\u{10FFFF}\u{E0000}-\u{E007F}]/gu

/** Nothing in it is to be changed: most strings of most briefs. */
const PLAIN = /^[\x20-\x7e]*$/

/** The text as it may be printed, on one line. */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .normalize('NFC')
    .replace(WHITE, ' ')
    .replace(CONTROL, '')
    .replace(BIDI, '')
    .replace(INVISIBLE, '')
    .replace(PRIVATE, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
}

/** The same shape with every string made printable; keys are ours and stay. */
export function printableStrings<T>(value: T): T {
  return mapStrings(value, printable) as T
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, change))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapStrings(each, change)]))
  }
  return value
}

/** NUL and BOM never come from typing: somebody planted or broke them, so the export stops. */
export function hasForbiddenCharacter(value: unknown): boolean {
  return allStrings(value).some((text) => text.includes('\0') || text.includes('\uFEFF'))
}

/** Every string inside a value, keys left out. */
export function allStrings(value: unknown): string[] {
  const found: string[] = []
  const visit = (each: unknown): void => {
    if (typeof each === 'string') found.push(each)
    else if (Array.isArray(each)) for (const inner of each) visit(inner)
    else if (typeof each === 'object' && each !== null) for (const inner of Object.values(each)) visit(inner)
  }
  visit(value)
  return found
}
