/** The periods that a brief counts by, numbered without a gap. */
import { formatEdtf, parseEdtf } from '../edtf.ts'
import { coarsenDate } from './policies/date.ts'

export type PeriodUnit = 'month' | 'quarter' | 'year'

const PARTS: Readonly<Record<PeriodUnit, number>> = { month: 12, quarter: 4, year: 1 }

/** The number of the period a date lies in whole; null for a date that is qualified or of more than one period. */
export function numberOfPeriod(when: string, unit: PeriodUnit): number | null {
  const code = coarsenDate(when, unit)
  const edtf = code === null ? null : parseEdtf(code)
  if (edtf?.kind !== 'date' || edtf.date.qualifier !== '' || edtf.date.unit !== unit) return null
  const { year, month = 1, part = 1 } = edtf.date
  return year * PARTS[unit] + (unit === 'month' ? month : part) - 1
}

/** The period of that number, as EDTF. */
export function codeOfPeriod(number: number, unit: PeriodUnit): string {
  const year = Math.floor(number / PARTS[unit])
  const part = number - year * PARTS[unit] + 1
  const partOfYear = unit === 'month' ? { month: part } : unit === 'quarter' ? { part } : {}
  return formatEdtf({ kind: 'date', date: { unit, year, ...partOfYear, qualifier: '' } })
}

/** The period a date lies in whole, as EDTF; null as above. */
export function periodIn(when: string, unit: PeriodUnit): string | null {
  const number = numberOfPeriod(when, unit)
  return number === null ? null : codeOfPeriod(number, unit)
}

/** What a period is; null for a code that is no period of ours. */
export function unitOfPeriod(code: string): PeriodUnit | null {
  const edtf = parseEdtf(code)
  if (edtf?.kind !== 'date' || edtf.date.qualifier !== '') return null
  const { unit } = edtf.date
  return unit === 'month' || unit === 'quarter' || unit === 'year' ? unit : null
}
