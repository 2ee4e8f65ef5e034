/** What looks like a leak and is none: each of these once stopped a brief that was clean. */
import { describe, expect, it } from 'vitest'
import { createDigestSearch } from '../../../src/brief/gate/digests.ts'
import { hiddenText } from '../../../src/brief/gate/pdfHiddenText.ts'
import type { PaintedShape, PaintedText } from '../../../src/brief/gate/pdfPainting.ts'
import { makeBrief } from '../../../src/brief/makeBrief.ts'
import type { Canary } from '../../../src/core/redaction/briefData.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const TIMEOUT_MS = 240_000
const ACCENT = '#17566b'
const VIEW = [0, 0, 595, 842] as const

const letter: PaintedText = {
  kind: 'text',
  letters: [{ text: 'K', code: 1, x: 100, y: 100, endX: 106, endY: 100, middle: [103, 102.4] }],
  font: 'f',
  height: 8,
  width: 8,
  colour: ACCENT,
  opacity: 1,
  mode: 0,
  masked: false,
  clip: null,
}
const box = (left: number, right: number): PaintedShape => ({
  kind: 'box',
  box: [left, 95, right, 110],
  colour: ACCENT,
  opacity: 1,
})
const found = (...items: (PaintedText | PaintedShape)[]) =>
  hiddenText({ items, hasLayers: false }, VIEW, 1).map((each) => each.class)

describe('a letter', () => {
  it('with a dot of its own colour behind its middle is seen, and on a bar of that colour is not', () => {
    expect(found(box(102.6, 103.4), letter)).toEqual([])
    expect(found(box(90, 120), letter)).toEqual(['pdf/white-text'])
  })
})

describe('a number of a page from right to left', () => {
  const where = { kind: 'incidents', id: 'x', field: 'where.lat' } as const
  const release = (value: string) => {
    const canaries: Canary[] = [{ value, protected: 'number', where }]
    const data = sampleBrief('ar', 1, { title: 'تقرير عن المنطقة 19.51 شمالًا' })
    return makeBrief({ data, canaries, resourcesDir: RESOURCES, label: sampleLabel, forms: ['pdf'] })
  }

  it(
    'is not read from its end, and is found as it stands',
    async () => {
      expect(await release('15.91')).toMatchObject({ ok: true })
      expect(await release('19.51')).toMatchObject({ ok: false, error: { code: 'brief/gate-refused' } })
    },
    TIMEOUT_MS,
  )
})

describe('the scale of grades', () => {
  it('is no hash, in whatever direction it is read', () => {
    const canaries: Canary[] = new Proxy([], {
      get: () => {
        throw new Error('hashes of a whole log were made for nothing')
      },
    })
    const { inText } = createDigestSearch(canaries)
    for (const scale of ['abcdef123456', '654321fedcba', '123456fedcba']) expect(inText(scale)).toEqual([])
  })
})
