/**
 * Reads pages and pictures as an eye does: poppler paints them, tesseract reads the paint. Finds names in pictures,
 * and letters whose codes say something else than their shapes. Pages go through pipes, never through a file.
 */
import type { Finding } from './finding.ts'
import { runProgram } from './runProgram.ts'
import type { TextSearch } from './text.ts'

const DOTS_PER_INCH = '150'
const LANGUAGES = ['eng', 'rus', 'ara']

/** Reading a page takes seconds; what a longer file says is read by the other programs. */
const MOST_PAGES = 30
const LIMIT_MS = 180_000

export interface OcrAnswer {
  readonly findings: readonly Finding[]
  /** Were all pages read? */
  readonly isFinished: boolean
}

/** Null when tesseract, or for a PDF poppler, is not installed. */
export async function readAsAnEye(
  file: string,
  isPdf: boolean,
  search: TextSearch,
): Promise<OcrAnswer | null> {
  const listed = await runProgram('tesseract', ['--list-langs'])
  if (listed === null) return null
  const installed = new Set(listed.text.split(/\s+/))
  const languages = LANGUAGES.filter((language) => installed.has(language)).join('+')
  if (languages === '') return null
  if (!isPdf) {
    const read = await runProgram('tesseract', [file, '-', '-l', languages])
    return read === null
      ? null
      : { findings: seen(read.text, 'the picture', search), isFinished: read.isFinished }
  }
  const pages = await pageCount(file)
  return pages === null ? null : readPages(file, pages, languages, search)
}

async function readPages(
  file: string,
  pages: number,
  languages: string,
  search: TextSearch,
): Promise<OcrAnswer | null> {
  const signal = AbortSignal.timeout(LIMIT_MS)
  const findings: Finding[] = []
  for (let page = 1; page <= Math.min(pages, MOST_PAGES); page += 1) {
    const args = ['-r', DOTS_PER_INCH, '-f', String(page), '-l', String(page), '-png', file]
    const painted = await runProgram('pdftoppm', args, undefined, signal)
    if (painted === null) return null
    if (!painted.isFinished) return { findings, isFinished: false }
    const read = await runProgram('tesseract', ['-', '-', '-l', languages], painted.bytes, signal)
    if (read === null) return null
    findings.push(...seen(read.text, `page ${page}`, search))
    if (!read.isFinished) return { findings, isFinished: false }
  }
  return { findings, isFinished: pages <= MOST_PAGES }
}

const seen = (text: string, where: string, search: TextSearch): Finding[] =>
  search.prose(text, `${where}, as an eye reads it`)

async function pageCount(file: string): Promise<number | null> {
  const answer = await runProgram('pdfinfo', [file])
  const pages = /^Pages:\s+(\d+)/m.exec(answer?.text ?? '')?.[1]
  return answer === null ? null : Number(pages ?? 0)
}
