/** Leaks in the file around the page: put into a finished PDF, as a careless last step of an exporter would. */
import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName, PDFString, rgb, StandardFonts } from 'pdf-lib'
import type { Log } from '../../../src/core/log.ts'
import { EXPORTERS, type Exporter, type Made } from './exportBrief.ts'

export interface PlantedPdfLeak {
  readonly name: string
  readonly form: 'pdf'
  readonly exporter: Exporter
}

const cleanByMade = new WeakMap<Made, Promise<Uint8Array>>()

/** The page is set once for all leaks of one log. */
function cleanPdf(made: Made): Promise<Uint8Array> {
  const known = cleanByMade.get(made) ?? EXPORTERS.pdf(made)
  cleanByMade.set(made, known)
  return known
}

const inPdf = (name: string, change: (pdf: PDFDocument, log: Log) => unknown): PlantedPdfLeak => ({
  name,
  form: 'pdf',
  exporter: async (made) => {
    const pdf = await PDFDocument.load(await cleanPdf(made), { updateMetadata: false })
    await change(pdf, made.log)
    return pdf.save({ addDefaultPage: false })
  },
})

const aName = ({ persons }: Log): string =>
  Object.values(persons).find(({ realName }) => realName)?.realName ?? ''
const lastSave = ({ incidents }: Log): string =>
  Object.values(incidents)
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1) ?? ''
/** In the letters that a standard font has. */
const inLatin = (text: string): string => Buffer.from(text).toString('base64')

export const PDF_LEAKS: readonly PlantedPdfLeak[] = [
  inPdf('the author', (pdf, log) => pdf.setAuthor(aName(log))),
  inPdf('the time of the last save', (pdf, log) => pdf.setModificationDate(new Date(lastSave(log)))),
  inPdf('keywords from tags', (pdf, { incidents }) =>
    pdf.setKeywords(Object.values(incidents).flatMap(({ tags }) => tags)),
  ),
  inPdf('a hash of the log in /ID', (pdf, log) => {
    const id = createHash('md5').update(JSON.stringify(log.persons)).digest('hex')
    pdf.context.trailerInfo.ID = pdf.context.obj([PDFHexString.of(id), PDFHexString.of(id)])
  }),
  inPdf('an attachment', (pdf, { evidence }) =>
    pdf.attach(new Uint8Array([1]), `${Object.values(evidence)[0]?.sha256.slice(0, 6)}.bin`),
  ),
  inPdf('white text', async (pdf, log) => {
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    pdf.getPage(0).drawText(inLatin(aName(log)), { x: 20, y: 20, size: 8, font, color: rgb(1, 1, 1) })
  }),
  inPdf('a gap as wide as a name', async (pdf, log) => {
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    const width = font.widthOfTextAtSize(inLatin(aName(log)), 8)
    pdf.getPage(0).drawText('said so.', { x: 20 + width, y: 20, size: 8, font })
  }),
  inPdf('pages for what was left out', (pdf, { incidents }) => {
    const left = Object.values(incidents).filter(({ confidentiality }) => confidentiality === 'RED').length
    for (let page = 0; page < left; page += 1) pdf.addPage()
  }),
  inPdf('an object that nothing leads to', (pdf, log) =>
    pdf.context.register(PDFString.of(inLatin(aName(log)))),
  ),
  inPdf('private data of the application', (pdf, log) =>
    pdf.catalog.set(
      PDFName.of('PieceInfo'),
      pdf.context.obj({ Daybook: { LastModified: PDFString.of(lastSave(log)) } }),
    ),
  ),
  inPdf('a note on the page', (pdf, log) => {
    const note = pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 9, 9],
      Contents: PDFHexString.fromText(aName(log)),
    })
    pdf.getPage(0).node.set(PDFName.of('Annots'), pdf.context.obj([note]))
  }),
  inPdf('names of destinations', (pdf, { incidents }) =>
    pdf.catalog.set(PDFName.of('Dests'), pdf.context.obj({ [Object.keys(incidents)[0] ?? '']: [0] })),
  ),
  {
    name: 'bytes after the end',
    form: 'pdf',
    exporter: async (made) =>
      Buffer.concat([await cleanPdf(made), Buffer.from(inLatin(aName(made.log)).slice(0, 4))]),
  },
  {
    name: 'an earlier revision',
    form: 'pdf',
    exporter: async (made) => {
      const clean = Buffer.from(await cleanPdf(made))
      const object = `9999 0 obj (${Object.keys(made.log.history).length}) endobj\n`
      return Buffer.concat([clean, Buffer.from(`${object}startxref\n0\n%%EOF\n`)])
    },
  },
]
