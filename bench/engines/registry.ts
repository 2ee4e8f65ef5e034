/** The engines by name, and which of them this machine has. */
import { JSONFile } from 'lowdb/node'
import type { Engine } from './Engine.ts'
import { lowdbEngine } from './lowdbLog.ts'
import { loadSqlite, SQLCIPHER_PACKAGE, SQLITE_PACKAGE, sqliteEngine } from './sqlite.ts'
import { WholeFileAdapter } from './WholeFileAdapter.ts'

/** Those that hold records. */
export const LOG_ENGINES = [
  'daybook',
  'sqlcipher',
  'better-sqlite3',
  'lowdb-json',
  'whole-file-encrypted',
  'json-parse',
] as const
export type LogEngineName = (typeof LOG_ENGINES)[number]
export const ENGINES = [...LOG_ENGINES, 'append'] as const
export type EngineName = (typeof ENGINES)[number]

const PACKAGES: Partial<Record<EngineName, string>> = {
  sqlcipher: SQLCIPHER_PACKAGE,
  'better-sqlite3': SQLITE_PACKAGE,
}

/** Why an engine cannot take part, as a sentence; null when it can. Rivals are looked for from `benchFolder`. */
export function whyAbsent(name: EngineName, benchFolder: string): string | null {
  const packageName = PACKAGES[name]
  if (packageName === undefined || loadSqlite(packageName, benchFolder) !== null) return null
  return `${name} is left out: ${packageName} is not installed for this Node (npm run bench -- install).`
}

/** Loads an engine; only what is asked for, so that a process holds no other engine's code. */
export async function loadEngine(name: LogEngineName, benchFolder: string): Promise<Engine> {
  switch (name) {
    case 'daybook':
      return (await import('./daybook.ts')).daybook
    case 'sqlcipher':
      return sqliteEngine(SQLCIPHER_PACKAGE, benchFolder)
    case 'better-sqlite3':
      return sqliteEngine(SQLITE_PACKAGE, benchFolder)
    case 'lowdb-json':
      return lowdbEngine((file) => new JSONFile(file))
    case 'whole-file-encrypted':
      return lowdbEngine((file) => new WholeFileAdapter(file))
    case 'json-parse':
      return (await import('./jsonParse.ts')).jsonParse
  }
}
