/** Each leak is planted in a brief that is clean without it; the gate must find it, and find the clean one clean. */
import { PDFBool, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { excusesFor } from '../../src/brief/gate/allowedStrings.ts'
import { checkBytes, checkFile } from '../../src/brief/gate/checkBytes.ts'
import { sampleBrief, sampleLabel } from '../unit/brief/sampleBrief.ts'
import { addStream, CANARIES, draw, edit, editXmp, makeSample, SECRET, setInfo } from './plantedPdf.ts'

const TIMEOUT_MS = 60_000
let clean: Uint8Array

beforeAll(async () => {
  const made = await makeSample()
  if (!made.ok || !made.value.pdf) throw new Error(`the clean brief was refused: ${JSON.stringify(made)}`)
  clean = made.value.pdf
}, TIMEOUT_MS)

async function classes(bytes: Uint8Array): Promise<string[]> {
  const excuses = excusesFor(sampleBrief('en', 3), sampleLabel)
  const findings = await checkBytes({ bytes, canaries: CANARIES, ...excuses })
  for (const finding of findings) {
    expect(JSON.stringify(finding).toLowerCase()).not.toContain('testkhanov')
  }
  return [...new Set(findings.map((finding) => finding.class))]
}

const utf16Hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
const append = (text: string) => Buffer.concat([clean, Buffer.from(text, 'latin1')])

describe('the gate for PDF', () => {
  it('finds nothing in a clean brief', async () => {
    expect(await classes(clean)).toEqual([])
    // Saving again changes the packing only; a plant below is thus found for what it is.
    expect(await classes(await edit(clean, () => undefined))).toEqual([])
  })

  it('finds nothing in a clean file that nobody vouches for', async () => {
    const file = { bytes: clean, canaries: [], published: [], shipped: [], name: 'x.pdf', fileForTools: null }
    expect(await checkFile(file)).toEqual({ findings: [], tools: ['pdf.js'], missing: [], unfinished: [] })
  })

  it.each([
    ['as it is', SECRET],
    ['in capitals', SECRET.toUpperCase()],
    ['spaced out', [...SECRET].join(' ')],
    ['with zero-width characters', [...SECRET].join('\u200B')],
    ['decomposed, with marks', 'Mágómed Téstkhánóv'.normalize('NFD')],
    ['in a file name', '/home/x/magomed_testkhanov.docx'],
    ['hyphenated', 'Magomed Test-khanov'],
    ['with look-alike letters', 'Маgоmеd Теstkhаnоv'.replaceAll('М', 'M').replaceAll('Т', 'T')],
    ['as a phone number without its signs', 'call 89281234567 now'],
  ])(
    'refuses a name in the text, %s',
    async (_, title) => {
      const made = await makeSample({ title })
      expect(made).toMatchObject({ ok: false, error: { code: 'brief/gate-refused' } })
      const findings = !made.ok && made.error.code === 'brief/gate-refused' ? made.error.findings : []
      expect(findings.map((finding) => finding.class)).toContain('leak/identity')
      expect(findings.some((finding) => finding.where.startsWith('page'))).toBe(true)
      expect(findings.some((finding) => finding.where.startsWith('$'))).toBe(true)
    },
    TIMEOUT_MS,
  )

  it.each([
    ['a name, drawn', ['leak/identity'], (d) => draw(d, SECRET)],
    ['a day in words, drawn', ['leak/date'], (d) => draw(d, 'On 13 April 2017 it began')],
    ['a day, American', ['leak/date'], (d) => draw(d, 'April 13, 2017')],
    ['a coordinate, rounded', ['leak/number'], (d) => draw(d, 'near 43.32 north')],
    ['a coordinate, with a comma', ['leak/number'], (d) => draw(d, '43,3183')],
    ['an id', ['leak/id'], (d) => draw(d, 'q7v0m3x9k2c8b1n5d4f6')],
    ['a place in words', ['leak/text'], (d) => draw(d, 'the house behind the old mill.')],
    ['white text', ['leak/identity', 'pdf/white-text'], (d) => draw(d, SECRET, { white: true })],
    [
      'white text that is no secret of this log',
      ['pdf/white-text'],
      (d) => draw(d, 'anything', { white: true }),
    ],
    ['tiny text', ['leak/identity', 'pdf/tiny-text'], (d) => draw(d, SECRET, { size: 0.5 })],
    ['invisible text', ['leak/identity', 'pdf/invisible-text'], (d) => draw(d, SECRET, { invisible: true })],
    [
      'text beside the page',
      ['leak/identity', 'pdf/text-outside-crop-box'],
      (d) => draw(d, SECRET, { x: -900 }),
    ],
    ['a font of another family', ['pdf/unexpected-font'], (d) => draw(d, 'x')],
    ['the title', ['leak/identity'], (d) => setInfo(d, 'Title', PDFHexString.fromText(SECRET))],
    ['the author', ['leak/identity'], (d) => setInfo(d, 'Author', PDFString.of(SECRET))],
    [
      'a key of their own',
      ['leak/identity', 'pdf/metadata'],
      (d) => setInfo(d, 'Company', PDFString.of(SECRET)),
    ],
    ["a library's name", ['pdf/metadata'], (d) => setInfo(d, 'Producer', PDFString.of('pdf-lib'))],
    ['a time of day', ['pdf/metadata'], (d) => setInfo(d, 'ModDate', PDFString.of('D:20190308101112Z'))],
    [
      'XMP',
      ['leak/identity', 'pdf/metadata'],
      (d) =>
        editXmp(d, (x) =>
          x.replace('</rdf:Description>', `<xmp:Nickname>${SECRET}</xmp:Nickname></rdf:Description>`),
        ),
    ],
    [
      'XMP, as character references',
      ['leak/identity'],
      (d) =>
        editXmp(d, (x) =>
          x.replace('application/pdf', [...SECRET].map((c) => `&#${c.codePointAt(0)};`).join('')),
        ),
    ],
    [
      'XMP, a comment',
      ['pdf/metadata'],
      (d) => editXmp(d, (x) => x.replace('<dc:format>', '<!-- x --><dc:format>')),
    ],
    [
      'XMP, a time of day',
      ['pdf/metadata'],
      (d) => editXmp(d, (x) => x.replaceAll('T00:00:00Z', 'T10:11:12Z')),
    ],
    ['an attachment', ['leak/identity', 'pdf/attachment'], (d) => d.attach(Buffer.from(SECRET), 'notes.txt')],
    ['a script', ['pdf/script'], (d) => d.addJavaScript('x', 'app.alert(1)')],
    ['a form field', ['pdf/form'], (d) => d.getForm().createTextField('name').setText('x')],
    [
      'a layer',
      ['pdf/hidden-layer'],
      (d) => d.catalog.set(PDFName.of('OCProperties'), d.context.obj({ OCGs: [] })),
    ],
    [
      'page labels',
      ['pdf/page-labels'],
      (d) => d.catalog.set(PDFName.of('PageLabels'), d.context.obj({ Nums: [0, { P: PDFString.of('x') }] })),
    ],
    ['private data of a program', ['leak/identity', 'pdf/private-data'], (d) => addStream(d, SECRET)],
    ['compressed', ['leak/identity'], (d) => addStream(d, SECRET, true, true)],
    ['hexadecimal', ['leak/identity'], (d) => addStream(d, Buffer.from(SECRET).toString('hex'))],
    ['UTF-16', ['leak/identity'], (d) => addStream(d, Buffer.from(SECRET, 'utf16le').swap16())],
    ['UTF-16 in hexadecimal', ['leak/identity'], (d) => addStream(d, `<${utf16Hex(SECRET)}>`)],
    [
      'base64',
      ['leak/identity'],
      (d) => addStream(d, `data:${Buffer.from(`xy${SECRET}`).toString('base64')}`),
    ],
    [
      'an object nobody refers to',
      ['leak/identity', 'pdf/unreachable-object'],
      (d) => addStream(d, SECRET, false, true),
    ],
    [
      'a key',
      ['leak/identity', 'pdf/unexpected-key'],
      (d) => d.catalog.set(PDFName.of(SECRET), PDFBool.True),
    ],
    [
      'an alternative text',
      ['leak/identity'],
      (d) => d.catalog.set(PDFName.of('Lang'), PDFString.of(SECRET)),
    ],
    ['a link with a script', ['pdf/action'], (d) => link(d, 'javascript:alert(1)')],
    ['a link to a file', ['pdf/action'], (d) => link(d, 'file:///home/x')],
    [
      'a name inside a link',
      ['leak/identity'],
      (d) => link(d, 'https://x.example/?q=Magomed%20x&n=magomed-testkhanov'),
    ],
    ['an annotation', ['leak/identity', 'pdf/annotation'], (d) => note(d)],
  ] as [string, string[], (document: Parameters<Parameters<typeof edit>[1]>[0]) => unknown][])(
    'finds %s',
    async (_, wanted, plant) => {
      const found = await classes(await edit(clean, plant))
      expect(found).toEqual(expect.arrayContaining(wanted))
    },
    TIMEOUT_MS,
  )

  it('finds an earlier revision', async () => {
    const found = await classes(
      append('9999 0 obj\n(x)\nendobj\nxref\n0 0\ntrailer\n<< /Size 1 >>\nstartxref\n1\n%%EOF\n'),
    )
    expect(found).toContain('pdf/revisions')
  })

  it.each([
    ['bytes after the end', 'x'],
    ['a name after the end', SECRET],
    ['a comment after the end', `% ${SECRET}`],
  ])('finds %s', async (_, text) => {
    expect(await classes(append(`\n${text}`))).not.toEqual([])
  })

  it('finds bytes between the objects', async () => {
    const at = Buffer.from(clean).indexOf('endobj\n') + 7
    const planted = Buffer.concat([clean.subarray(0, at), Buffer.from(`% ${SECRET}\n`), clean.subarray(at)])
    expect(await classes(planted)).toEqual(expect.arrayContaining(['leak/identity', 'pdf/comment']))
  })

  it('finds a file it cannot read', async () => {
    expect(await classes(clean.subarray(0, clean.length >> 1))).toContain('pdf/unreadable')
  })
})

function link(document: Parameters<Parameters<typeof edit>[1]>[0], uri: string): void {
  const { context } = document
  const action = context.obj({ Type: 'Action', S: 'URI', URI: PDFString.of(uri) })
  const annotation = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action })
  document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(annotation)]))
}

function note(document: Parameters<Parameters<typeof edit>[1]>[0]): void {
  const { context } = document
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    Contents: PDFString.of(SECRET),
  })
  document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(annotation)]))
}
