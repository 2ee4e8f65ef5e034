/**
 * The pages as a reader program shows them, by PDF.js: another author and another code base than the writers'.
 * Text of every page in the order of the file, and whether any of it is set so that nobody sees it.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { BRIEF_LANGUAGES } from '../../core/redaction/briefData.ts'
import { briefText } from '../briefText.ts'
import type { Finding } from './finding.ts'
import { hiddenText } from './pdfHiddenText.ts'

// PDF.js looks here before it goes and loads a worker file, which a bundle does not have.
Object.assign(globalThis, { pdfjsWorker })

export interface PageText {
  readonly page: number
  /** Lines as they are shown. */
  readonly shown: string
}

export interface PdfReading {
  readonly pages: readonly PageText[]
  /** Every other text the reader would show: title, outline, annotations, file names. */
  readonly texts: readonly { readonly where: string; readonly text: string }[]
  readonly xmp: string | null
  readonly info: ReadonlyMap<string, unknown>
  readonly findings: readonly Finding[]
}

/** Reads a PDF back. Null when PDF.js cannot open it. */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfReading | null> {
  const task = pdfjs.getDocument({
    // A copy: PDF.js takes the memory for itself, and refuses Node's Buffer.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  try {
    return await readDocument(await task.promise)
  } catch {
    return null
  } finally {
    await task.destroy()
  }
}

async function readDocument(document: pdfjs.PDFDocumentProxy): Promise<PdfReading> {
  const pages: PageText[] = []
  const findings: Finding[] = []
  const texts: { where: string; text: string }[] = []
  const bars = new Set(BRIEF_LANGUAGES.map((language) => squeezeBar(briefText(language)('bar.redacted'))))
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    const items = content.items.filter((item) => 'str' in item)
    pages.push({
      page: number,
      shown: items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''),
    })
    for (const annotation of await page.getAnnotations()) {
      const untrustedTexts = Object.entries(annotation as Record<string, unknown>)
      for (const [key, value] of untrustedTexts) {
        if (typeof value === 'string')
          texts.push({ where: `annotation on page ${number}, ${key}`, text: value })
      }
    }
    findings.push(
      ...hiddenText(await page.getOperatorList(), page.view, number, (text) => bars.has(squeezeBar(text))),
    )
    page.cleanup()
  }
  return {
    pages,
    texts: [...texts, ...(await outlineTexts(document))],
    findings: [...findings, ...(await extras(document))],
    ...(await metadata(document)),
  }
}

/** Brackets are mirrored from right to left, and letters come in either order: only which ones there are counts. */
function squeezeBar(text: string): string {
  return [...text.normalize('NFKC').replace(/[^\p{L}]/gu, '')].sort().join('')
}

async function metadata(document: pdfjs.PDFDocumentProxy): Promise<Pick<PdfReading, 'xmp' | 'info'>> {
  const { info, metadata } = await document.getMetadata()
  return { info: new Map(Object.entries(info)), xmp: metadata?.getRaw() ?? null }
}

/** What PDF.js itself says is there and should not be, a second opinion on the structure. */
async function extras(document: pdfjs.PDFDocumentProxy): Promise<Finding[]> {
  const found: [string, boolean][] = [
    ['pdf/attachment', (await document.getAttachments()) !== null],
    ['pdf/script', (await document.hasJSActions()) || (await document.getJSActions()) !== null],
    ['pdf/form', (await document.getFieldObjects()) !== null],
    ['pdf/action', (await document.getOpenAction()) !== null],
    ['pdf/page-labels', (await document.getPageLabels()) !== null],
    ['pdf/layers', [...((await document.getOptionalContentConfig()) ?? [])].length > 0],
    ['pdf/encrypted', (await document.getPermissions()) !== null],
  ]
  return found
    .filter(([, is]) => is)
    .map(([name]) => ({ class: name, where: 'document', detail: 'not allowed in a brief' }))
}

async function outlineTexts(document: pdfjs.PDFDocumentProxy): Promise<{ where: string; text: string }[]> {
  const texts: { where: string; text: string }[] = []
  const visit = (nodes: readonly { readonly title: string; readonly items: readonly unknown[] }[]): void => {
    for (const node of nodes) {
      texts.push({ where: 'outline', text: node.title })
      visit(node.items as typeof nodes)
    }
  }
  visit((await document.getOutline()) ?? [])
  return texts
}
