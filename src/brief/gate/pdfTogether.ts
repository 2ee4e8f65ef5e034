/** What a PDF says beside its pages, held against what they show, and what all pages say together. */
import { writtenOut } from './byteViews.ts'
import { type Evidence, evidence, type FoundText, rawTexts } from './evidence.ts'
import type { PdfToRead } from './pdf.ts'
import type { PdfFile } from './pdfFile.ts'
import { fontFindings } from './pdfFonts.ts'
import { metadataFindings } from './pdfMetadataCheck.ts'
import type { PdfReading } from './pdfPages.ts'
import { unshownTexts } from './pdfUnshownText.ts'
import { unescapeXml } from './xmlText.ts'

/** @param file the objects, by one reader. @param reading the pages, by the other. */
export function compareReadings(
  { origin, hasFarScripts }: Omit<PdfToRead, 'bytes'>,
  file: PdfFile,
  reading: PdfReading,
): Evidence {
  const { unshown, texts } = unshownTexts(file, reading)
  const shown = reading.pages.map((page) => page.shown).join('\n')
  return evidence({
    findings: [
      ...reading.findings,
      ...metadataFindings(reading, origin),
      ...fontFindings(file, reading.fonts),
    ],
    unshown,
    // A page may say in hexadecimal or base64 what it must not say in letters.
    texts: [
      ...texts,
      ...readingTexts(reading, shown),
      ...writtenOut(shown, hasFarScripts).map(({ name, text }) => prose(text, `pages as ${name}`)),
    ],
    raw: rawTexts(Buffer.from(shown), 'pages', hasFarScripts),
  })
}

/** `shown`: what all pages show. */
function readingTexts(reading: PdfReading, shown: string): FoundText[] {
  return [
    ...(reading.pages.length > 1 ? [prose(shown, 'pages together')] : []),
    ...[...reading.info].flatMap(([key, value]) =>
      typeof value === 'string' ? [prose(value, `document information, ${key}`)] : [],
    ),
    ...(reading.xmp === null ? [] : [prose(unescapeXml(reading.xmp), 'XMP')]),
    ...reading.texts.map(({ where, text }) => prose(text, where)),
    ...reading.outline.map((text) => prose(text, 'outline')),
  ]
}

const prose = (text: string, where: string): FoundText => ({ how: 'prose', text, where })
