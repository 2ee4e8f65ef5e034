/**
 * The release gate for PDF. Two readers, neither the writers' own: PDF.js for what a person sees, and a small parser
 * of ours for every byte of the file, objects that nothing refers to included.
 */
import { hash } from 'node:crypto'
import { byteViews } from './byteViews.ts'
import type { Finding } from './finding.ts'
import { type Allowed, ANY_PDF, BRIEF } from './pdfAllowed.ts'
import { type PdfFile, type PdfObject, readPdfFile } from './pdfFile.ts'
import { fontFindings } from './pdfFonts.ts'
import { metadataFindings } from './pdfMetadataCheck.ts'
import { type PdfReading, readPdfPages } from './pdfPages.ts'
import { pixelatedFindings } from './pdfPixelated.ts'
import { resourceFindings } from './pdfResources.ts'
import { structureFindings } from './pdfStructure.ts'
import { latin1, type PdfValue, pdfText } from './pdfTokens.ts'
import { isDictionary, stringOf } from './pdfTypes.ts'
import { unshownTextFindings } from './pdfUnshownText.ts'
import type { TextSearch } from './text.ts'

/**
 * Whose file it is: made here a moment ago from redacted data, a brief by its own words, or any other file. The first
 * two are held to what our writers write, the last to what pages are made of.
 */
export type PdfOrigin = 'made' | 'brief' | 'any'

/** All findings of a PDF. */
export async function pdfFindings(
  bytes: Uint8Array,
  search: TextSearch,
  origin: PdfOrigin,
): Promise<Finding[]> {
  const allowed: Allowed = origin === 'any' ? ANY_PDF : BRIEF
  const file = readPdfFile(bytes)
  const reading = await readPdfPages(bytes)
  return [
    ...file.findings,
    ...structureFindings(bytes, file, allowed),
    ...resourceFindings(file),
    ...pixelatedFindings(file),
    ...(reading === null
      ? [{ class: 'pdf/unreadable' as const, where: 'file', detail: 'PDF.js cannot read it' }]
      : [
          ...reading.findings,
          // Our template sets no word with a gap, and a guess must not stop a brief that is clean.
          ...(origin === 'made' ? [] : reading.spacing),
          ...metadataFindings(reading, origin),
          ...fontFindings(file, reading.fonts),
          ...unshownTextFindings(file, reading, search),
          ...readingLeaks(reading, search),
        ]),
    ...objectLeaks(file, search),
    ...digestLeaks(bytes, file, search),
    ...rawLeaks(bytes, 'file', search),
    ...file.objects.flatMap((object) =>
      object.stream === null ? [] : rawLeaks(object.stream, `stream of object ${object.number}`, search),
    ),
  ]
}

function readingLeaks(reading: PdfReading, search: TextSearch): Finding[] {
  const whole = reading.pages.map((page) => page.shown).join('\n')
  return [
    ...reading.pages.flatMap(({ page, shown, placed }) => [
      ...inBothDirections(shown, `page ${page}`, search.prose),
      ...inBothDirections(placed, `page ${page}, by place`, search.placed),
    ]),
    ...(reading.pages.length > 1 ? search.prose(whole, 'pages together') : []),
    ...[...reading.info].flatMap(([key, value]) =>
      typeof value === 'string' ? search.prose(value, `document information, ${key}`) : [],
    ),
    ...(reading.xmp === null ? [] : search.prose(unescapeXml(reading.xmp), 'XMP')),
    ...reading.texts.flatMap(({ where, text }) => search.prose(text, where)),
    ...reading.outline.flatMap((text) => search.prose(text, 'outline')),
  ]
}

/** Right-to-left text can come out in either order of letters. */
function inBothDirections(text: string, where: string, search: TextSearch['prose']): Finding[] {
  return [
    ...search(text, where),
    ...(RIGHT_TO_LEFT.test(text) ? search(reversed(text), `${where}, read backwards`) : []),
  ]
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFEFC]/u

function reversed(text: string): string {
  return text
    .split('\n')
    .map((line) => [...line].reverse().join(''))
    .join('\n')
}

function unescapeXml(xml: string): string {
  return xml
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

const fromCodePoint = (point: number): string => (point <= 0x10ffff ? String.fromCodePoint(point) : '')

/** Names and strings of every object: keys, alternative texts, destinations, ids. */
function objectLeaks({ objects, trailers, comments }: PdfFile, search: TextSearch): Finding[] {
  const numbered = objects.map((object) => ({ where: `object ${object.number}`, texts: objectTexts(object) }))
  const trailerTexts = trailers.flatMap((value) => objectTexts({ number: 0, value, stream: null }))
  return [
    ...numbered.flatMap(({ where, texts }) =>
      texts.length === 0 ? [] : search.readable(texts.join('\n'), where),
    ),
    ...search.readable(trailerTexts.join('\n'), 'trailer'),
    ...search.readable(comments.map(latin1).join('\n'), 'comments'),
  ]
}

function objectTexts({ value }: PdfObject): string[] {
  const texts: string[] = []
  const visit = (each: PdfValue): void => {
    if (Array.isArray(each)) for (const inner of each) visit(inner)
    else if (isDictionary(each)) {
      for (const [key, inner] of each.entries) {
        texts.push(key)
        visit(inner)
      }
    } else if (typeof each === 'object' && each !== null && 'type' in each) {
      if (each.type === 'name') texts.push(each.name)
      if (each.type === 'string')
        texts.push(pdfText(each.bytes), ...byteViews(each.bytes).map((view) => view.text))
    }
  }
  visit(value)
  return texts
}

/** Strings that are no text: the id of a file above all, which for a brief is the hash of the brief itself. */
function digestLeaks(bytes: Uint8Array, { objects, trailers }: PdfFile, search: TextSearch): Finding[] {
  const own = contentId(bytes, trailers)
  const findings: Finding[] = []
  const visit = (value: PdfValue, where: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, where)
    else if (isDictionary(value)) for (const each of value.entries.values()) visit(each, where)
    const string = stringOf(value)
    if (string !== null && NO_TEXT.test(latin1(string)) && Buffer.from(string).toString('hex') !== own)
      findings.push(...search.digest(string, where))
  }
  for (const trailer of trailers) visit(trailer, 'trailer')
  for (const { number, value } of objects) visit(value, `object ${number}`)
  return findings
}

const NO_TEXT = /[^\x20-\x7e\s]/

/** The id of a file if it is what a brief's is: the hash of its bytes with an id of zeros. */
function contentId(bytes: Uint8Array, trailers: PdfFile['trailers']): string | null {
  const ids = trailers.flatMap(({ entries }) => {
    const value = entries.get('ID')
    const first = Array.isArray(value) ? stringOf(value[0]) : null
    return first === null ? [] : [Buffer.from(first).toString('hex')]
  })
  const [id] = ids
  if (id === undefined) return null
  const blank = latin1(bytes).replaceAll(id.toUpperCase(), '0'.repeat(id.length))
  return hash('sha256', Buffer.from(blank, 'latin1'), 'hex').startsWith(id) ? id : null
}

function rawLeaks(bytes: Uint8Array, where: string, search: TextSearch): Finding[] {
  return byteViews(bytes).flatMap((view) => search.raw(view.text, `${where} as ${view.name}`, view.shortest))
}
