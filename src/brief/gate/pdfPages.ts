/**
 * The pages as a reader program shows them, by PDF.js: another author and another code base than the writers'.
 * Text of every page in the order of the file, and whether any of it is set so that nobody sees it.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { Finding } from './finding.ts'
import type { FindingClass } from './leakClasses.ts'
import { type FontUse, fontKey } from './pdfFonts.ts'
import { spacingFindings } from './pdfGaps.ts'
import type { Box } from './pdfGeometry.ts'
import { hiddenText } from './pdfHiddenText.ts'
import { inkOfShading } from './pdfInks.ts'
import { columnText, lineText, paintedText, textLines } from './pdfLines.ts'
import { readPainting } from './pdfPaint.ts'
import type { Painting } from './pdfPainting.ts'
import { readPictures } from './pdfPictures.ts'
import { PdfPort } from './pdfPort.ts'

export interface PageText {
  readonly page: number
  /** Lines in the order of the file. */
  readonly shown: string
  /** The same letters put together by their places. */
  readonly placed: string
}

export interface PdfReading {
  readonly pages: readonly PageText[]
  /** Every other text the reader would show: title, outline, annotations, file names. */
  readonly texts: readonly { readonly where: string; readonly text: string }[]
  readonly xmp: string | null
  readonly info: ReadonlyMap<string, unknown>
  readonly outline: readonly string[]
  readonly fonts: FontUse
  readonly findings: readonly Finding[]
}

/**
 * Reads a PDF back. Null when PDF.js cannot open it.
 * @param isOurs made a moment ago by our own template. Then the order of its letters is the order of the text, and
 * nothing is guessed from its spaces: a guess must not stop a brief that is clean.
 * @param onPage hears of each page as soon as it is read.
 */
export async function readPdfPages(
  bytes: Uint8Array,
  isOurs: boolean,
  onPage: (page: PageText) => void = () => undefined,
): Promise<PdfReading | null> {
  const opened = openWithPdfJs(bytes)
  try {
    return await readDocument(await opened.document, isOurs, onPage)
  } catch {
    return null
  } finally {
    await opened.close()
  }
}

/** A file that PDF.js is opening: its pages are to be had until it is closed, whether it could be opened or not. */
export interface OpenedWithPdfJs {
  readonly document: Promise<pdfjs.PDFDocumentProxy>
  close(): Promise<void>
}

/** Begins to open a file; what it needs beside the file is switched off. */
export function openWithPdfJs(bytes: Uint8Array): OpenedWithPdfJs {
  const port = new PdfPort()
  WorkerMessageHandler.initializeFromPort(port)
  // Its types know no port.
  const worker = new pdfjs.PDFWorker({ port: port as unknown as null })
  const task = pdfjs.getDocument({
    worker,
    // A copy: PDF.js takes the memory for itself, and refuses Node's Buffer.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    // Names of fonts, to bring letters and font programs together.
    fontExtraProperties: true,
    useSystemFonts: false,
    useWasm: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  const close = async (): Promise<void> => {
    await task.destroy()
    worker.destroy()
  }
  return { document: task.promise, close }
}

async function readDocument(
  document: pdfjs.PDFDocumentProxy,
  isOurs: boolean,
  onPage: (page: PageText) => void,
): Promise<PdfReading> {
  const pages: PageText[] = []
  const findings: Finding[] = []
  const texts: { where: string; text: string }[] = []
  const fonts = new Map<string, Map<number, string>>()
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    for (const annotation of await page.getAnnotations()) {
      const untrustedTexts = Object.entries(annotation as Record<string, unknown>)
      for (const [key, value] of untrustedTexts) {
        if (typeof value === 'string')
          texts.push({ where: `annotation on page ${number}, ${key}`, text: value })
      }
    }
    const operators = await page.getOperatorList()
    const fontOf = (name: string) => fontFacts(page, name)
    const pictures = await readPictures(page, operators, number)
    const painting = readPainting(operators, {
      fontUnit: (name) => fontOf(name).unit,
      inkOf: (named) => pictures.inks.get(named) ?? inkOfShading(unpacked(page, named)),
    })
    noteFonts(painting, (name) => fontOf(name).name, fonts)
    const lines = textLines(painting)
    findings.push(...hiddenText(painting, boxOf(page.view), number))
    findings.push(...pictures.findings)
    if (!isOurs) findings.push(...spacingFindings(painting, lines, number))
    const text: PageText = {
      page: number,
      shown: isOurs ? paintedText(painting) : await textLayer(page),
      placed: [...lines.map(lineText), columnText(painting)].join('\n'),
    }
    pages.push(text)
    onPage(text)
    page.cleanup()
  }
  return {
    pages,
    texts,
    fonts,
    outline: await outlineTexts(document),
    findings: [...findings, ...(await extras(document))],
    ...(await metadata(document)),
  }
}

/** The text as a reader program selects and copies it. */
async function textLayer(page: pdfjs.PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items
    .filter((item) => 'str' in item)
    .map((item) => item.str + (item.hasEOL ? '\n' : ''))
    .join('')
}

const boxOf = ([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): Box => [
  left,
  bottom,
  right,
  top,
]

/** A gradient by the name that the operators give it. */
const unpacked = (page: pdfjs.PDFPageProxy, named: unknown): unknown =>
  typeof named === 'string' && page.objs.has(named) ? page.objs.get(named) : null

/** What PDF.js knows of a font: the name the file gives it, and its unit in ems. */
function fontFacts(
  page: pdfjs.PDFPageProxy,
  loaded: string,
): { readonly name: string; readonly unit: number } {
  const untrusted: unknown = page.commonObjs.has(loaded) ? page.commonObjs.get(loaded) : null
  const font = (typeof untrusted === 'object' ? (untrusted ?? {}) : {}) as Record<string, unknown>
  const matrix: unknown = font.fontMatrix
  const first: unknown = Array.isArray(matrix) ? matrix[0] : undefined
  return {
    name: typeof font.name === 'string' ? fontKey(font.name) : '',
    unit: typeof first === 'number' && first !== 0 ? Math.abs(first) : 0.001,
  }
}

function noteFonts(
  { items }: Painting,
  nameOf: (loaded: string) => string,
  fonts: Map<string, Map<number, string>>,
): void {
  for (const item of items) {
    if (item.kind !== 'text') continue
    const name = nameOf(item.font)
    const codes = fonts.get(name) ?? new Map<number, string>()
    for (const letter of item.letters) codes.set(letter.code, letter.text)
    fonts.set(name, codes)
  }
}

async function metadata(document: pdfjs.PDFDocumentProxy): Promise<Pick<PdfReading, 'xmp' | 'info'>> {
  const { info, metadata } = await document.getMetadata()
  return { info: new Map(Object.entries(info)), xmp: metadata?.getRaw() ?? null }
}

/** What PDF.js itself says is there and should not be, a second opinion on the structure. */
async function extras(document: pdfjs.PDFDocumentProxy): Promise<Finding[]> {
  const found: [FindingClass, boolean][] = [
    ['pdf/attachment', (await document.getAttachments()) !== null],
    ['pdf/script', (await document.hasJSActions()) || (await document.getJSActions()) !== null],
    ['pdf/form', (await document.getFieldObjects()) !== null],
    ['pdf/page-labels', (await document.getPageLabels()) !== null],
    ['pdf/hidden-layer', [...((await document.getOptionalContentConfig()) ?? [])].length > 0],
    ['pdf/encrypted', (await document.getPermissions()) !== null],
  ]
  return found
    .filter(([, is]) => is)
    .map(([name]) => ({ class: name, where: 'document', detail: 'not allowed in a brief' }))
}

async function outlineTexts(document: pdfjs.PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = []
  const visit = (nodes: readonly { readonly title: string; readonly items: readonly unknown[] }[]): void => {
    for (const node of nodes) {
      texts.push(node.title)
      visit(node.items as typeof nodes)
    }
  }
  visit((await document.getOutline()) ?? [])
  return texts
}
