/** Where commands print. With --json nothing but the machine's answer goes to stdout. */

export interface Output {
  /** A line for people. */
  line(text: string): void
  /** One JSON document. */
  document(value: unknown): void
  /** One line of JSON Lines. */
  jsonLine(value: unknown): void
}

export const standardOutput: Output = {
  line: (text) => void process.stdout.write(`${text}\n`),
  document: (value) => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
  jsonLine: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
}

/** Columns padded to their widest cell; wide enough for a terminal, cut at 100 characters a cell. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const cut = rows.map((row) => row.map((cell) => (cell.length > 100 ? `${cell.slice(0, 99)}…` : cell)))
  const widths = (cut[0] ?? []).map((_, at) => Math.max(...cut.map((row) => (row[at] ?? '').length)))
  return cut.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
