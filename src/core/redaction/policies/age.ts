/**
 * Policy `age`: a band of ten or twenty years, 65 and more in one, from an age as it was written or from a date of birth
 * on the brief's day. The wide bands are made of the narrow ones, so what they show follows from them.
 */
import { edtfSpan } from '../../edtfSpan.ts'
import type { AgePrecision } from '../precision.ts'

/** Bands of ten years; those of twenty are pairs of them. */
const TEN_YEARS = ['0-9', '10-19', '20-29', '30-39', '40-49', '50-59', '60-64', '65+'] as const
export const AGE_BANDS = [...TEN_YEARS, '0-19', '20-39', '40-59'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

const OLDEST = 130

/**
 * The band of an age, else of a date of birth (EDTF) on `asOf` (YYYY-MM-DD). Null when neither can be read, and when
 * what is known reaches over more than one band of ten years: a narrower guess would be one.
 */
export function ageBand(
  age: string | undefined,
  birthDate: string | undefined,
  asOf: string,
  precision: AgePrecision,
): AgeBand | null {
  if (precision === 'none') return null
  const years = yearsOf(age) ?? yearsSince(birthDate, asOf)
  const band = years === null ? null : bandOf(years)
  return precision === '20' ? widerBand(band) : band
}

type Years = readonly [from: number, to: number]

/** "34", "about 34", "30-35", "~34", "65+", with the word for years in the languages of the window; nothing else. */
const WRITTEN =
  /^(?:~|(?:about|aged|around|circa|ca\.?|около|примерно|حوالي|environ|unos)\s)?\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3})|(\+))?\s*(?:years?(?:\sold)?|y\.?o\.?|лет|года?|г\.|سنة|عاما|عامًا|ans|años)?$/iu

function yearsOf(age: string | undefined): Years | null {
  const match = WRITTEN.exec(age?.trim() ?? '')
  if (!match) return null
  const from = Number(match[1])
  const to = match[3] === '+' ? OLDEST : Number(match[2] ?? from)
  return from <= to && to <= OLDEST ? [from, to] : null
}

function yearsSince(birthDate: string | undefined, asOf: string): Years | null {
  const born = birthDate === undefined ? null : edtfSpan(birthDate)
  if (!born?.earliest || !born.latest) return null
  const [youngest, oldest] = [wholeYears(born.latest, asOf), wholeYears(born.earliest, asOf)]
  return youngest === null || oldest === null || youngest < 0 || oldest > OLDEST ? null : [youngest, oldest]
}

/** Birthdays from one day to another; null for years that a day cannot be written in. */
function wholeYears(from: string, to: string): number | null {
  const [a, b] = [/^(\d{4})-(\d{2}-\d{2})$/.exec(from), /^(\d{4})-(\d{2}-\d{2})$/.exec(to)]
  if (!a || !b) return null
  const hadBirthday = (b[2] ?? '') >= (a[2] ?? '')
  return Number(b[1]) - Number(a[1]) - (hadBirthday ? 0 : 1)
}

function bandOf([from, to]: Years): AgeBand | null {
  const band = bandOfYear(from)
  return band === bandOfYear(to) ? band : null
}

function bandOfYear(years: number): AgeBand {
  return years >= 65 ? '65+' : (TEN_YEARS[Math.floor(years / 10)] ?? '65+')
}

/** The band of twenty years that a band belongs to; a wider one, and those from sixty on, stay. */
export function widerBand(band: AgeBand | null): AgeBand | null {
  if (band === '0-9' || band === '10-19') return '0-19'
  if (band === '20-29' || band === '30-39') return '20-39'
  return band === '40-49' || band === '50-59' ? '40-59' : band
}
