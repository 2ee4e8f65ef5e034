import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForGate } from '../../../src/brief/gate/canaryForms.ts'
import { otherCalendarDays } from '../../../src/brief/gate/otherCalendars.ts'
import { protectedDays, writtenDays } from '../../../src/brief/gate/writtenDays.ts'

const days = protectedDays([
  { value: '2021-11-06', protected: 'date', where: { kind: 'incidents', id: 'i', field: 'when' } },
])
const read = (text: string) => otherCalendarDays(foldForGate(text), () => days)

describe('days of other calendars', () => {
  it.each([
    '1 ربيع الآخر 1443',
    '١ ربيع الآخر ١٤٤٣',
    '۱۵ آبان ۱۴۰۰',
    '15 آبان 1400',
    '1400-08-15',
    '1400/8/15',
    '15/08/1400',
    'Aban 15, 1400',
    '1443-04-01',
  ])('%s', (text) => {
    expect(read(`On ${text}, at night`)).toContain('2021-11-06')
  })

  it.each(['16 آبان 1400', '1400-08-16', '1400', '15 men of 1400', 'between 1400 and 1443'])(
    'not in: %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

describe('days of ours in more ways', () => {
  it.each([
    '2021年11月6日',
    '2021년 11월 6일',
    '2021-W44-6',
    '6 Kasım 2021',
    '٦ تشرين الثاني ٢٠٢١',
    '6 листопада 2021',
  ])('%s', (text) => {
    expect(writtenDays(foldForGate(text))).toContain('2021-11-06')
  })

  it('reads any week date', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (at) => {
          const day = at.toISOString().slice(0, 10)
          const weekday = ((at.getUTCDay() + 6) % 7) + 1
          const thursday = new Date(Date.parse(day) + (4 - weekday) * 86_400_000)
          const year = thursday.getUTCFullYear()
          const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000))
          const text = `${year}-W${String(week).padStart(2, '0')}-${weekday}`
          expect(writtenDays(foldForGate(text))).toEqual([day])
        },
      ),
    )
  })
})
