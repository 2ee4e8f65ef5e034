/**
 * The release gate for PDF. Two readers, neither the writers' own: PDF.js for what a person sees, and a small parser
 * of ours for every byte of the file, objects that nothing refers to included.
 */
import { hash } from 'node:crypto'
import { byteViews, writtenOut } from './byteViews.ts'
import { type Evidence, evidence, type FoundText, rawTexts } from './evidence.ts'
import { type Allowed, ANY_PDF, BRIEF } from './pdfAllowed.ts'
import { type PdfFile, readPdfFile } from './pdfFile.ts'
import { fontFindings } from './pdfFonts.ts'
import { metadataFindings } from './pdfMetadataCheck.ts'
import { type PageText, type PdfReading, readPdfPages } from './pdfPages.ts'
import { resourceFindings } from './pdfResources.ts'
import { stringTexts } from './pdfStrings.ts'
import { structureFindings } from './pdfStructure.ts'
import { latin1, type PdfValue, pdfText } from './pdfTokens.ts'
import { isDictionary, stringOf } from './pdfTypes.ts'
import { unshownTexts } from './pdfUnshownText.ts'
import { unescapeXml } from './xmlText.ts'

/**
 * Whose file it is: made here a moment ago from redacted data, a brief by its own words, or any other file. The first
 * two are held to what our writers write, the last to what pages are made of.
 */
export type PdfOrigin = 'made' | 'brief' | 'any'

/** Pages are told by so many, so that they are searched while the next ones are read. */
const PAGES_AT_ONCE = 8

export interface PdfToRead {
  readonly bytes: Uint8Array
  readonly origin: PdfOrigin
  /** Does a protected value have letters of scripts that random bytes turn into? */
  readonly hasFarScripts: boolean
}

/** What its bytes and objects say, to the last byte, and what its pages show. Either takes about as long. */
export const PDF_PARTS = ['objects', 'pages'] as const
export type PdfPart = (typeof PDF_PARTS)[number]

/** Reads one part of a PDF, and tells what it finds as soon as it is there; the whole of it is all of {@link PDF_PARTS}. */
export async function readPdfPart(
  part: PdfPart,
  file: PdfToRead,
  tell: (found: Evidence) => void,
): Promise<void> {
  if (part === 'objects') tell(readObjects(file))
  else await readPages(file, tell)
}

function readObjects({ bytes, origin, hasFarScripts }: PdfToRead): Evidence {
  const allowed: Allowed = origin === 'any' ? ANY_PDF : BRIEF
  const file = readPdfFile(bytes)
  return evidence({
    findings: [...file.findings, ...structureFindings(bytes, file, allowed), ...resourceFindings(file)],
    texts: [...objectTexts(file), ...(origin === 'made' ? [] : stringTexts(file, allowed))],
    digests: digestStrings(bytes, file),
    raw: [
      ...rawTexts(bytes, 'file', hasFarScripts),
      ...file.objects.flatMap(({ stream, number }) =>
        stream === null ? [] : rawTexts(stream, `stream of object ${number}`, hasFarScripts),
      ),
    ],
  })
}

async function readPages(file: PdfToRead, tell: (found: Evidence) => void): Promise<void> {
  const waiting: PageText[] = []
  const tellPages = () =>
    tell(evidence({ texts: waiting.splice(0).flatMap((page) => pageTexts(page, file.origin)) }))
  const whole = await readWhole(file, (page) => {
    if (waiting.push(page) === PAGES_AT_ONCE) tellPages()
  })
  tellPages()
  tell(whole)
}

/** What the pages say together, and what is said beside them; `onPage` hears of each alone. */
async function readWhole(
  { bytes, origin, hasFarScripts }: PdfToRead,
  onPage: (page: PageText) => void,
): Promise<Evidence> {
  const reading = await readPdfPages(bytes, origin === 'made', onPage)
  if (reading === null) {
    return evidence({
      findings: [{ class: 'pdf/unreadable', where: 'file', detail: 'PDF.js cannot read it' }],
    })
  }
  const file = readPdfFile(bytes)
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

function pageTexts({ page, shown, placed }: PageText, origin: PdfOrigin): FoundText[] {
  const both = (how: FoundText['how'], text: string, where: string) =>
    inBothDirections({ how, text, where }, origin === 'any')
  return [...both('prose', shown, `page ${page}`), ...both('placed', placed, `page ${page}, by place`)]
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

/**
 * Right-to-left text can come out in either order of letters. Numbers and words of other scripts run from left to right
 * in it as well, so they are turned round only where the writer is not known: "19.5" of a brief is not somebody's 5.91.
 */
function inBothDirections(found: FoundText, turnsAll: boolean): FoundText[] {
  if (!RIGHT_TO_LEFT.test(found.text)) return [found]
  const text = reversed(found.text, turnsAll)
  return [found, { how: 'turned', text, where: `${found.where}, read backwards` }]
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFEFC]/u
const LEFT_TO_RIGHT = '(?![\\u0590-\\u08FF\\uFB1D-\\uFEFC])'
/** Words from left to right with what stands between them, a number with the signs inside it, or any one character. */
const KEPT_OR_CHARACTER = new RegExp(
  [
    `${LEFT_TO_RIGHT}[\\p{L}\\p{Nd}](?:(?:${LEFT_TO_RIGHT}[^\\n])*${LEFT_TO_RIGHT}[\\p{L}\\p{M}\\p{Nd}])?`,
    '\\p{Nd}+(?:[.,:/-]\\p{Nd}+)*',
    '[^\\n]',
  ].join('|'),
  'gu',
)

function reversed(text: string, turnsAll: boolean): string {
  return text
    .split('\n')
    .map((line) => (turnsAll ? [...line] : (line.match(KEPT_OR_CHARACTER) ?? [])).reverse().join(''))
    .join('\n')
}

/** Names and strings of every object: keys, alternative texts, destinations, ids. */
function objectTexts({ objects, trailers, comments }: PdfFile): FoundText[] {
  const numbered = objects.map((object) => ({
    where: `object ${object.number}`,
    strings: stringsOf(object.value),
  }))
  return [
    ...numbered.flatMap(({ where, strings }) => (strings.length === 0 ? [] : [readable(strings, where)])),
    readable(trailers.flatMap(stringsOf), 'trailer'),
    readable(comments.map(latin1), 'comments'),
  ]
}

const readable = (strings: readonly string[], where: string): FoundText => ({
  how: 'readable',
  text: strings.join('\n'),
  where,
})

function stringsOf(value: PdfValue): string[] {
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
function digestStrings(bytes: Uint8Array, { objects, trailers }: PdfFile): Evidence['digests'] {
  const own = contentId(bytes, trailers)
  const found: { bytes: Uint8Array; where: string }[] = []
  const visit = (value: PdfValue, where: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, where)
    else if (isDictionary(value)) for (const each of value.entries.values()) visit(each, where)
    const string = stringOf(value)
    if (string !== null && NO_TEXT.test(latin1(string)) && Buffer.from(string).toString('hex') !== own)
      found.push({ bytes: new Uint8Array(string), where })
  }
  for (const trailer of trailers) visit(trailer, 'trailer')
  for (const { number, value } of objects) visit(value, `object ${number}`)
  return found
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
