/** The worked example as a log: the shipped records, read by the same importer as everybody's (records.md). */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { applyChange, emptyLog, type Log } from '../core/log.ts'
import { planImport } from './planImport.ts'

/**
 * A new log with the worked example in it. Labels are those of the file: public facts CLEAR, the rest guarded.
 * Throws when the shipped file is missing or has a row that does not import: that is a defect of ours.
 */
export async function createDemoLog(resourcesDir: string, now: string, newId: () => string): Promise<Log> {
  const fileName = 'records.jsonl'
  const bytes = await readFile(path.join(resourcesDir, 'demo', fileName))
  const log = emptyLog(now, true)
  const planned = await planImport({ bytes, fileName, format: 'records', log, now, newId })
  if (!planned.ok) throw new Error(`worked example: ${planned.error.code}`)
  const bad = planned.value.rejected[0]
  if (bad) throw new Error(`worked example, row ${bad.row}, ${bad.column}: ${bad.code}`)
  return applyChange(log, planned.value.change).log
}
