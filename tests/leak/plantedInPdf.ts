/** One planted leak and more for every class a PDF can have. */
import { createHash } from 'node:crypto'
import { type PDFDocument, PDFHexString, PDFName, PDFNumber } from 'pdf-lib'
import type { FindingClass } from '../../src/brief/gate/leakClasses.ts'
import {
  annotate,
  content,
  dictionary,
  picture,
  plainPdf,
  SECRET,
  setInCatalog,
  show,
  text,
} from './plainPdf.ts'

export type PdfPlant = readonly [what: string, plant: (document: PDFDocument) => unknown]
type PdfClass = Extract<FindingClass, `pdf/${string}`>

const bar = (x: number, width: number): string => `q 0 0 0 rg ${x} 596 ${width} 14 re f Q`
const PIXELS = new Uint8Array(64).fill(90)
const MOSAIC = Uint8Array.from({ length: 48 * 48 }, (_, i) => {
  const [x, y] = [Math.floor((i % 48) / 8), Math.floor(i / 48 / 8)]
  return (x * 53 + y * 91 + x * y * 17) % 256
})

const stream = (document: PDFDocument, bytes: string | Uint8Array, entries: Record<string, string> = {}) =>
  document.context.register(document.context.flateStream(bytes, entries))

function tag(document: PDFDocument, entries: Record<string, unknown>): void {
  const { context } = document
  const element = dictionary(document, { Type: 'StructElem', S: 'P', ...entries })
  const root = context.register(
    dictionary(document, { Type: 'StructTreeRoot', K: context.register(element) }),
  )
  element.set(PDFName.of('P'), root)
  setInCatalog(document, 'StructTreeRoot', root)
  setInCatalog(document, 'MarkInfo', dictionary(document, { Marked: true }))
}

function outline(document: PDFDocument, title: string): void {
  const { context } = document
  const entry = dictionary(document, { Title: text(title) })
  const entryRef = context.register(entry)
  const root = context.register(
    dictionary(document, { Type: 'Outlines', First: entryRef, Last: entryRef, Count: 1 }),
  )
  entry.set(PDFName.of('Parent'), root)
  setInCatalog(document, 'Outlines', root)
}

function font(document: PDFDocument, name: string, entries: Record<string, unknown>): void {
  const reference = document.context.register(dictionary(document, { Type: 'Font', ...entries }))
  document.getPage(0).node.setFontDictionary(PDFName.of(name), reference)
}

const toUnicode = (pairs: readonly (readonly [string, string])[]): string =>
  `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${pairs.length} beginbfchar ${pairs
    .map(([code, point]) => `<${code}> <${point}>`)
    .join(' ')} endbfchar endcmap`

function mapped(document: PDFDocument, name: string, pairs: readonly (readonly [string, string])[]): void {
  font(document, name, {
    Subtype: 'Type1',
    BaseFont: 'Courier',
    Encoding: 'WinAnsiEncoding',
    ToUnicode: stream(document, toUnicode(pairs)),
  })
}

function info(document: PDFDocument, key: string, value: string): void {
  const found = document.context.lookup(document.context.trailerInfo.Info)
  if (found && 'set' in found && typeof found.set === 'function') found.set(PDFName.of(key), text(value))
}

/** Planted in a plain PDF of another program through the writer's own library. */
export const PDF_PLANTS: Readonly<Record<Exclude<PdfClass, InBytes>, readonly PdfPlant[]>> = {
  'pdf/text-under-box': [
    [
      'sheets that each let light through',
      (d) => {
        d.getPage(0).node.setExtGState(PDFName.of('S'), dictionary(d, { Type: 'ExtGState', ca: 0.7 }))
        const sheet = '55 590 200 30 re f '
        return content(d, `${show(SECRET)} /S gs 1 g ${sheet.repeat(4)}`)
      },
    ],
    ['a black box', (d) => content(d, `${show(`The witness ${SECRET}`)} ${bar(118, 110)}`)],
    ['a white box', (d) => content(d, `${show(SECRET)} q 1 g 55 590 200 30 re f Q`)],
    [
      'a box among others in one path',
      (d) => content(d, `${show(SECRET)} 0 g 0 0 5 5 re 55 590 200 30 re f`),
    ],
    ['a thick line', (d) => content(d, `${show(SECRET)} 14 w 58 603 m 200 603 l S`)],
    [
      'the box of a form',
      (d) => {
        const form = stream(d, '0 g 0 0 200 30 re f', { Type: 'XObject', Subtype: 'Form' })
        const dict = d.context.lookup(form)
        if (dict && 'dict' in dict) Object(dict).dict.set(PDFName.of('BBox'), d.context.obj([0, 0, 200, 30]))
        d.getPage(0).node.setXObject(PDFName.of('B'), form)
        return content(d, `${show(SECRET)} q 1 0 0 1 55 590 cm /B Do Q`)
      },
    ],
    ['text that is no secret of this log', (d) => content(d, `${show('somebody else')} ${bar(55, 110)}`)],
  ],
  'pdf/text-behind-picture': [
    [
      'a small picture stretched over it',
      async (d) => {
        picture(d, 'P', PIXELS, 8)
        await content(d, `${show(SECRET)} q 200 0 0 30 55 590 cm /P Do Q`)
      },
    ],
    [
      'a picture inside the content',
      (d) => content(d, `${show(SECRET)} q 200 0 0 30 55 590 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q`),
    ],
  ],
  'pdf/white-text': [
    ['white on white', (d) => content(d, `1 g ${show(SECRET)}`)],
    ['nearly white', (d) => content(d, `0.97 g ${show(SECRET)}`)],
    ['white in four colours', (d) => content(d, `0 0 0 0.02 k ${show(SECRET)}`)],
    ['black on black', (d) => content(d, `${bar(55, 200)} ${show(SECRET)}`)],
    [
      'white on white, with a hairline through the middle of each letter',
      (d) =>
        content(
          d,
          `0 g ${[...SECRET].map((_, n) => `${62.6 + n * 6} 590 0.3 20 re f`).join(' ')} 1 g ${show(SECRET)}`,
        ),
    ],
    ['white outlines', (d) => content(d, `1 G 1 Tr ${show(SECRET)}`)],
  ],
  'pdf/invisible-text': [
    ['mode 3', (d) => content(d, `3 Tr ${show(SECRET)}`)],
    ['mode 7, a clipping path', (d) => content(d, `7 Tr ${show(SECRET)}`)],
    [
      'transparent',
      (d) => {
        d.getPage(0).node.setExtGState(PDFName.of('T'), dictionary(d, { Type: 'ExtGState', ca: 0.02 }))
        return content(d, `/T gs ${show(SECRET)}`)
      },
    ],
  ],
  'pdf/tiny-text': [
    ['a small font', (d) => content(d, show(SECRET, 60, 600, 0.5))],
    ['a small matrix', (d) => content(d, `q 0.02 0 0 0.02 0 0 cm ${show(SECRET, 3000, 30000)} Q`)],
    ['no width', (d) => content(d, `1 Tz ${show(SECRET)}`)],
  ],
  'pdf/text-outside-crop-box': [
    ['beside the page', (d) => content(d, show(SECRET, -900))],
    [
      'outside the crop box',
      async (d) => {
        await content(d, show(SECRET, 60, 30))
        d.getPage(0).setCropBox(0, 100, 595, 742)
      },
    ],
  ],
  'pdf/clipped-text': [
    ['by a rectangle', (d) => content(d, `q 0 0 9 9 re W n ${show(SECRET)} Q`)],
    ['by an empty path', (d) => content(d, `q 0 0 0 0 re W n ${show(SECRET)} Q`)],
  ],
  'pdf/unapplied-redaction': [
    [
      'a mark',
      async (d) => {
        await content(d, show(SECRET))
        annotate(d, { Subtype: 'Redact', IC: [0, 0, 0] })
      },
    ],
  ],
  'pdf/gap': [
    [
      'before the longest line',
      (d) =>
        content(
          d,
          `${show('On that evening')} ${show('was taken from his house in the hills by the river', 235)}`,
        ),
    ],
    ['between two strings', (d) => content(d, `${show('The witness')} ${show('was taken at night', 235)}`)],
    ['inside a string', (d) => content(d, 'BT /H 11 Tf 60 600 Td [(The witness) -9350 (was taken)] TJ ET')],
    ['of spaces', (d) => content(d, show('The witness                              was taken'))],
  ],
  'pdf/mask-length': [
    ['a line under nothing', (d) => content(d, show('The witness ________ ________ was taken'))],
    ['hyphens', (d) => content(d, show('The witness -------- was taken'))],
    ['initials and dots', (d) => content(d, show('The witness J....... was taken'))],
    ['letters X', (d) => content(d, show('The witness XXXXXXX XXXXXXXXXX was taken'))],
  ],
  'pdf/unused-glyph': [
    [
      'in the map to characters',
      async (d) => {
        mapped(
          d,
          'C',
          [...'BXYZ'].map((c) => [c.charCodeAt(0).toString(16), `00${c.charCodeAt(0).toString(16)}`]),
        )
        await content(d, 'BT /C 11 Tf 60 600 Td (X) Tj ET')
      },
    ],
  ],
  'pdf/unreadable-text': [
    [
      'drawn by procedures',
      async (d) => {
        font(d, 'D', {
          Subtype: 'Type3',
          FontBBox: [0, 0, 750, 750],
          FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
          CharProcs: { a: stream(d, '500 0 0 0 500 700 d1 0 0 500 700 re f') },
          Encoding: { Type: 'Encoding', Differences: [97, 'a'] },
          FirstChar: 97,
          LastChar: 97,
          Widths: [500],
        })
        await content(d, 'BT /D 11 Tf 60 600 Td (aaaa) Tj ET')
      },
    ],
  ],
  'pdf/misleading-text': [
    [
      'a map that says other letters',
      async (d) => {
        mapped(d, 'C', [
          ['4d', '0078'],
          ['61', '0079'],
          ['67', '007a'],
        ])
        await content(d, 'BT /C 11 Tf 60 600 Td (Maga) Tj ET')
      },
    ],
  ],
  'pdf/single-letters': [
    ['one by one', (d) => content(d, [...SECRET].map((c, i) => show(c, 60 + 8 * i)).join(' '))],
    [
      'one under the other',
      (d) => content(d, [...SECRET].map((c, i) => show(c, 300, 600 - 14 * i)).join(' ')),
    ],
  ],
  'pdf/picture': [
    [
      'on a page',
      async (d) => {
        picture(d, 'P', PIXELS, 8)
        await content(d, 'q 200 0 0 30 55 590 cm /P Do Q')
      },
    ],
  ],
  'pdf/pixelated': [
    [
      'squares of one colour',
      async (d) => {
        picture(d, 'P', MOSAIC, 48)
        await content(d, 'q 96 0 0 96 55 500 cm /P Do Q')
      },
    ],
  ],
  'pdf/unreachable-object': [['a text', (d) => d.context.register(text(SECRET))]],
  'pdf/hidden-layer': [
    [
      'a layer that is off',
      (d) => {
        const layer = d.context.register(dictionary(d, { Type: 'OCG', Name: text('notes') }))
        setInCatalog(d, 'OCProperties', dictionary(d, { OCGs: [layer], D: { OFF: [layer] } }))
      },
    ],
  ],
  'pdf/metadata': [
    ['an author', (d) => d.setAuthor('A. Researcher')],
    ['keywords', (d) => d.setKeywords(['north'])],
    ['a key of their own', (d) => info(d, 'Company', 'x')],
    ['a title that is on no page', (d) => d.setTitle('Interview of the second witness')],
    ['a time zone', (d) => info(d, 'CreationDate', "D:20190308101112+03'00'")],
    [
      'XMP of a page',
      (d) =>
        d
          .getPage(0)
          .node.set(PDFName.of('Metadata'), stream(d, '<x/>', { Type: 'Metadata', Subtype: 'XML' })),
    ],
    [
      'a history in XMP',
      (d) => setInCatalog(d, 'Metadata', stream(d, XMP, { Type: 'Metadata', Subtype: 'XML' })),
    ],
  ],
  'pdf/attachment': [['a file', (d) => d.attach(Buffer.from(SECRET), 'notes.txt')]],
  'pdf/annotation': [
    ['what a link says of itself', (d) => annotate(d, { Subtype: 'Link', Contents: text('ask the uncle') })],
    ['who made a link', (d) => annotate(d, { Subtype: 'Link', T: text('A Researcher') })],
    ['a note', (d) => annotate(d, { Subtype: 'Text', Contents: text(SECRET) })],
    ['a black square', (d) => annotate(d, { Subtype: 'Square', IC: [0, 0, 0] })],
  ],
  'pdf/link': [
    [
      'with more than it shows',
      (d) =>
        annotate(d, {
          Subtype: 'Link',
          A: { Type: 'Action', S: 'URI', URI: text('https://x.example/?w=7') },
        }),
    ],
  ],
  'pdf/action': [
    [
      'to a file',
      (d) => annotate(d, { Subtype: 'Link', A: { Type: 'Action', S: 'Launch', F: text('x.sh') } }),
    ],
    [
      'to a file kept as a file specification, without its type',
      (d) =>
        annotate(d, {
          Subtype: 'Link',
          A: { S: 'Launch', F: { Type: 'Filespec', F: text('x.sh') } },
        }),
    ],
    [
      'to an address of another kind',
      (d) => annotate(d, { Subtype: 'Link', A: { Type: 'Action', S: 'URI', URI: text('file:///home/x') } }),
    ],
  ],
  'pdf/outline': [['an entry', (d) => outline(d, SECRET)]],
  'pdf/form': [['a field', (d) => d.getForm().createTextField('name').setText(SECRET)]],
  'pdf/script': [['of the document', (d) => d.addJavaScript('x', 'app.alert(1)')]],
  'pdf/alternative-text': [
    [
      'a property of a tag',
      (d) => tag(d, { A: { O: 'UserProperties', P: [{ N: text('x'), V: text('the informant') }] } }),
    ],
    ['of a tag', (d) => tag(d, { Alt: text(SECRET) })],
    ['in place of a tag', (d) => tag(d, { ActualText: PDFHexString.fromText(SECRET) })],
    ['the title of a tag', (d) => tag(d, { T: text(SECRET) })],
    ['in the content', (d) => content(d, `/Span <</ActualText (${SECRET})>> BDC ${show('x')} EMC`)],
    ['words that are no secret of this log', (d) => tag(d, { Alt: text('portrait of an informant') })],
  ],
  'pdf/thumbnail': [['of a page', (d) => d.getPage(0).node.set(PDFName.of('Thumb'), stream(d, PIXELS))]],
  'pdf/named-destination': [
    ['by name', (d) => setInCatalog(d, 'Dests', dictionary(d, { somewhere: [d.getPage(0).ref, 'Fit'] }))],
  ],
  'pdf/page-labels': [
    ['a prefix', (d) => setInCatalog(d, 'PageLabels', dictionary(d, { Nums: [0, { P: text('x') }] }))],
  ],
  'pdf/private-data': [
    ['of a program', (d) => setInCatalog(d, 'PieceInfo', dictionary(d, { Draw: { Private: text(SECRET) } }))],
  ],
  'pdf/unused-resource': [
    [
      'a form',
      (d) => {
        const form = stream(d, show(SECRET), { Type: 'XObject', Subtype: 'Form' })
        d.getPage(0).node.setXObject(PDFName.of('Z'), form)
      },
    ],
  ],
  'pdf/encrypted': [
    [
      'a key to it',
      (d) => {
        d.context.trailerInfo.Encrypt = d.context.register(dictionary(d, { Filter: 'Standard', V: 1 }))
      },
    ],
  ],
  'pdf/unexpected-key': [['of a page', (d) => d.getPage(0).node.set(PDFName.of('Witness'), PDFNumber.of(7))]],
  'pdf/unexpected-type': [
    ['of an object', (d) => setInCatalog(d, 'OutputIntents', dictionary(d, { Type: 'Dossier' }))],
  ],
  'pdf/unreadable-stream': [
    [
      'of no known packing',
      (d) => setInCatalog(d, 'Metadata', d.context.register(d.context.stream('x', { Filter: 'Secret' }))),
    ],
  ],
}

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmpMM="m">
 <xmpMM:History>x</xmpMM:History></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** Classes that are planted in the finished bytes. */
export type InBytes =
  | 'pdf/revisions'
  | 'pdf/unexpected-bytes'
  | 'pdf/comment'
  | 'pdf/unexpected-font'
  | 'pdf/structure'
  | 'pdf/unreadable'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytesOf = (written: string): Uint8Array => new Uint8Array(Buffer.from(written, 'latin1'))

/** Planted in bytes: `clean` is the plain PDF, unless a plant is about a brief. */
export const BYTE_PLANTS: Readonly<
  Record<
    Exclude<InBytes, 'pdf/unexpected-font' | 'pdf/structure'>,
    readonly [string, (clean: Uint8Array) => Uint8Array][]
  >
> = {
  'pdf/revisions': [
    [
      'an update after the end',
      (clean) =>
        bytesOf(
          `${latin(clean)}9999 0 obj\n(x)\nendobj\nxref\n0 0\ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n1\n%%EOF\n`,
        ),
    ],
    [
      'an object given twice',
      (clean) => bytesOf(latin(clean).replace('1 0 obj', '1 0 obj\n(x)\nendobj\n1 0 obj')),
    ],
  ],
  'pdf/unexpected-bytes': [
    ['after the end', (clean) => bytesOf(`${latin(clean)}\n${SECRET}`)],
    ['before the beginning', (clean) => bytesOf(`${SECRET}\n${latin(clean)}`)],
  ],
  'pdf/comment': [
    ['between objects', (clean) => bytesOf(latin(clean).replace('endobj\n', `endobj\n% ${SECRET}\n`))],
  ],
  'pdf/unreadable': [
    ['half a file', (clean) => clean.subarray(0, clean.length >> 1)],
    ['a stream of another length', (clean) => bytesOf(latin(clean).replace(/\/Length (\d+)/, '/Length 1$1'))],
    ['words between objects', (clean) => bytesOf(latin(clean).replace('endobj\n', 'endobj\n)) what\n'))],
  ],
}

/** A plain PDF whose /ID is a hash of the secret. */
export async function pdfWithId(kind: 'md5' | 'sha1' | 'sha256', value: string): Promise<Uint8Array> {
  const id = createHash(kind).update(value).digest('hex').slice(0, 32)
  return plainPdf((d) => {
    d.context.trailerInfo.ID = d.context.obj([PDFHexString.of(id), PDFHexString.of(id)])
  })
}
