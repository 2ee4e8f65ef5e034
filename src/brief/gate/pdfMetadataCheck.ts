/**
 * What a brief's PDF may say about itself: title, subject, author, "Daybook", its language, and one day at midnight
 * UTC. No other program's name, no time of day, no property of anybody's invention.
 */
import type { Finding } from './finding.ts'
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
const TEXTS = new Set(['Title', 'Subject', 'Author'])
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
const XMP_ATTRIBUTES = /^(?:xmlns:[A-Za-z]+|rdf:about|rdf:parseType|xml:lang)$/

/** Findings about Info and XMP. */
export function metadataFindings({ info, xmp }: PdfReading): Finding[] {
  return [...infoFindings(info), ...(xmp === null ? [] : xmpFindings(xmp))]
}

function infoFindings(info: PdfReading['info']): Finding[] {
  return [...info].flatMap(([key, value]) =>
    value === null || value === undefined || OF_THE_FORM.has(key) || isAllowedInfo(key, value)
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

function xmpFindings(xmp: string): Finding[] {
  const findings: Finding[] = []
  const report = (detail: string) => findings.push({ class: 'pdf/metadata', where: 'XMP', detail })
  if (/<!--|<!\[CDATA\[|<!DOCTYPE/i.test(xmp)) report('comment or declaration')
  for (const [, name = '', attributes = ''] of xmp.matchAll(
    /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/g,
  )) {
    if (!XMP_ELEMENTS.has(name)) report(/^[\w:]{1,40}$/.test(name) ? name : 'unknown element')
    for (const [, attribute = ''] of attributes.matchAll(/([\w:.-]+)\s*=/g)) {
      if (!XMP_ATTRIBUTES.test(attribute)) report('unknown attribute')
    }
  }
  for (const [, name, date] of xmp.matchAll(/<(xmp:(?:CreateDate|ModifyDate))>([^<]*)</g)) {
    if (!/^\d{4}-\d{2}-\d{2}T00:00:00Z$/.test(date ?? '')) report(`${name ?? ''} with a time of day`)
  }
  for (const [, tool] of xmp.matchAll(/<xmp:CreatorTool>([^<]*)</g))
    if (tool !== 'Daybook') report('CreatorTool')
  return findings
}
