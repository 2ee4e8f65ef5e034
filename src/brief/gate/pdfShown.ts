/**
 * What the pages of a PDF show, for the gate: the text of each in the order of the file and by its places. Nothing else
 * of the gate loads PDF.js, which takes more memory than all the rest of it.
 */
import { type Evidence, evidence, type FoundText } from './evidence.ts'
import type { PdfOrigin, PdfToRead } from './pdf.ts'
import { type PageText, type PdfReading, readPdfPages } from './pdfPages.ts'
import { hasRightToLeft, type Turning, turnedLines } from './turnedLines.ts'

/** Pages are told by so many, so that they are searched while the next ones are read. */
const PAGES_AT_ONCE = 8

/** Tells what each page says. Returns what was read, which is held against the objects next; null when nothing could be. */
export async function readPages(
  { bytes, origin }: PdfToRead,
  tell: (found: Evidence) => void,
): Promise<PdfReading | null> {
  const waiting: PageText[] = []
  const tellPages = () =>
    tell(evidence({ texts: waiting.splice(0).flatMap((page) => pageTexts(page, origin)) }))
  const reading = await readPdfPages(bytes, origin === 'made', (page) => {
    if (waiting.push(page) === PAGES_AT_ONCE) tellPages()
  })
  tellPages()
  if (reading !== null) return reading
  const unreadable = { class: 'pdf/unreadable' as const, where: 'file', detail: 'PDF.js cannot read it' }
  tell(evidence({ findings: [unreadable] }))
  return null
}

function pageTexts({ page, shown, placed }: PageText, origin: PdfOrigin): FoundText[] {
  // Numbers and words of other scripts are turned round only where the writer is not known: "19.5" of a brief of ours is
  // not somebody's 5.91.
  const ours = (turning: Turning): Turning => (origin === 'any' ? 'all' : turning)
  return [
    ...inBothDirections({ how: 'prose', text: shown, where: `page ${page}` }, ours('words-and-numbers')),
    ...inBothDirections({ how: 'placed', text: placed, where: `page ${page}, by place` }, ours('words')),
  ]
}

/** Right-to-left text can come out in either order of letters. */
function inBothDirections(found: FoundText, turning: Turning): FoundText[] {
  if (!hasRightToLeft(found.text)) return [found]
  const text = turnedLines(found.text, turning)
  return [found, { how: 'turned', text, where: `${found.where}, read backwards` }]
}
