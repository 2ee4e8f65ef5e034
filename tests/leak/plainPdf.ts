/** A plain PDF of another program, clean, and ways to write page content and objects into it by hand. */
import {
  PDFArray,
  type PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFString,
  StandardFonts,
} from 'pdf-lib'

export const SECRET = 'Magomed Testkhanov'

/** One page of text in a font that every reader has. */
export async function plainPdf(
  change: (document: PDFDocument) => unknown = () => undefined,
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  page.drawText('Detentions in the northern districts', { x: 60, y: 760, size: 16, font })
  page.drawText('Twelve persons were detained in the spring of that year.', { x: 60, y: 720, size: 11, font })
  page.drawText('None of them has been brought before a judge.', { x: 60, y: 700, size: 11, font })
  await change(document)
  return document.save({ useObjectStreams: false })
}

/** Adds operators after the page's own; `/H` is Helvetica. */
export async function content(document: PDFDocument, operators: string, where: 'end' | 'start' = 'end') {
  const { node } = document.getPage(0)
  const font = await document.embedFont(StandardFonts.Helvetica)
  node.setFontDictionary(PDFName.of('H'), font.ref)
  const stream = document.context.register(document.context.flateStream(operators))
  const contents = node.normalizedEntries().Contents ?? PDFArray.withContext(document.context)
  if (where === 'end') contents.push(stream)
  else contents.insert(0, stream)
  node.set(PDFName.of('Contents'), contents)
}

/** Operators that show a text at a place. */
export const show = (text: string, x = 60, y = 600, size = 11): string =>
  `BT /H ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`

/** Sets a key of the catalog. */
export function setInCatalog(document: PDFDocument, key: string, value: PDFObject): void {
  document.catalog.set(PDFName.of(key), value)
}

/** Adds an annotation to the first page. */
export function annotate(document: PDFDocument, entries: Record<string, unknown>): void {
  const { context } = document
  const annotation = context.obj({ Type: 'Annot', Rect: [60, 590, 200, 610], ...entries } as Parameters<
    typeof context.obj
  >[0])
  const { node } = document.getPage(0)
  const annotations = node.Annots() ?? PDFArray.withContext(context)
  annotations.push(context.register(annotation))
  node.set(PDFName.of('Annots'), annotations)
}

/** A picture of grey squares as an image object, with its own resource name on the page. */
export function picture(document: PDFDocument, name: string, pixels: Uint8Array, width: number): void {
  const { context } = document
  const image = context.flateStream(pixels, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: pixels.length / width,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
  })
  document.getPage(0).node.setXObject(PDFName.of(name), context.register(image))
}

export const text = (value: string): PDFString => PDFString.of(value)
export const dictionary = (document: PDFDocument, entries: Record<string, unknown>): PDFDict =>
  document.context.obj(entries as Parameters<typeof document.context.obj>[0]) as unknown as PDFDict
