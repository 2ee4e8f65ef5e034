import { describe, expect, it } from 'vitest'
import type { Canary } from '../../../src/core/redaction/briefData.ts'
import { createMentionFinder } from '../../../src/core/redaction/mentions/mentionFinder.ts'
import { isExactPlace } from '../../../src/core/redaction/mentions/placePhrases.ts'

const place = (value: string): Canary => ({
  value,
  protected: 'text',
  where: { kind: 'incidents', id: 'i', field: 'where.name' },
})

describe('exact places', () => {
  it.each(['Lenina street 5', 'Аргун', 'القنيطرة الشمالية', '鼐鼐村', 'ახალგორი', 'km 5'])(
    '%s is one',
    (value) => {
      expect(isExactPlace(place(value))).toBe(true)
    },
  )

  it.each(['at home', 'в лесу'])('%s is none', (value) => {
    expect(isExactPlace(place(value))).toBe(false)
  })

  it('are masked in scripts without capitals', () => {
    const finder = createMentionFinder([place('القنيطرة الشمالية')])
    expect(finder.review('احتُجز في القنيطرة الشمالية ليلا').masked).toBe('احتُجز في [place] ليلا')
  })
})
