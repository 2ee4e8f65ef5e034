/**
 * What the pages of a PDF show, for the gate: the text of each in the order of the file and by its places. Nothing else
 * of the gate loads PDF.js, which takes more memory than all the rest of it.
 */
import { type Evidence, evidence, type FoundText } from './evidence.ts'
import type { PdfOrigin, PdfToRead } from './pdf.ts'
import { type PageText, type PdfReading, readPdfPages } from './pdfPages.ts'

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
  const both = (how: FoundText['how'], text: string, where: string) =>
    inBothDirections({ how, text, where }, origin === 'any')
  return [...both('prose', shown, `page ${page}`), ...both('placed', placed, `page ${page}, by place`)]
}

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
