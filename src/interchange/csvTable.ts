/**
 * A CSV file as a header and a stream of rows. Finds the delimiter, reads CRLF, LF and CR, doubled quotes and
 * quoted line breaks; rows of another length than the header are handed on as they are, for the caller to reject.
 */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { beginningOf, decodeText } from './decodeText.ts'
import { UnreadableFile } from './unreadableFile.ts'

export const MAX_COLUMNS = 1_000
export const MAX_CELL = 200_000
/** A quote that is never closed would otherwise swallow the file. */
const MAX_ROW = 4_000_000
const SNIFF = 65_536
const DELIMITERS = [',', ';', '\t', '|'] as const

export interface CsvRow {
  readonly cells: readonly string[]
  /** How much of the file has been read, 0 to 1. */
  readonly fraction: number
}

export interface CsvTable {
  /** Trimmed, in the order of the file. */
  readonly headers: readonly string[]
  /** To be read once. Throws {@link UnreadableFile} when the rest of the file makes no sense. */
  readonly rows: AsyncIterable<CsvRow>
}

/** Reads the header. Throws {@link UnreadableFile}: `import/empty`, `import/too-many-columns`, `import/csv-unreadable`. */
export async function openCsv(bytes: Uint8Array): Promise<CsvTable> {
  const rows = readRows(bytes)[Symbol.asyncIterator]()
  const first = await rows.next()
  if (first.done) throw new UnreadableFile('import/empty')
  if (first.value.cells.length > MAX_COLUMNS) {
    throw new UnreadableFile('import/too-many-columns', { columns: first.value.cells.length })
  }
  return {
    headers: first.value.cells.map((cell) => cell.trim()),
    rows: { [Symbol.asyncIterator]: () => rows },
  }
}

async function* readRows(bytes: Uint8Array): AsyncGenerator<CsvRow> {
  let fraction = 0
  const pieces = function* (): Generator<string> {
    for (const piece of decodeText(bytes)) {
      fraction = piece.fraction
      yield piece.text
    }
  }
  const parser = parse({
    delimiter: delimiterOf(firstLine(beginningOf(bytes, SNIFF))),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW,
  })
  const source = Readable.from(pieces())
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const untrustedRow of parser) {
      const cells: readonly unknown[] = Array.isArray(untrustedRow) ? untrustedRow : []
      yield { cells: cells.map((cell) => (typeof cell === 'string' ? cell : '')), fraction }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableFile('import/csv-unreadable', { reason: error.code })
  } finally {
    source.destroy()
    parser.destroy()
  }
}

/** The first line that says something; quoted line breaks belong to it. */
function firstLine(text: string): string {
  let quoted = false
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '"') quoted = !quoted
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (text.slice(from, at).trim() !== '') return text.slice(from, at)
      from = at + 1
    }
  }
  return text.slice(from)
}

/** The candidate that cuts the header into most columns; a comma when none does. */
export function delimiterOf(headerLine: string): string {
  const unquoted = headerLine.replaceAll(/"[^"]*"/g, '')
  let best: string = ','
  let most = 0
  for (const candidate of DELIMITERS) {
    const count = unquoted.split(candidate).length - 1
    if (count > most) {
      best = candidate
      most = count
    }
  }
  return best
}
