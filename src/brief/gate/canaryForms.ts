/**
 * The forms a protected value could come out in: as written, without spaces and signs, a phone number's digits, a day in
 * numbers and in the words of five languages.
 */
import { type EdtfDate, parseEdtf } from '../../core/edtf.ts'
import { foldText } from '../../core/foldText.ts'
import { BRIEF_LANGUAGES, type Canary } from '../../core/redaction/briefData.ts'
import { asciiDigits } from '../../core/redaction/mentions/digits.ts'
import { simplifiedHan } from '../../core/redaction/mentions/hanVariants.ts'
import { isExactPlace } from '../../core/redaction/mentions/placePhrases.ts'
import { dayInWords } from '../briefDates.ts'
import { printLocale } from '../briefText.ts'
import { letterFold, lettersAndDigits } from './letterByLetter.ts'
import { shiftedForms } from './shiftedLetters.ts'

/** One string to look for, folded. */
export interface Needle {
  readonly text: string
  /** Only between characters that are no letters or digits. */
  readonly wholeWord: boolean
  /** Look for it in text whose spaces and signs were removed too. */
  readonly squeezed: boolean
  readonly canary: Canary
}

/** Under this many characters a value must stand alone: "Ali" is in "alibi". */
const SHORTEST_ANYWHERE = 4
/** An initial or two letters betray nobody, and no text could do without them. */
const SHORTEST_AT_ALL = 3
const SHORTEST_SQUEEZED = 6
const SHORTEST_SQUEEZED_DIGITS = 8
/** Longer texts are looked for sentence by sentence, since a part of one is a leak too. */
const LONGEST_WHOLE = 120
const SHORTEST_SENTENCE = 20
/** Names of people and places are shorter. */
const LONGEST_SHIFTED = 60

/** Letters that look like Latin ones, and digits of other scripts: one form for all. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
}
const CYRILLIC = /[\u0400-\u04ff]/
const LOOKALIKE_PAIRS = Object.entries(LOOKALIKES)

/**
 * An id that somebody else's file brought along ("i1", "12", "p-3") is also a row number of every brief, a page
 * number, a count: finding it betrays nothing, and no brief could do without. Daybook's own ids have 20 characters.
 */
const COUNTER = /^[a-z]{0,3}[-_]?\d{1,4}$/i

/** Text folded for the gate: {@link foldText}, then look-alike letters, digits and Chinese characters made one. */
export const foldForGate = (text: string): string => foldByTable(text) ?? foldByRules(text)

const foldByTable = letterFold(foldByRules)

function foldByRules(text: string): string {
  const folded = simplifiedHan(foldText(text))
  // Letter by letter, not by one expression: in Russian every third letter is one of them.
  const letters = CYRILLIC.test(folded)
    ? LOOKALIKE_PAIRS.reduce((made, [letter, latin]) => made.replaceAll(letter, latin), folded)
    : folded
  return asciiDigits(letters)
}

/** Letters and digits alone: finds what was spaced out, hyphenated over lines or written with other signs. */
export const squeeze = (folded: string): string =>
  lettersAndDigits(folded) ?? folded.replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * Everything to look for on behalf of one canary; empty when it is too coarse to betray anything, and for numbers, which
 * are read from the text (writtenNumbers.ts).
 */
export function canaryForms(canary: Canary): Needle[] {
  switch (canary.protected) {
    case 'identity':
    case 'text':
      return wordForms(canary)
    case 'id':
      return COUNTER.test(canary.value) ? [] : wordForms(canary)
    case 'date':
      return dateNeedles(dateForms(canary.value), canary)
    case 'number':
      return []
  }
}

/** What to look for on behalf of a day, of which `forms` are some forms. */
export function dateNeedles(forms: readonly string[], canary: Canary): Needle[] {
  return forms.map((text) => exact(text, canary))
}

function exact(text: string, canary: Canary): Needle {
  return { text, wholeWord: true, squeezed: false, canary }
}

function wordForms(canary: Canary): Needle[] {
  const pieces = canary.value.length > LONGEST_WHOLE ? sentences(canary.value) : [canary.value]
  return pieces.flatMap((piece) => {
    const text = foldForGate(piece)
    const tight = squeeze(text)
    if (tight.length < SHORTEST_AT_ALL && !/\p{Script=Han}/u.test(tight)) return []
    // An id of digits alone ("1042") is part of many a longer number.
    const wholeWord = tight.length < SHORTEST_ANYWHERE || (canary.protected === 'id' && /^\d+$/.test(tight))
    const needles: Needle[] = [{ text, wholeWord, squeezed: false, canary }]
    const digits = /^\d+$/.test(tight)
    if (tight.length >= (digits ? SHORTEST_SQUEEZED_DIGITS : SHORTEST_SQUEEZED) && !wholeWord) {
      needles.push({ text: tight, wholeWord: false, squeezed: true, canary })
    }
    const phone = canary.protected === 'id' ? null : phoneDigits(piece)
    if (phone !== null) needles.push({ text: phone, wholeWord: false, squeezed: true, canary })
    const isName = canary.protected === 'identity' || isExactPlace(canary)
    const shifted = isName && canary.value.length <= LONGEST_SHIFTED ? shiftedForms(piece) : []
    return [...needles, ...shifted.map((form) => exact(foldForGate(form), canary))]
  })
}

function sentences(text: string): string[] {
  const parts = text.split(/(?<=[.!?؟。])\s+|\n+/u).filter((part) => part.trim().length >= SHORTEST_SENTENCE)
  return parts.length === 0 ? [text] : parts
}

/** The last nine digits of a phone-like text: the same number with and without country code or trunk 0 or 8. */
function phoneDigits(text: string): string | null {
  if (!/^[+()\d\s./-]+$/.test(text)) return null
  const digits = text.replace(/\D/g, '')
  return digits.length >= 9 && digits.length <= 15 ? digits.slice(-9) : null
}

/** Days of an EDTF text or instant in every written form, folded; months and years betray nothing and give none. */
export function dateForms(text: string): string[] {
  return dateFormGroups(text).flat()
}

/** {@link dateForms} day by day: the very same list for the same day, since a log has many records of one. */
export function dateFormGroups(text: string): readonly (readonly string[])[] {
  if (text.includes('T')) {
    const instant = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text)
    if (!instant) return []
    const [, day = '', hours = '', minutes = ''] = instant
    const edtf = parseEdtf(day)
    const days = edtf?.kind === 'date' ? dayForms(edtf.date) : []
    // Midnight is what a file's own date looks like, not a time of entry.
    if (hours === '00' && minutes === '00') return [days]
    const times = [
      `${day}t${hours}:${minutes}`,
      `${day} ${hours}:${minutes}`,
      `${day.replaceAll('-', '')}${hours}${minutes}`,
    ]
    return [days, times]
  }
  const edtf = parseEdtf(text)
  if (!edtf) return []
  const dates = edtf.kind === 'date' ? [edtf.date] : [edtf.from, edtf.to]
  return dates.map((date) => (typeof date === 'string' ? [] : dayForms(date)))
}

const formsByDay = new Map<string, readonly string[]>()

function dayForms({ unit, year, month, day }: EdtfDate): readonly string[] {
  if (unit !== 'day' || month === undefined || day === undefined) return []
  const key = `${year} ${month} ${day}`
  const known = formsByDay.get(key) ?? formsOfDay(year, month, day)
  formsByDay.set(key, known)
  return known
}

function formsOfDay(year: number, month: number, day: number): string[] {
  const yyyy = (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0')
  const [mm, dd] = [pad(month), pad(day)]
  const iso = `${yyyy}-${mm}-${dd}`
  const numeric = ['.', '/', '-'].flatMap((sign) => [
    [dd, mm, yyyy].join(sign),
    [String(day), String(month), yyyy].join(sign),
    [mm, dd, yyyy].join(sign),
    [String(month), String(day), yyyy].join(sign),
    [yyyy, mm, dd].join(sign),
  ])
  const numbers = [iso, `${yyyy}${mm}${dd}`, `${yyyy}${mm}${dd}000000`, ...numeric]
  return [...new Set([...numbers, ...wordsOf(iso, year, month, day).map(foldForGate)])]
}

function wordsOf(iso: string, year: number, month: number, day: number): string[] {
  const moment = new Date(Date.UTC(2000, 0, 1))
  moment.setUTCFullYear(year, month - 1, day)
  return BRIEF_LANGUAGES.flatMap((language) => {
    const locales = [printLocale(language), ...(language === 'en' ? ['en-US'] : [])]
    const others = locales.map((locale) => longDay(locale).format(moment))
    // "1 апреля 2017 г." is found with and without its last word.
    return [dayInWords(iso, language), ...others].map((text) => text.replace(/\s*г\.$/u, ''))
  }).flatMap((text) => [text, ...withOrdinal(text, day)])
}

/** As people write it who say "the 1st", "April 1st" and "1-го апреля" where a brief has the number alone. */
function withOrdinal(text: string, day: number): string[] {
  const number = new RegExp(String.raw`(?<!\p{N})${day}(?!\p{N})`, 'u')
  if (/[а-я]/u.test(text)) return [text.replace(number, `${day}-го`)]
  if (!ENGLISH_MONTH.test(text)) return []
  const ordinal = text.replace(number, `${day}${englishOrdinal(day)}`)
  return [ordinal, ordinal.replace(ENGLISH_MONTH, 'of $&')].filter((form, at) => at === 0 || /^\d/.test(form))
}

const ENGLISH_MONTH =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

function englishOrdinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

const longDays = new Map<string, Intl.DateTimeFormat>()

function longDay(locale: string): Intl.DateTimeFormat {
  let format = longDays.get(locale)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    longDays.set(locale, format)
  }
  return format
}

const pad = (n: number): string => String(n).padStart(2, '0')
