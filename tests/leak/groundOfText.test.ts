/** What lies behind a text and over it, by what its outlines enclose: discs, frames, slanted bars, patterns, pictures. */
import { type PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../src/brief/gate/checkBytes.ts'
import { content, dictionary, picture, plainPdf, show } from './plainPdf.ts'

const WORD = 'Kestrel'
/** A disc around the word, drawn of four curves. */
const disc = (x: number, y: number, r: number): string => {
  const k = r * 0.5523
  return `${x + r} ${y} m ${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r} c ${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y} c
${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r} c ${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y} c h f`
}
const TEAL = '0.09 0.337 0.42 rg'
const word = show(WORD, 280, 600)
const square = '240 540 130 130 re f'
const around = disc(300, 604, 50)

async function classesOf(change: (document: PDFDocument) => unknown): Promise<string[]> {
  const file = { bytes: await plainPdf(change), canaries: [], published: [], shipped: [], name: 'x.pdf' }
  const { findings } = await checkFile({ ...file, fileForTools: null })
  return [...new Set(findings.map((each) => each.class))]
}
const ofContent = (operators: string) => classesOf((document) => content(document, operators))

describe('a text on a shape', () => {
  it.each([
    [
      'in the colour of a square under the white disc it stands on',
      `${TEAL} ${square} 1 g ${around} ${TEAL} ${word}`,
    ],
    ['white on a dark disc', `0 g ${around} 1 g ${word}`],
    ['black in a dark frame', `0 g 240 540 130 130 re 250 560 100 80 re f* ${word}`],
    [
      'black in a dark frame that turns back',
      `0 g 240 540 130 130 re 250 560 m 250 640 l 350 640 l 350 560 l h f ${word}`,
    ],
    ['black beside a slanted bar whose box it stands in', `20 w 200 400 m 400 560 l S ${word}`],
    ['black under the line of a chart', `1 w ${word} 270 590 m 290 604 l 320 604 l 330 620 l S`],
    [
      'white on dark beside the cut of a disc',
      `q ${around.replace(/ f$/, ' W n')} 0 g ${square} Q 1 g ${word}`,
    ],
  ])('is seen: %s', async (_what, operators) => {
    expect(await ofContent(operators)).toEqual([])
  })

  it.each([
    ['white on a white disc on black', 'pdf/white-text', `0 g ${square} 1 g ${around} ${word}`],
    ['nearly white on a white disc on black', 'pdf/white-text', `0 g ${square} 1 g ${around} 0.96 g ${word}`],
    ['black on a black disc', 'pdf/white-text', `0 g ${around} ${word}`],
    [
      'white in the hole of a dark frame',
      'pdf/white-text',
      `0 g 240 540 130 130 re 250 560 100 80 re f* 1 g ${word}`,
    ],
    [
      'white on dark that is cut away there',
      'pdf/white-text',
      `q ${disc(240, 540, 20).replace(/ f$/, ' W n')} 0 g ${square} Q 1 g ${word}`,
    ],
    ['black on a slanted bar', 'pdf/white-text', `60 w 240 560 m 370 650 l S ${word}`],
    ['under a disc', 'pdf/text-under-box', `${word} 0 g ${around}`],
    [
      'under the strokes of a thick pen',
      'pdf/text-under-box',
      `12 w ${word} 270 600 m 330 604 l 275 608 l S`,
    ],
    [
      'beside the disc that cuts it away',
      'pdf/clipped-text',
      `q ${disc(240, 660, 30).replace(/ f$/, ' W n')} ${word} Q`,
    ],
  ])('is not seen: %s', async (_what, name, operators) => {
    expect(await ofContent(operators)).toContain(name)
  })
})

/** The page gets pattern `/P`, a tile of ten points. */
async function tiled(document: PDFDocument, tile: string, operators: string): Promise<void> {
  const entries = { Type: 'Pattern', PatternType: 1, PaintType: 1, TilingType: 1, XStep: 10, YStep: 10 }
  const pattern = document.context.flateStream(tile, { ...entries, BBox: [0, 0, 10, 10], Resources: {} })
  await patterned(document, document.context.register(pattern), operators)
}

/** The page gets pattern `/P`, from one grey to another. */
async function shaded(
  document: PDFDocument,
  greys: readonly [number, number],
  operators: string,
): Promise<void> {
  const [from, to] = greys
  const bend = { FunctionType: 2, Domain: [0, 1], C0: [from], C1: [to], N: 1 }
  const shading = { ShadingType: 2, ColorSpace: 'DeviceGray', Coords: [240, 0, 370, 0], Function: bend }
  const pattern = dictionary(document, { Type: 'Pattern', PatternType: 2, Shading: shading })
  await patterned(document, document.context.register(pattern), operators)
}

async function patterned(
  document: PDFDocument,
  pattern: ReturnType<PDFDocument['context']['register']>,
  operators: string,
): Promise<void> {
  await content(document, operators)
  const resources = document.getPage(0).node.Resources()
  resources?.set(PDFName.of('Pattern'), dictionary(document, { P: pattern }))
}
const ON_PATTERN = `/Pattern cs /P scn ${square}`

describe('a text on a pattern', () => {
  it.each<[string, (document: PDFDocument) => unknown]>([
    ['white on dark tiles', (d) => tiled(d, '0 g 0 0 10 10 re f', `${ON_PATTERN} 1 g ${word}`)],
    ['black on hatched paper', (d) => tiled(d, '0 g 0 0 1 10 re f', `${ON_PATTERN} 0 g ${word}`)],
    ['white on a dark gradient', (d) => shaded(d, [0, 0.3], `${ON_PATTERN} 1 g ${word}`)],
    ['in a gradient', (d) => shaded(d, [0, 0.4], `/Pattern cs /P scn ${word}`)],
  ])('is seen: %s', async (_what, change) => {
    expect(await classesOf(change)).toEqual([])
  })

  it.each<[string, (document: PDFDocument) => unknown]>([
    [
      'white on white tiles on black',
      (d) => tiled(d, '1 g 0 0 10 10 re f', `0 g ${square} ${ON_PATTERN} 1 g ${word}`),
    ],
    ['black on black tiles', (d) => tiled(d, '0 g 0 0 10 10 re f', `${ON_PATTERN} 0 g ${word}`)],
    ['white on a gradient of nearly white', (d) => shaded(d, [0.97, 1], `${ON_PATTERN} 1 g ${word}`)],
    ['in a gradient of nearly white', (d) => shaded(d, [0.97, 1], `/Pattern cs /P scn ${word}`)],
  ])('is not seen: %s', async (_what, change) => {
    expect(await classesOf(change)).toContain('pdf/white-text')
  })
})

describe('a text on a picture', () => {
  const onPicture = (grey: number, operators: string) => (document: PDFDocument) => {
    picture(document, 'I', new Uint8Array(64).fill(grey), 8)
    return content(document, `q 130 0 0 130 240 540 cm /I Do Q ${operators}`)
  }

  it('is seen where it stands out', async () => {
    expect(await classesOf(onPicture(40, `1 g ${word}`))).toEqual(['pdf/picture'])
  })

  it.each<[string, (document: PDFDocument) => unknown]>([
    ['white on a white picture', onPicture(255, `1 g ${word}`)],
    ['white on a white box over a dark picture', onPicture(40, `1 g ${square} ${word}`)],
  ])('is not seen: %s', async (_what, change) => {
    expect(await classesOf(change)).toContain('pdf/white-text')
  })
})
