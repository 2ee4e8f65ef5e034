/**
 * Info and XMP. What a brief's PDF may say about itself: title, subject, author, "Daybook", its language, and one day at midnight
 * UTC. No other program's name, no time of day, no property of anybody's invention.
 * Other files may also name a well-known library in the words it always uses, and a moment in UTC: neither tells of
 * the log or the person, as a name, a time zone, a path or a keyword do.
 */
import type { Finding } from './finding.ts'
import type { PdfOrigin } from './pdf.ts'
import type { PdfReading } from './pdfPages.ts'
import { isLibrary, isNobody } from './pdfWriterNames.ts'
import { xmpFindings } from './xmpCheck.ts'

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

const IN_UTC = /^D:\d{8,14}(?:Z'?|Z00'?00'?|\+00'?00'?)?$/

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
      return isLibrary(value) || isNobody(value)
    case 'CreationDate':
    case 'ModDate':
      return IN_UTC.test(value)
    default:
      return isNobody(value)
  }
}
