/** The fast ways in which the gate looks, held against the plain ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backwards, legible } from '../../../src/brief/gate/byteViews.ts'
import type { Needle } from '../../../src/brief/gate/canaryForms.ts'
import { createNeedleIndex } from '../../../src/brief/gate/needleIndex.ts'

const anyText = fc.string({
  unit: fc.constantFrom(...'aяب名😀\u{1F468}\ud83d\n\t\r\0\x7f\x85\uE000\uFFFD한 -'),
})

describe('a text read backwards', () => {
  it('keeps the halves of a character in their order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(backwards(text)).toBe([...text].reverse().join(''))
      }),
    )
  })
})

describe('the legible parts of a view', () => {
  const NOISE = /(?:[\uFFFD\uE000-\uF8FF]|(?![\t\n\r])\p{Cc})+/gu
  const FAR = /[\u0e00-\u1dff\u2100-\ufb1c\uff65-\uffdc]+/g

  it('are its lines of some length, cut where there is noise', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 6 }), fc.boolean(), (text, shortest, far) => {
        const clean = text.replace(NOISE, '\n')
        const lines = (far ? clean : clean.replace(FAR, '\n')).split('\n')
        expect(legible(text, shortest, far)).toBe(lines.filter(({ length }) => length >= shortest).join('\n'))
      }),
    )
  })
})

describe('many needles that begin alike', () => {
  const canary = {
    value: 'x',
    protected: 'text',
    where: { kind: 'incidents', id: 'i', field: 'summary' },
  } as const
  const needleOf = (text: string): Needle => ({ text, wholeWord: false, squeezed: false, canary })

  it('are found wherever they stand, each by itself', () => {
    const endings = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 4 }), {
      minLength: 12,
      maxLength: 20,
    })
    fc.assert(
      fc.property(endings, fc.array(fc.nat(19), { maxLength: 6 }), (ends, order) => {
        const texts = ends.map((end) => `three men${end}`)
        const text = order.map((at) => texts[at % texts.length]).join(' ')
        const expected = texts.flatMap((each) =>
          [...Array(text.length).keys()]
            .filter((at) => text.startsWith(each, at))
            .map((at) => `${at} ${each}`),
        )
        const found: string[] = []
        createNeedleIndex(texts.map(needleOf)).find(text, (needle, at) => found.push(`${at} ${needle.text}`))
        expect(found.sort()).toEqual(expected.sort())
      }),
    )
  })
})
