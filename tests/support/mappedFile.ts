import { writeFileSync } from 'node:fs'
import path from 'node:path'

/** A table of incidents and the mapping for it, in a folder. @param rows lines of "case,date,dead" */
export function writeMappedFile(folder: string, rows: readonly string[]): { file: string; mapping: string } {
  const [file, mapping] = [path.join(folder, 'cases.csv'), path.join(folder, 'mapping.json')]
  writeFileSync(file, `${['Case,Date,Dead', ...rows].join('\n')}\n`)
  writeFileSync(
    mapping,
    JSON.stringify({
      format: 'csv',
      kind: 'incidents',
      columns: {
        Case: { field: 'externalId' },
        Date: { field: 'when', date: 'edtf' },
        Dead: { field: 'counts.killed.best' },
      },
    }),
  )
  return { file, mapping }
}
