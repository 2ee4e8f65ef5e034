/** A whole log from JSON, each record by its schema; throws where the vault would refuse it. */
import { LOG_COLLECTIONS, LOG_SCHEMA, type Log } from '../../src/core/log.ts'

export function parseLog(untrusted: Readonly<Record<string, unknown>>): Log {
  const log: Record<string, unknown> = { meta: LOG_SCHEMA.parseMeta(untrusted.meta) }
  for (const name of LOG_COLLECTIONS) {
    const records: Record<string, object> = {}
    for (const [id, untrustedRecord] of Object.entries(untrusted[name] ?? {})) {
      const record = LOG_SCHEMA.parseRecord(name, untrustedRecord)
      if (record.id !== id) throw new Error(`${name}: key ${id} is not the id`)
      records[id] = record
    }
    log[name] = records
  }
  return log as unknown as Log
}
