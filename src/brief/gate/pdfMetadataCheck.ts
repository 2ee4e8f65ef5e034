/**
 * Info and XMP. What a brief's PDF may say about itself: title, subject, author, "Daybook", its language, and one day at midnight
 * UTC. No other program's name, no time of day, no property of anybody's invention.
 * Other files may also name a well-known library in the words it always uses, and a moment in UTC: neither tells of
 * the log or the person, as a name, a time zone, a path or a keyword do.
 */
import type { Finding } from './finding.ts'
import type { PdfOrigin } from './pdf.ts'
import type { PdfReading } from './pdfPages.ts'

/** Info keys that PDF.js reports of any file, all about its form. */
const OF_THE_FORM = new Set([
  'PDFFormatVersion',
  'Language',
  'EncryptFilterName',
  'IsLinearized',
  'IsAcroFormPresent',
  'IsXFAPresent',
  'IsCollectionPresent',
  'IsSignaturesPresent',
])
const TEXTS = new Set(['Title', 'Subject'])
const MIDNIGHT = /^D:\d{8}000000(?:Z|[+-]00'?00'?)$/

const XMP_ELEMENTS = new Set([
  'x:xmpmeta',
  'rdf:RDF',
  'rdf:Description',
  'rdf:Alt',
  'rdf:Bag',
  'rdf:Seq',
  'rdf:li',
  'dc:format',
  'dc:title',
  'dc:description',
  'dc:creator',
  'dc:language',
  'xmp:CreatorTool',
  'xmp:CreateDate',
  'xmp:ModifyDate',
  'pdfaid:part',
  'pdfaid:conformance',
  'pdfuaid:part',
  'pdfaExtension:schemas',
  'pdfaSchema:schema',
  'pdfaSchema:namespaceURI',
  'pdfaSchema:prefix',
  'pdfaSchema:property',
  'pdfaProperty:name',
  'pdfaProperty:valueType',
  'pdfaProperty:category',
  'pdfaProperty:description',
])
const XMP_OF_LIBRARIES = new Set([
  'pdf:Producer',
  'pdf:PDFVersion',
  'pdf:Trapped',
  'xmp:MetadataDate',
  'xmpMM:DocumentID',
  'xmpMM:InstanceID',
  'xmpMM:RenditionClass',
  'xmpTPg:NPages',
])
const XMP_ATTRIBUTES = /^(?:xmlns:[A-Za-z]+|rdf:about|rdf:parseType|xml:lang)$/

/** Texts that libraries write where nobody gave one. */
const NOBODY = /^(?:|\(?(?:anonymous|unspecified|untitled)\)?)$/i
const LIBRARY =
  /^(?:Daybook|pdf-lib \(https:\/\/github\.com\/Hopding\/pdf-lib\)|ReportLab PDF Library - www\.reportlab\.com|Typst(?: \d+\.\d+\.\d+)?|MuPDF(?: \d+\.\d+\.\d+)?|(?:GPL Ghostscript|pikepdf|cairo|pdfTeX-|LibreOffice|Skia\/PDF|OpenPDF|iText|PyMuPDF|PDFium|pdfkit|PDFKit|FPDF|fpdf2|TeX|Writer|Chromium|WeasyPrint|xdvipdfmx|LuaTeX-)[ \w.()-]{0,24}|\(unspecified\))$/
const IN_UTC = /^D:\d{8,14}(?:Z|Z00'?00'?|\+00'?00'?)?$/

/** Findings about Info and XMP. */
export function metadataFindings({ info, xmp }: PdfReading, origin: PdfOrigin): Finding[] {
  return [...infoFindings(info, origin), ...(xmp === null ? [] : xmpFindings(xmp, origin))]
}

function infoFindings(info: PdfReading['info'], origin: PdfOrigin): Finding[] {
  return [...info].flatMap(([key, value]) =>
    value === null ||
    value === undefined ||
    OF_THE_FORM.has(key) ||
    isAllowedInfo(key, value) ||
    (origin === 'any' && isHarmlessInfo(key, value))
      ? []
      : [{ class: 'pdf/metadata', where: 'document information', detail: key }],
  )
}

function isAllowedInfo(key: string, value: unknown): boolean {
  if (TEXTS.has(key)) return typeof value === 'string'
  if (key === 'Creator' || key === 'Producer') return value === 'Daybook'
  if (key === 'CreationDate' || key === 'ModDate') return typeof value === 'string' && MIDNIGHT.test(value)
  return false
}

function isHarmlessInfo(key: string, value: unknown): boolean {
  if (key === 'Trapped') return true
  if (typeof value !== 'string') return false
  switch (key) {
    case 'Creator':
    case 'Producer':
    case 'PTEX.Fullbanner':
      return LIBRARY.test(value) || NOBODY.test(value)
    case 'CreationDate':
    case 'ModDate':
      return IN_UTC.test(value)
    default:
      return NOBODY.test(value)
  }
}

function xmpFindings(xmp: string, origin: PdfOrigin): Finding[] {
  const findings: Finding[] = []
  const report = (detail: string) => findings.push({ class: 'pdf/metadata', where: 'XMP', detail })
  if (/<!--|<!\[CDATA\[|<!DOCTYPE/i.test(xmp)) report('comment or declaration')
  for (const [, name = '', attributes = ''] of xmp.matchAll(
    /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/g,
  )) {
    if (!XMP_ELEMENTS.has(name) && !(origin === 'any' && XMP_OF_LIBRARIES.has(name)))
      report(/^[\w:]{1,40}$/.test(name) ? name : 'unknown element')
    for (const [, attribute = ''] of attributes.matchAll(/([\w:.-]+)\s*=/g)) {
      if (!XMP_ATTRIBUTES.test(attribute)) report('unknown attribute')
    }
  }
  for (const [, name, date] of xmp.matchAll(/<(xmp:(?:CreateDate|ModifyDate))>([^<]*)</g)) {
    const allowed =
      origin === 'any' ? /^[-\d]+(?:T[\d:.]+(?:Z|[+-]00:00))?$/ : /^\d{4}-\d{2}-\d{2}T00:00:00Z$/
    if (!allowed.test(date ?? '')) report(`${name ?? ''} with a time of day`)
  }
  for (const [, tool] of xmp.matchAll(/<xmp:CreatorTool>([^<]*)</g))
    if (tool !== 'Daybook' && !(origin === 'any' && LIBRARY.test(tool ?? ''))) report('CreatorTool')
  return findings
}
