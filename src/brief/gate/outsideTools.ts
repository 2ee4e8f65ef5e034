/**
 * The same search over what other people's programs read in a file, where they are installed: poppler, qpdf and
 * exiftool. Each alone is weak; none of them shares code with our reader or writer.
 */
import { execFile } from 'node:child_process'
import type { Finding } from './finding.ts'
import type { TextSearch } from './text.ts'

interface OutsideTool {
  readonly name: string
  readonly args: (file: string) => readonly string[]
  readonly forPdfOnly: boolean
  /** A status that is not zero is a finding of its own. */
  readonly mustSucceed?: boolean
}

const TOOLS: readonly OutsideTool[] = [
  { name: 'pdftotext', args: (file) => ['-raw', file, '-'], forPdfOnly: true },
  { name: 'pdfinfo', args: (file) => ['-struct-text', file], forPdfOnly: true },
  {
    name: 'qpdf',
    args: (file) => ['--qdf', '--object-streams=disable', file, '-'],
    forPdfOnly: true,
    mustSucceed: true,
  },
  { name: 'exiftool', args: (file) => ['-a', '-G1', '-s', '-ee', '-u', file], forPdfOnly: false },
]
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024
const TIMEOUT_MS = 120_000
/** Values shorter than this turn up by chance in a rewritten file's bytes. */
const SHORTEST_RAW = 6

export interface OutsideAnswer {
  readonly findings: readonly Finding[]
  /** Tools that ran, by name. */
  readonly tools: readonly string[]
}

/** @param file absolute path; tools that are not installed are left out. */
export async function checkWithTools(
  file: string,
  isPdf: boolean,
  search: TextSearch,
): Promise<OutsideAnswer> {
  const answers = await Promise.all(
    TOOLS.filter((tool) => isPdf || !tool.forPdfOnly).map((tool) => ask(tool, file, search)),
  )
  const ran = answers.filter((answer) => answer !== null)
  return { findings: ran.flatMap(({ findings }) => findings), tools: ran.map(({ tool }) => tool) }
}

async function ask(tool: OutsideTool, file: string, search: TextSearch) {
  const answer = await run(tool.name, tool.args(file))
  if (answer === null) return null
  const found =
    tool.name === 'qpdf'
      ? search.raw(answer.text, tool.name, SHORTEST_RAW)
      : search.readable(answer.text, tool.name)
  const broken: Finding[] =
    tool.mustSucceed && answer.failed
      ? [{ class: 'pdf/structure', where: tool.name, detail: 'the tool cannot read the file' }]
      : []
  return { tool: tool.name, findings: [...found, ...broken] }
}

/** Null when the program is not installed. */
function run(
  name: string,
  args: readonly string[],
): Promise<{ readonly text: string; readonly failed: boolean } | null> {
  return new Promise((resolve) => {
    const options = { maxBuffer: MAX_OUTPUT_BYTES, timeout: TIMEOUT_MS, encoding: 'buffer' as const }
    execFile(name, [...args], options, (error, stdout) => {
      if (error !== null && 'code' in error && error.code === 'ENOENT') resolve(null)
      // qpdf ends with 3 for warnings, which are no refusal.
      else resolve({ text: new TextDecoder().decode(stdout), failed: error !== null && error.code !== 3 })
    })
  })
}
