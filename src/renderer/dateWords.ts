/** Dates and moments in the words of the window's language. Never sharper than what is stored. */
import { type DateLength, edtfInWords } from '../shared/i18n/edtfWords.ts'
import { otherCalendarWords } from '../shared/i18n/otherCalendar.ts'
import type { Language } from './text.ts'

type Words = Pick<Language, 'locale' | 't' | 'otherCalendar'>

/** Russian puts "г." after every year; it can be spared where the room is narrow. */
const YEAR_SIGN = /\sг\.(?![\p{L}])/gu

/** An EDTF text in words, by the second calendar too where one was chosen; the text itself when it cannot be read. */
export function dateWords(edtf: string, words: Words, length: DateLength = 'long'): string {
  const { locale, t, otherCalendar } = words
  const gregorian = edtfInWords(edtf, { locale, say: t, length, style: 'screen' })
  if (gregorian === null) return edtf
  const date = inLength(gregorian, length)
  const other = otherCalendar && otherCalendarWords(edtf, otherCalendar, { locale, say: t, length })
  return other === null ? date : t('date.beside', { date, other: inLength(other, length) })
}

function inLength(words: string, length: DateLength): string {
  return length === 'short' ? words.replace(YEAR_SIGN, '') : words
}

/** A day, or an instant (ISO, UTC) with its local clock time; the text itself when it is neither. */
export function momentWords(value: string, words: Words): string {
  if (!value.includes('T')) return dateWords(value, words)
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) return value
  return formatter(words.locale, 'moment', { dateStyle: 'medium', timeStyle: 'short' }).format(instant)
}

/** The day (EDTF) that an instant (ISO, UTC) is shown on here; any other date as it is. */
export function localDay(value: string): string {
  if (!value.includes('T')) return value
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) return value.slice(0, value.indexOf('T'))
  const digits = (number: number, length: number) => String(number).padStart(length, '0')
  return [
    digits(instant.getFullYear(), 4),
    digits(instant.getMonth() + 1, 2),
    digits(instant.getDate(), 2),
  ].join('-')
}

/** Clock time of an instant, "12:03". */
export function clockWords(instant: string, locale: string): string {
  return formatter(locale, 'clock', { hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than a thousand uses of it; tables use one per cell. */
function formatter(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`
  let made = formatters.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locale, options)
    formatters.set(key, made)
  }
  return made
}
