/**
 * Rewrites what a PDF says about itself. The typesetter names itself, its version and hashes of the content in
 * Info, XMP and /ID; a brief names only Daybook, its title, its language and the as-of day at midnight UTC.
 * The old objects are replaced in place, so that nothing of them is written; the others are not even read.
 */
import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import { UnreadPdf } from './unreadPdf.ts'

export interface PdfMetadata {
  readonly title: string
  readonly subject: string
  readonly language: string
  /** YYYY-MM-DD. */
  readonly asOf: string
  /** Declare PDF/A-2a and PDF/UA-1; only when the engine checked both. */
  readonly conforming: boolean
}

const TOOL = 'Daybook'
const ID_BYTES = 16

/** New bytes with the metadata given and nothing else, and the number of pages. Same input, same bytes. */
export async function rewriteMetadata(
  bytes: Uint8Array,
  metadata: PdfMetadata,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const file = new UnreadPdf(bytes)
  const { context } = file
  const catalog = file.dictionary(context.trailerInfo.Root)
  catalog.set(PDFName.of('Lang'), PDFString.of(metadata.language))
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({})
  preferences.set(PDFName.of('DisplayDocTitle'), PDFBool.True)
  catalog.set(PDFName.of('ViewerPreferences'), preferences)
  // The typesetter says outright that no tag is a guess; that is understood, and poppler reads any "false" there as an error.
  catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.delete(PDFName.of('Suspects'))

  const xmp = context.stream(Buffer.from(xmpPacket(metadata), 'utf8'), { Type: 'Metadata', Subtype: 'XML' })
  const oldXmp = catalog.get(PDFName.of('Metadata'))
  if (oldXmp instanceof PDFRef) context.assign(oldXmp, xmp)
  else catalog.set(PDFName.of('Metadata'), context.register(xmp))

  const info = infoDictionary(file, metadata)
  const oldInfo = context.trailerInfo.Info
  if (oldInfo instanceof PDFRef) context.assign(oldInfo, info)
  else context.trailerInfo.Info = context.register(info)

  renameSubsets(file)

  const pages = file.dictionary(catalog.get(PDFName.of('Pages'))).lookup(PDFName.of('Count'), PDFNumber)
  return { bytes: await saveWithContentId(file), pages: pages.asNumber() }
}

const SUBSET = /^([A-Z]{6})\+(.+)$/
const SUBSET_LETTERS = 6
const FONT_NAMES = ['BaseFont', 'FontName']
const LETTERS = 26

/**
 * The six letters before the name of a subset (ISO 32000-1, 9.6.4) are a hash of its glyphs, so of what the pages say;
 * here they only count: AAAAAA, AAAAAB and on.
 */
function renameSubsets(file: UnreadPdf): void {
  const tags = new Map<string, string>()
  for (const object of file.dictionariesWith(FONT_NAMES)) {
    for (const key of FONT_NAMES.map(PDFName.of)) {
      const [, tag, font] = SUBSET.exec(object.lookupMaybe(key, PDFName)?.decodeText() ?? '') ?? []
      if (tag === undefined || font === undefined) continue
      const counted = tags.get(tag) ?? countedTag(tags.size)
      tags.set(tag, counted)
      object.set(key, PDFName.of(`${counted}+${font}`))
    }
  }
}

function countedTag(number: number): string {
  let [tag, rest] = ['', number]
  for (let at = 0; at < SUBSET_LETTERS; at += 1) {
    tag = String.fromCharCode(0x41 + (rest % LETTERS)) + tag
    rest = Math.floor(rest / LETTERS)
  }
  return tag
}

function infoDictionary({ context }: UnreadPdf, metadata: PdfMetadata): PDFObject {
  const moment = PDFString.of(`D:${metadata.asOf.replaceAll('-', '')}000000Z`)
  return context.obj({
    Title: PDFHexString.fromText(metadata.title),
    Subject: PDFHexString.fromText(metadata.subject),
    Creator: PDFHexString.fromText(TOOL),
    CreationDate: moment,
    ModDate: moment,
  })
}

/**
 * /ID is the hash of the file with an ID of zeros: it tells nothing but the content itself. The dictionary it stands in
 * is the last thing of a file and never packed, so the hash is written over the zeros.
 */
async function saveWithContentId(pdf: UnreadPdf): Promise<Uint8Array> {
  const zeros = '0'.repeat(2 * ID_BYTES)
  setId(pdf, zeros)
  const saved = await pdf.save()
  const file = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength)
  const id = createHash('sha256').update(saved).digest('hex').slice(0, zeros.length).toUpperCase()
  const last = file.lastIndexOf(`<${zeros}>`, undefined, 'latin1')
  const first = last < 1 ? -1 : file.lastIndexOf(`<${zeros}>`, last - 1, 'latin1')
  if (first < 0) throw new Error('the id of the file is not where it was written')
  for (const at of [first, last]) file.write(id, at + 1, 'latin1')
  return saved
}

function setId({ context }: UnreadPdf, hex: string): void {
  const id = PDFArray.withContext(context)
  id.push(PDFHexString.of(hex))
  id.push(PDFHexString.of(hex))
  context.trailerInfo.ID = id
}

function xmpPacket({ title, subject, language, asOf, conforming }: PdfMetadata): string {
  const midnight = `${asOf}T00:00:00Z`
  const alternatives = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    conforming ? CONFORMANCE_NAMESPACES : '',
    '><dc:format>application/pdf</dc:format>',
    `<dc:title>${alternatives(title)}</dc:title>`,
    `<dc:description>${alternatives(subject)}</dc:description>`,
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreatorTool>${TOOL}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${midnight}</xmp:CreateDate><xmp:ModifyDate>${midnight}</xmp:ModifyDate>`,
    conforming ? CONFORMANCE : '',
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ].join('')
}

const CONFORMANCE_NAMESPACES = [
  ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
  ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
].join('')

/** PDF/A wants a description of the one schema it does not know, that of PDF/UA. */
const CONFORMANCE = [
  '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>',
  '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>PDF/UA part number</pdfaProperty:description></rdf:li>',
  '</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
].join('')

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

/** What XMP says in every brief: addresses of namespaces, one of which holds a date, and names of properties. */
export const XMP_BOILERPLATE = xmpPacket({ title: '', subject: '', language: '', asOf: '', conforming: true })
