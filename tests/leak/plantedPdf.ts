/** A clean brief, and ways to plant a leak in it: each takes bytes and gives bytes, by the writer's own library. */
import {
  PDFDocument,
  type PDFHexString,
  PDFName,
  type PDFString,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib'
import { makeBrief } from '../../src/brief/makeBrief.ts'
import type { BriefContent, Canary } from '../../src/core/redaction/briefData.ts'
import { RESOURCES, sampleBrief, sampleLabel } from '../unit/brief/sampleBrief.ts'

export const SECRET = 'Magomed Testkhanov'

export function canary(value: string, protectedAs: Canary['protected'], field = 'realName'): Canary {
  return { value, protected: protectedAs, where: { kind: 'persons', id: '7k2m9q', field } }
}

/** What the planted log protects. */
export const CANARIES: readonly Canary[] = [
  canary(SECRET, 'identity'),
  canary('+7 928 123-45-67', 'identity', 'contacts.value'),
  canary('2017-04-13', 'date', 'incidents.when'),
  canary('43.318251', 'number', 'where.lat'),
  canary('q7v0m3x9k2c8b1n5d4f6', 'id', 'id'),
  canary('house behind the old mill', 'text', 'where.text'),
]

export async function makeSample(change: Partial<BriefContent> = {}, canaries = CANARIES) {
  return makeBrief({
    data: sampleBrief('en', 3, change),
    canaries,
    resourcesDir: RESOURCES,
    label: sampleLabel,
    forms: ['pdf', 'json'],
  })
}

const LATER = { useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }

export async function edit(
  bytes: Uint8Array,
  change: (document: PDFDocument) => unknown,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  await change(document)
  return document.save(LATER)
}

/** Draws text on the first page; `options` decide how nobody sees it. */
export async function draw(
  document: PDFDocument,
  text: string,
  options: { size?: number; x?: number; white?: boolean; invisible?: boolean } = {},
): Promise<void> {
  const font = await document.embedFont(StandardFonts.Helvetica)
  const { size = 10, x = 60, white = false, invisible = false } = options
  if (invisible) document.getPage(0).pushOperators(setTextRenderingMode(TextRenderingMode.Invisible))
  document.getPage(0).drawText(text, { x, y: 100, size, font, color: white ? rgb(1, 1, 1) : rgb(0, 0, 0) })
}

/** Adds a value to the document information. */
export function setInfo(document: PDFDocument, key: string, value: PDFHexString | PDFString): void {
  const { context } = document
  const info = context.lookup(context.trailerInfo.Info)
  if (info && 'set' in info && typeof info.set === 'function') info.set(PDFName.of(key), value)
}

/** Replaces text inside the XMP packet. */
export function editXmp(document: PDFDocument, change: (xmp: string) => string): void {
  const { context, catalog } = document
  const reference = catalog.get(PDFName.of('Metadata'))
  const stream = context.lookup(reference)
  if (!stream || !('getContentsString' in stream) || typeof stream.getContentsString !== 'function')
    throw new Error('no XMP')
  const xmp = Buffer.from(String(stream.getContentsString()), 'latin1').toString('utf8')
  catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(Buffer.from(change(xmp), 'utf8'), { Type: 'Metadata', Subtype: 'XML' })),
  )
}

/** Adds an object that the catalog refers to, or that nobody refers to. */
export function addStream(
  document: PDFDocument,
  content: Uint8Array | string,
  reachable = true,
  compressed = false,
): void {
  const { context, catalog } = document
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const reference = context.register(compressed ? context.flateStream(bytes) : context.stream(bytes))
  if (reachable) catalog.set(PDFName.of('PieceInfo'), reference)
}
