/**
 * SQLite by better-sqlite3, and SQLCipher by better-sqlite3-multiple-ciphers: one table of id and JSON, write-ahead log,
 * synchronous=FULL, so that a commit is on the disk when it returns. There is no index on the date: the first screen
 * is found by a scan, and saving and importing are as cheap as they can be.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import type { Incident } from '../../src/core/incident.ts'
import type { Edit, Engine, OpenLog } from './Engine.ts'

/** What is used of the package, which ships no types. */
interface Statement {
  readonly reader: boolean
  run(...values: readonly unknown[]): unknown
  get(...values: readonly unknown[]): unknown
  all(...values: readonly unknown[]): unknown[]
  pluck(): Statement
}
interface Database {
  prepare(sql: string): Statement
  exec(sql: string): unknown
  transaction(work: () => void): () => void
  close(): unknown
}
type DatabaseConstructor = new (file: string) => Database

export const SQLITE_PACKAGE = 'better-sqlite3'
export const SQLCIPHER_PACKAGE = 'better-sqlite3-multiple-ciphers'

const constructorSchema = z.custom<DatabaseConstructor>((untrusted) => typeof untrusted === 'function')
const rowSchema = z.strictObject({ id: z.string(), title: z.string(), when: z.string() })
/** A raw key, so that no key derivation is measured. */
const KEY_HEX = '09'.repeat(32)
// The process aborts when a statement (13.x) or a database (12.x) is collected as garbage under Node 24: all are kept.
const kept: unknown[] = []

/** Null when the package is not installed under `benchFolder`, or not compiled for this Node. */
export function loadSqlite(packageName: string, benchFolder: string): DatabaseConstructor | null {
  try {
    const Database = constructorSchema.parse(
      createRequire(path.join(benchFolder, 'package.json'))(packageName),
    )
    connect(Database, ':memory:').close()
    return Database
  } catch {
    return null
  }
}

/** An engine on `packageName`; throws when it cannot be loaded. */
export function sqliteEngine(packageName: string, benchFolder: string): Engine {
  const Database = loadSqlite(packageName, benchFolder)
  if (Database === null) throw new Error(`${packageName} is not installed`)
  const open = (file: string): Database => {
    const database = connect(Database, file)
    if (packageName === SQLCIPHER_PACKAGE) {
      setPragma(database, `cipher='sqlcipher'`)
      setPragma(database, `key="x'${KEY_HEX}'"`)
    }
    setPragma(database, 'journal_mode=WAL')
    setPragma(database, 'synchronous=FULL')
    return database
  }
  return {
    async create(file, log) {
      const database = open(file)
      database.exec('create table incident(id text primary key, json text not null)')
      const opened = openLog(database)
      await opened.import(Object.values(log.incidents))
      await opened.close()
    },
    async open(file) {
      return openLog(open(file))
    },
  }
}

function connect(Database: DatabaseConstructor, file: string): Database {
  const database = new Database(file)
  kept.push(database)
  return database
}

function prepare(database: Database, sql: string): Statement {
  const statement = database.prepare(sql)
  kept.push(statement)
  return statement
}

function setPragma(database: Database, text: string): void {
  const statement = prepare(database, `pragma ${text}`)
  if (statement.reader) statement.all()
  else statement.run()
}

function openLog(database: Database): OpenLog {
  const put = prepare(
    database,
    'insert into incident(id, json) values(?, ?) on conflict(id) do update set json = excluded.json',
  )
  const get = prepare(database, 'select json from incident where id = ?').pluck()
  const newest = prepare(
    database,
    `select id, json ->> '$.title' as title, json ->> '$.when' as "when" from incident order by 3 desc, 1 limit ?`,
  )
  const all = prepare(database, 'select json from incident').pluck()
  const parse = (json: unknown): Incident => JSON.parse(String(json))
  const edit = ({ id, ...fields }: Edit): void => {
    put.run(id, JSON.stringify({ ...parse(get.get(id)), ...fields }))
  }
  return {
    newest: (count) => newest.all(count).map((untrustedRow) => rowSchema.parse(untrustedRow)),
    read: (id) => parse(get.get(id)),
    readAll: () => all.all().map(parse),
    async save(change) {
      edit(change)
    },
    async saveTogether(edits) {
      database.transaction(() => edits.forEach(edit))()
    },
    async import(incidents) {
      database.transaction(() => {
        for (const incident of incidents) put.run(incident.id, JSON.stringify(incident))
      })()
    },
    async close() {
      // Closing moves the write-ahead log into the file and removes it.
      database.close()
    },
  }
}
