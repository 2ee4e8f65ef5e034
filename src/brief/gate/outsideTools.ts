/**
 * The same search over what other people's programs read in a file, where they are installed: poppler, qpdf, mutool,
 * exiftool, mat2, and tesseract over the pages as pictures. Each alone is weak; none of them shares code with our
 * reader or writer. What they say is read from their output: nothing of the file is written to disk.
 */
import { stat } from 'node:fs/promises'
import { legible } from './byteViews.ts'
import { foldForGate } from './canaryForms.ts'
import type { Finding } from './finding.ts'
import { readAsAnEye } from './outsideOcr.ts'
import { type Answer, runProgram, secondsFor } from './runProgram.ts'
import type { TextSearch } from './text.ts'

export interface OutsideTool {
  readonly name: string
  readonly args: (file: string) => readonly string[]
  readonly forPdfOnly: boolean
  /** What the answer itself says, beside what the search finds in it. */
  readonly judge?: (answer: Answer) => readonly Finding[]
  /** Bytes rather than text for people. */
  readonly isRaw?: boolean
}

const pdf = (name: string, before: readonly string[], after: readonly string[] = []): OutsideTool => ({
  name,
  args: (file) => [...before, file, ...after],
  forPdfOnly: true,
})

const TOOLS: readonly OutsideTool[] = [
  pdf('pdftotext', ['-layout'], ['-']),
  pdf('pdftotext', ['-raw'], ['-']),
  pdf('pdfinfo', []),
  pdf('pdfinfo', ['-meta']),
  pdf('pdfinfo', ['-struct-text']),
  pdf('pdfinfo', ['-url']),
  { ...pdf('pdfinfo', ['-js']), judge: ({ text }) => spoken(text, 'pdf/script', 'pdfinfo') },
  {
    ...pdf('pdfinfo', ['-dests']),
    judge: ({ text }) =>
      spoken(text.replace(/^Page\s+Destination\s+Name\s*$/m, ''), 'pdf/named-destination', 'pdfinfo'),
  },
  {
    ...pdf('pdfimages', ['-list']),
    judge: ({ text }) => spoken(text.split('\n').slice(2).join(''), 'pdf/picture', 'pdfimages'),
  },
  {
    ...pdf('pdfdetach', ['-list']),
    judge: ({ text }) => spoken(text.replace(/^0 embedded files\s*$/, ''), 'pdf/attachment', 'pdfdetach'),
  },
  { ...pdf('qpdf', ['--check']), judge: ({ status }) => broken(status) },
  {
    ...pdf('qpdf', ['--qdf', '--object-streams=disable'], ['-']),
    judge: ({ status }) => broken(status),
    isRaw: true,
  },
  pdf('mutool', ['draw', '-q', '-F', 'txt']),
  {
    name: 'exiftool',
    args: (file) => ['-a', '-G1', '-s', '-ee', '-u', ...WITHOUT_NAMES, file],
    forPdfOnly: false,
  },
  { name: 'mat2', args: (file) => ['--show', file], forPdfOnly: false },
]
/** Where the file lies on this machine is not in the file. */
const WITHOUT_NAMES = ['--System:all', '--ExifTool:all', '--File:FileName', '--File:Directory']
/** Values shorter than this turn up by chance in a rewritten file's bytes. */
const SHORTEST_RAW = 6
/** qpdf ends with 3 for warnings, which are no refusal. */
const WARNINGS = 3

export interface OutsideAnswer {
  readonly findings: readonly Finding[]
  /** Tools that ran, by name. */
  readonly tools: readonly string[]
  /** Tools that would have been asked and are not installed. */
  readonly missing: readonly string[]
  /** Tools whose time was over, or that read a part only, with what they were asked: what they did not read is not known to be clean. */
  readonly unfinished: readonly string[]
}

/** @param file absolute path; tools that are not installed are named in the answer. */
export async function checkWithTools(
  file: string,
  isPdf: boolean,
  search: TextSearch,
): Promise<OutsideAnswer> {
  const findings: Finding[] = []
  const ran = new Map<string, boolean>()
  const unfinished = new Set<string>()
  const { size } = await stat(file)
  // One after the other: each may take all of a small machine.
  for (const tool of TOOLS.filter((each) => isPdf || !each.forPdfOnly)) {
    const isAbsent = ran.get(tool.name) === false
    const answer = isAbsent ? null : await runProgram(tool.name, tool.args(file), secondsFor(size))
    ran.set(tool.name, answer !== null)
    if (answer === null) continue
    findings.push(...findingsOf(tool, answer, search))
    if (!answer.isFinished) unfinished.add(nameOf(tool))
  }
  const seen = await readAsAnEye(file, size, isPdf, search)
  ran.set('tesseract', seen !== null)
  findings.push(...(seen?.findings ?? []))
  if (typeof seen?.unread === 'string') unfinished.add(`tesseract (${seen.unread})`)
  const names = (is: boolean): string[] => [...ran].filter(([, did]) => did === is).map(([name]) => name)
  return { findings, tools: names(true), missing: names(false), unfinished: [...unfinished] }
}

/** A tool with what it is asked to do. */
const nameOf = (tool: OutsideTool): string =>
  [tool.name, ...tool.args('').filter((arg) => /^-{1,2}[a-z][a-z-]+$/.test(arg))].join(' ')

function findingsOf(tool: OutsideTool, answer: Answer, search: TextSearch): Finding[] {
  const where = nameOf(tool)
  const found = tool.isRaw
    ? search.raw(foldForGate(legible(answer.text, SHORTEST_RAW, true)), where, SHORTEST_RAW)
    : search.prose(answer.text, where)
  // A program that was stopped says nothing by its status.
  return [...found, ...(answer.isFinished ? (tool.judge?.(answer) ?? []) : [])]
}

function spoken(text: string, name: Finding['class'], where: string): Finding[] {
  return text.trim() === '' ? [] : [{ class: name, where, detail: 'as this program reads it' }]
}

function broken(status: number): Finding[] {
  return status === 0 || status === WARNINGS
    ? []
    : [{ class: 'pdf/structure', where: 'qpdf', detail: 'the tool cannot read the file' }]
}
