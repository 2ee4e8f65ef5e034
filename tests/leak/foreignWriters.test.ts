/**
 * What other programs write into every file, which is no leak, and what looks like it and is one: comments, metadata,
 * checksums, actions, texts of tags. Each leak has its clean twin.
 */
import { PDFArray, type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../src/brief/gate/checkBytes.ts'
import { annotate, dictionary, plainPdf, SECRET, setInCatalog, text } from './plainPdf.ts'
import { CANARIES, canary, setInfo } from './plantedPdf.ts'

const PLACE = {
  value: 'Заболотново',
  protected: 'text',
  where: { kind: 'incidents', id: 'i', field: 'where.text' },
} as const

async function classesOf(bytes: Uint8Array, published: readonly string[] = []): Promise<string[]> {
  const canaries = [...CANARIES, canary('Тестханов', 'identity'), PLACE]
  const file = { bytes, canaries, published, shipped: [], name: 'x.pdf', fileForTools: null }
  return [...new Set((await checkFile(file)).findings.map((each) => each.class))]
}

const bytesOf = (written: string): Uint8Array => new Uint8Array(Buffer.from(written, 'latin1'))
const json = (said: string): Uint8Array => new TextEncoder().encode(JSON.stringify({ note: said }))

async function commented(comment: string): Promise<Uint8Array> {
  const clean = Buffer.from(await plainPdf()).toString('latin1')
  return bytesOf(clean.replace('endobj\n', `endobj\n${comment}\n`))
}

function xmp(document: PDFDocument, properties: string, attributes = ''): void {
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"
 x:xmptk="XMP toolkit 2.9.1-13, framework 1.6"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" ${attributes}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
  const stream = document.context.stream(Buffer.from(packet, 'utf8'), { Type: 'Metadata', Subtype: 'XML' })
  setInCatalog(document, 'Metadata', document.context.register(stream))
}

function tag(
  document: PDFDocument,
  entries: Record<string, unknown>,
  root: Record<string, unknown> = {},
): void {
  const { context } = document
  const element = context.register(dictionary(document, { Type: 'StructElem', S: 'P', ...entries }))
  setInCatalog(
    document,
    'StructTreeRoot',
    context.register(dictionary(document, { Type: 'StructTreeRoot', K: element, ...root })),
  )
}

const link = (document: PDFDocument, action: Record<string, unknown>) =>
  annotate(document, { Subtype: 'Link', A: action })

describe('comments', () => {
  it.each(['% 1', '%% Original object ID: 8 0', '%QDF: ignore_newline', '%iText-Core-8.0.2'])(
    'of a program: %s',
    async (comment) => {
      expect(await classesOf(await commented(comment))).toEqual([])
    },
  )

  it.each(['% exported by ivan', '%%Invocation: gs -sOutputFile=/home/ivan/x.pdf', '%iText-ivan'])(
    'of somebody: %s',
    async (comment) => {
      expect(await classesOf(await commented(comment))).toEqual(['pdf/comment'])
    },
  )
})

describe('document information', () => {
  it.each([
    ['Producer', 'cairo 1.16.0 (https://cairographics.org)'],
    ['Producer', 'WeasyPrint 57.2'],
    ['Producer', 'GPL Ghostscript 10.00.0'],
    ['Creator', 'UnknownApplication'],
    ['CreationDate', "D:20190308101112Z'"],
  ])('of a library: %s %s', async (key, value) => {
    expect(await classesOf(await plainPdf((d) => setInfo(d, key, PDFString.of(value))))).toEqual([])
  })

  it.each([
    ['Producer', 'cairo on the laptop of Ivan'],
    ['Creator', 'Scanner of Ivan'],
    ['CreationDate', "D:20190308101112+03'00'"],
  ])('of somebody: %s %s', async (key, value) => {
    expect(await classesOf(await plainPdf((d) => setInfo(d, key, PDFString.of(value))))).toEqual([
      'pdf/metadata',
    ])
  })
})

describe('XMP', () => {
  it('of a library passes, as elements and as attributes', async () => {
    const written = `<pdf:Producer>GPL Ghostscript 10.00.0</pdf:Producer><pdf:Keywords></pdf:Keywords>
<xmp:ModifyDate>2026-11-30T03:14:19Z</xmp:ModifyDate><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Untitled</rdf:li>
</rdf:Alt></dc:title>`
    const attributes = `pdf:PDFVersion="1.4" dc:format='application/pdf' xapMM:DocumentID='uuid:ae870414-2488-11fd'`
    expect(await classesOf(await plainPdf((d) => xmp(d, written, attributes)))).toEqual([])
  })

  it.each([
    ['who wrote it', '<dc:creator><rdf:Seq><rdf:li>Somebody Else</rdf:li></rdf:Seq></dc:creator>', ''],
    [
      'a title that is on no page',
      '<dc:title><rdf:Alt><rdf:li>The second informant</rdf:li></rdf:Alt></dc:title>',
      '',
    ],
    ['a program of nobody else', '<pdf:Producer>Scanner of Ivan</pdf:Producer>', ''],
    ['the same as an attribute', '', 'pdf:Producer="Scanner of Ivan"'],
    ['a time zone', '<xmp:MetadataDate>2024-01-01T12:00:00+03:00</xmp:MetadataDate>', ''],
    ['an instruction', '<?note secret?>', ''],
    ['text outside of properties', 'secret', ''],
    ['an attribute of their own', '', 'photoshop:City="Somewhere"'],
  ])('refuses %s', async (_, written, attributes) => {
    expect(await classesOf(await plainPdf((d) => xmp(d, written, attributes)))).toEqual(['pdf/metadata'])
  })
})

describe('structure', () => {
  it('passes where it says what every file says', async () => {
    const bytes = await plainPdf((d) => {
      d.catalog.set(PDFName.of('OpenAction'), d.context.obj([d.getPage(0).ref, 'XYZ', null, null, 0]))
      tag(d, { A: { O: 'Table', Summary: text('Twelve persons were detained') } })
    })
    const written = Buffer.from(bytes).toString('latin1')
    const summed = written.replace(
      'trailer\n<<',
      'trailer\n<<\n/DocChecksum /D9202A51D9952572CF1B0F3DCA2E3FAE',
    )
    expect(summed).not.toBe(written)
    expect(await classesOf(bytesOf(summed))).toEqual([])
  })

  it.each([
    ['pdf/action', 'Named', { S: 'Named', N: 'Print' }],
    ['pdf/action', 'Hide', { S: 'Hide', T: text('x') }],
    ['pdf/action', 'Thread', { S: 'Thread', D: 0 }],
    ['pdf/form', 'SubmitForm', { S: 'SubmitForm', F: text('http://x') }],
    ['pdf/hidden-layer', 'SetOCGState', { S: 'SetOCGState', State: [] }],
  ])('%s: %s, without its type', async (name, _, action) => {
    expect(await classesOf(await plainPdf((d) => link(d, action)))).toContain(name)
  })

  it.each<[string, (document: PDFDocument) => unknown]>([
    [
      'the summary of a table',
      (d) => tag(d, { A: { O: 'Table', Summary: text('portrait of an informant') } }),
    ],
    [
      'the name of a property of a tag',
      (d) => tag(d, { A: { O: 'UserProperties', P: [{ N: text('informant'), V: 1 }] } }),
    ],
  ])('pdf/alternative-text: %s', async (_, plant) => {
    expect(await classesOf(await plainPdf(plant))).toContain('pdf/alternative-text')
  })

  it.each<[string, (document: PDFDocument) => unknown]>([
    ['the key of a class', (d) => tag(d, {}, { ClassMap: { Testkhanov: { O: 'Layout' } } })],
    ['the id of a tag', (d) => tag(d, { ID: text('of Testkhanov') })],
    [
      'an inflected surname in what a field begins with',
      (d) => annotate(d, { Subtype: 'Widget', FT: 'Tx', DV: PDFHexString.fromText('Тестханову') }),
    ],
    [
      'a name in a list',
      (d) => d.catalog.set(PDFName.of('Names'), d.context.obj({ X: asList(d, 'Testkhanov') })),
    ],
  ])('leak/identity: a surname alone, in %s', async (_, plant) => {
    expect(await classesOf(await plainPdf(plant))).toContain('leak/identity')
  })
})

function asList(document: PDFDocument, name: string): PDFArray {
  const list = PDFArray.withContext(document.context)
  list.push(PDFString.of(name))
  return list
}

describe('protected values in writings of their own', () => {
  it.each([
    'on 13. April 2017',
    'Apr 13th, 2017',
    'the 13th of April, 2017',
    '13-Apr-2017',
    '13-apr-17',
    '13.IV.2017',
    '13.4.17',
    '13/04/17',
    '13 апр. 2017',
    '13 нисана? نيسان 13, 2017',
    'le 13 avr. 2017',
    '13 de abril del 2017',
  ])('leak/date: %s', async (said) => {
    expect(await classesOf(json(said))).toEqual(['leak/date'])
  })

  it.each(['12 April 2017', 'April 2017', '13 people in 2017', '14.4.17', 'version 13.4.17.2', '13.V.2017'])(
    'no day of the log: %s',
    async (said) => {
      expect(await classesOf(json(said))).toEqual([])
    },
  )

  it('a day that the log publishes passes in every writing', async () => {
    expect(await classesOf(json('on 13. April 2017'), ['2017-04-13'])).toEqual([])
  })

  it.each([
    '43°19′05.7″ N',
    `43 deg 19' 5.70"`,
    "43° 19.095' N",
    "43°19'",
    '٤٣°١٩′٠٥٫٧″'.replace('٫', '.'),
    'N43.3183',
  ])('leak/number: %s', async (said) => {
    expect(await classesOf(json(said))).toContain('leak/number')
  })

  it.each(['43°29′05″ N', "44°19'", '43 degrees', 'N143.3183'])(
    'no coordinate of the log: %s',
    async (said) => {
      expect(await classesOf(json(said))).toEqual([])
    },
  )

  it.each(['в Заболотнове', 'из Заболотнова', 'за Заболотновом', 'Zabolotnovo'])(
    'leak/text: %s',
    async (said) => {
      expect(await classesOf(json(`Его увезли ${said} ночью.`))).toContain('leak/text')
    },
  )

  it.each(['на болоте', 'в Заболотье', 'заболел'])('no place of the log: %s', async (said) => {
    expect(await classesOf(json(`Он остался ${said} до утра.`))).toEqual([])
  })

  it('a place that the log publishes passes in every case', async () => {
    expect(await classesOf(json('в Заболотнове'), ['Заболотново'])).toEqual([])
  })

  it('leak/identity: a name beside a place', async () => {
    expect(await classesOf(json(`${SECRET} в Заболотнове`))).toEqual(
      expect.arrayContaining(['leak/identity', 'leak/text']),
    )
  })
})
