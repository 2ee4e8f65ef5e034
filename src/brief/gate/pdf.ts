/**
 * The release gate for PDF. Two readers, neither the writers' own: PDF.js for what a person sees, and a small parser
 * of ours for every byte of the file, objects that nothing refers to included.
 */
import { byteViews } from './byteViews.ts'
import type { Finding } from './finding.ts'
import { isDictionary, type PdfFile, type PdfObject, readPdfFile } from './pdfFile.ts'
import { metadataFindings } from './pdfMetadataCheck.ts'
import { type PdfReading, readPdfPages } from './pdfPages.ts'
import { structureFindings } from './pdfStructure.ts'
import { latin1, type PdfValue, pdfText } from './pdfTokens.ts'
import type { TextSearch } from './text.ts'

/** All findings of a PDF. */
export async function pdfFindings(bytes: Uint8Array, search: TextSearch): Promise<Finding[]> {
  const file = readPdfFile(bytes)
  const reading = await readPdfPages(bytes)
  return [
    ...file.findings,
    ...structureFindings(bytes, file),
    ...(reading === null
      ? [{ class: 'pdf/unreadable', where: 'file', detail: 'PDF.js cannot read it' }]
      : [...reading.findings, ...metadataFindings(reading), ...readingLeaks(reading, search)]),
    ...objectLeaks(file, search),
    ...rawLeaks(bytes, 'file', search),
    ...file.objects.flatMap((object) =>
      object.stream === null ? [] : rawLeaks(object.stream, `stream of object ${object.number}`, search),
    ),
  ]
}

function readingLeaks(reading: PdfReading, search: TextSearch): Finding[] {
  const whole = reading.pages.map((page) => page.shown).join('\n')
  return [
    ...reading.pages.flatMap(({ page, shown }) => [
      ...search.readable(shown, `page ${page}`),
      // Right-to-left text can come out in either order of letters.
      ...(RIGHT_TO_LEFT.test(shown) ? search.readable(reversed(shown), `page ${page}, read backwards`) : []),
    ]),
    ...(reading.pages.length > 1 ? search.readable(whole, 'pages together') : []),
    ...[...reading.info].flatMap(([key, value]) =>
      typeof value === 'string' ? search.readable(value, `document information, ${key}`) : [],
    ),
    ...(reading.xmp === null ? [] : search.readable(unescapeXml(reading.xmp), 'XMP')),
    ...reading.texts.flatMap(({ where, text }) => search.readable(text, where)),
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

function rawLeaks(bytes: Uint8Array, where: string, search: TextSearch): Finding[] {
  return byteViews(bytes).flatMap((view) => search.raw(view.text, `${where} as ${view.name}`, view.shortest))
}
