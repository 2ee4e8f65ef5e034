/** The worked example as a log: the shipped records, read by the same importer as everybody's (records.md). */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { applyChange, emptyLog, type Log } from '../core/log.ts'
import { planImport } from './planImport.ts'

/** Languages the worked example is written in; the same records under the same ids. */
export const DEMO_LANGUAGES = ['en', 'ru'] as const
export type DemoLanguage = (typeof DEMO_LANGUAGES)[number]

/** The language of the worked example for somebody who reads `language` (BCP 47); English where there is no other. */
export function demoLanguage(language: string): DemoLanguage {
  const primary = language.toLowerCase().split(/[-_]/)[0]
  return DEMO_LANGUAGES.find((each) => each === primary) ?? 'en'
}

/** The file of the worked example, under `resources/demo`. */
export function demoFile(language: DemoLanguage): string {
  return language === 'en' ? 'records.jsonl' : `records.${language}.jsonl`
}

/**
 * A new log with the worked example in it. Labels are those of the file: public facts CLEAR, the rest guarded.
 * Throws when the shipped file is missing or has a row that does not import: that is a defect of ours.
 */
export async function createDemoLog(
  resourcesDir: string,
  language: DemoLanguage,
  now: string,
  newId: () => string,
): Promise<Log> {
  const fileName = demoFile(language)
  const bytes = await readFile(path.join(resourcesDir, 'demo', fileName))
  const log = emptyLog(now, true)
  const planned = await planImport({ bytes, fileName, format: 'records', log, now, newId })
  if (!planned.ok) throw new Error(`worked example: ${planned.error.code}`)
  const bad = planned.value.rejected[0]
  if (bad) throw new Error(`worked example, row ${bad.row}, ${bad.column}: ${bad.code}`)
  return applyChange(log, planned.value.change).log
}
