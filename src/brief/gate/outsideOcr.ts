/**
 * Reads pages and pictures as an eye does: poppler paints them, tesseract reads the paint. Finds names in pictures,
 * and letters whose codes say something else than their shapes. Pages go through pipes, never through a file.
 */
import type { Finding } from './finding.ts'
import { runProgram, secondsFor } from './runProgram.ts'
import type { TextSearch } from './text.ts'

const DOTS_PER_INCH = '150'
const LANGUAGES = ['eng', 'rus', 'ara']

/** Reading a page takes seconds; what a longer file says is read by the other programs. */
const MOST_PAGES = 30

export interface OcrAnswer {
  readonly findings: readonly Finding[]
  /** What no eye has looked at, in words for people; null when all was. */
  readonly unread: string | null
}

/** Null when tesseract, or for a PDF poppler, is not installed. `size`: bytes of the file. */
export async function readAsAnEye(
  file: string,
  size: number,
  isPdf: boolean,
  search: TextSearch,
): Promise<OcrAnswer | null> {
  const seconds = secondsFor(size)
  const listed = await runProgram('tesseract', ['--list-langs'], seconds)
  if (listed === null) return null
  const installed = new Set(listed.text.split(/\s+/))
  const languages = LANGUAGES.filter((language) => installed.has(language)).join('+')
  if (languages === '') return null
  if (!isPdf) {
    const read = await runProgram('tesseract', [file, '-', '-l', languages], seconds)
    if (read === null) return null
    const unread = read.isFinished ? null : 'the picture'
    return { findings: seen(read.text, 'the picture', search), unread }
  }
  const counted = await runProgram('pdfinfo', [file], seconds)
  if (counted === null) return null
  const pages = Number(/^Pages:\s+(\d+)/m.exec(counted.text)?.[1] ?? 0)
  if (pages === 0) return { findings: [], unread: 'all pages' }
  return readPages(file, pages, languages, seconds, search)
}

async function readPages(
  file: string,
  pages: number,
  languages: string,
  seconds: number,
  search: TextSearch,
): Promise<OcrAnswer | null> {
  const findings: Finding[] = []
  const unread: string[] = []
  for (let page = 1; page <= Math.min(pages, MOST_PAGES); page += 1) {
    const args = ['-r', DOTS_PER_INCH, '-f', String(page), '-l', String(page), '-png', file]
    const painted = await runProgram('pdftoppm', args, seconds)
    if (painted === null) return null
    const read = painted.isFinished
      ? await runProgram(
          'tesseract',
          ['-', '-', '-l', languages],
          secondsFor(painted.bytes.length),
          painted.bytes,
        )
      : painted
    if (read === null) return null
    if (painted.isFinished) findings.push(...seen(read.text, `page ${page}`, search))
    if (!read.isFinished || !painted.isFinished) unread.push(`page ${page}`)
  }
  if (pages > MOST_PAGES) unread.push(`pages ${MOST_PAGES + 1} to ${pages}`)
  return { findings, unread: unread.length === 0 ? null : unread.join(', ') }
}

const seen = (text: string, where: string, search: TextSearch): Finding[] =>
  search.prose(text, `${where}, as an eye reads it`)
