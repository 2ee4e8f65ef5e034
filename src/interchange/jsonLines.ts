/** A text of one JSON value per line, read line by line. */
import { decodeText } from './decodeText.ts'
import { UnreadableFile } from './unreadableFile.ts'

const MAX_LINE = 8_000_000
/** Deeper than any record; a hostile nest would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 20

/** Lines that say something. Throws {@link UnreadableFile} `import/line-too-long` for a line no record could need. */
export function* readLines(
  bytes: Uint8Array,
): Generator<{ readonly line: string; readonly fraction: number }> {
  let rest = ''
  for (const { text, fraction } of decodeText(bytes)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > MAX_LINE) throw new UnreadableFile('import/line-too-long')
    for (const line of lines) if (line.trim() !== '') yield { line: line.trim(), fraction }
  }
  if (rest.trim() !== '') yield { line: rest.trim(), fraction: 1 }
}

/** Is the value nested no deeper than a record can be? */
export function isWithinDepth(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    level = level.flatMap((inner) => (isNest(inner) ? Object.values(inner) : []))
    if (level.length === 0) return true
  }
  return false
}

const isNest = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
