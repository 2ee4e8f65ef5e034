/**
 * How much script the window reads: to show the unlock screen, to show the first table of an open log, with a record
 * beside it, and in all. Words, the guide among them, and names of places do not count (they grow with languages, not
 * with the program), nor the outline of the map, nor does pdf.js, which is read when somebody looks at the pages of a
 * brief.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { PackageProblem } from './packageRules.ts'

/** kB of 1,000 bytes. */
export const MAX_KILOBYTES = { unlock: 690, table: 900, record: 1035, all: 1465 } as const
type Part = keyof typeof MAX_KILOBYTES
export type RendererSize = Readonly<Record<Part, number>>

const NOT_COUNTED =
  /^(en|ru|ar|es|fr|(?:brief|term|date|wording|guide)Words|places|worldFine|divisionLines|pdfDocument|pdf\.worker\.min)-/
const UNLOCK = /^index-/
const TABLE = /^(index|Shell|IncidentsScreen)-/
const RECORD = /^(index|Shell|IncidentsScreen|RecordPanel)-/
const STATIC_IMPORT = /(?:^|[;}])\s*(?:import|export)\s*(?:[^"'`;()]*?from\s*)?["']\.\/([^"']+\.js)["']/g

/** The scripts that a chunk cannot do without, and itself. */
function withImports(roots: readonly string[], code: (name: string) => string): ReadonlySet<string> {
  const found = new Set(roots)
  for (const name of found) {
    for (const [, imported] of code(name).matchAll(STATIC_IMPORT)) if (imported) found.add(imported)
  }
  return found
}

/** Measures the built window, in bytes. @param folder `out/renderer/assets`. */
export function measureRenderer(folder: string): RendererSize {
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const code = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  const bytes = (chosen: Iterable<string>) => {
    let sum = 0
    for (const name of chosen) if (!NOT_COUNTED.test(name)) sum += statSync(path.join(folder, name)).size
    return sum
  }
  const named = (pattern: RegExp) => names.filter((name) => pattern.test(name))
  return {
    unlock: bytes(withImports(named(UNLOCK), code)),
    table: bytes(withImports(named(TABLE), code)),
    record: bytes(withImports(named(RECORD), code)),
    all: bytes(names),
  }
}

/** What is larger than it may be. */
export function findSizeProblems(size: RendererSize): readonly PackageProblem[] {
  const parts = Object.entries(MAX_KILOBYTES) as readonly (readonly [Part, number])[]
  return parts
    .filter(([part, most]) => size[part] > most * 1000)
    .map(([part, most]) => ({
      where: `out/renderer (${part})`,
      what: `${kilobytes(size[part])} of script, at most ${most} kB`,
    }))
}

/** For the report of a check. */
export function sizeLine(size: RendererSize): string {
  return `script of the window: ${Object.entries(size)
    .map(([part, bytes]) => `${part} ${kilobytes(bytes)}`)
    .join(', ')}`
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`
