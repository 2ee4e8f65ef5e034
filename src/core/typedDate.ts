/**
 * What a person types for a date, turned into EDTF, or nothing. Kept apart from the stored form: here we guess
 * at spelling, never at precision. Ambiguous day/month orders are not guessed.
 */
import { parseEdtf } from './edtf.ts'

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january январь января янв',
    'feb february февраль февраля фев',
    'mar march март марта мар',
    'apr april апрель апреля апр',
    'may май мая',
    'jun june июнь июня',
    'jul july июль июля',
    'aug august август августа авг',
    'sep sept september сентябрь сентября сен',
    'oct october октябрь октября окт',
    'nov november ноябрь ноября ноя',
    'dec december декабрь декабря дек',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
)
const two = (n: number): string => String(n).padStart(2, '0')

/**
 * "2017-04", "April 2017", "about April 2017", "1 April 2017", "Feb–Apr 2017", "2017?" → EDTF text.
 * Returns null when it cannot be read without guessing.
 */
export function typedToEdtf(typed: string): string | null {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (parseEdtf(text)) return text
  const about = /^(?:about|around|circa|c\.|ca\.?|около|примерно|نحو|حوالي) (.+)$/i.exec(text)
  if (about?.[1]) {
    const inner = typedToEdtf(about[1])
    return inner && /^[\d-]+$/.test(inner) ? `${inner}~` : null
  }
  // "Early April" lies in April: the stored date says no more than that, and no less.
  const within = /^(?:early|mid|late|начало|начале|середина|середине|конец|конце)[ -](.+)$/i.exec(text)
  if (within?.[1]) {
    const inner = typedToEdtf(within[1])
    return inner && /^\d{4}(?:-\d{2})?$/.test(inner) ? inner : null
  }
  const uncertain = /^(.+?) ?\?$/.exec(text)
  if (uncertain?.[1]) {
    const inner = typedToEdtf(uncertain[1])
    return inner && /^[\d-]+$/.test(inner) ? `${inner}?` : null
  }
  return monthRange(text) ?? monthName(text) ?? dayMonth(text) ?? dottedDay(text)
}

const monthOf = (word: string | undefined): number | undefined =>
  MONTHS[(word ?? '').toLowerCase().replace(/\.$/, '')]

function monthRange(text: string): string | null {
  const match = /^(\p{L}+\.?) ?(?:-|–|—|to) ?(\p{L}+\.?) (\d{4})$/u.exec(text)
  const from = monthOf(match?.[1])
  const to = monthOf(match?.[2])
  if (!match || !from || !to || from > to) return null
  return `${match[3]}-${two(from)}/${match[3]}-${two(to)}`
}

function monthName(text: string): string | null {
  const match = /^(\p{L}+\.?) (\d{4})$/u.exec(text)
  const month = monthOf(match?.[1])
  return match && month ? `${match[2]}-${two(month)}` : null
}

function dayMonth(text: string): string | null {
  const match =
    /^(\d{1,2}) (\p{L}+\.?) (\d{4})$/u.exec(text) ?? reorder(/^(\p{L}+\.?) (\d{1,2}),? (\d{4})$/u.exec(text))
  const month = monthOf(match?.[2])
  if (!match || !month) return null
  const edtf = `${match[3]}-${two(month)}-${two(Number(match[1]))}`
  return parseEdtf(edtf) ? edtf : null
}

/** 31.12.2017: with dots the day comes first everywhere, and over 12 it can be nothing else. */
function dottedDay(text: string): string | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const day = Number(match?.[1])
  const month = Number(match?.[2])
  if (!match || day <= 12) return null
  const edtf = `${match[3]}-${two(month)}-${two(day)}`
  return parseEdtf(edtf) ? edtf : null
}

const reorder = (match: RegExpExecArray | null): readonly (string | undefined)[] | null =>
  match && [match[0], match[2], match[1], match[3]]
