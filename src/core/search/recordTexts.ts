/**
 * All that a record is found by, in one go: by the search over everything, and by the words of a query. Most of what
 * the first looks into the second does too: every text is there once.
 */
import { partsOf } from '../query.ts'
import type { AnyRecord, Kind } from '../records.ts'
import { recordText } from './recordText.ts'
import type { RecordTexts } from './toldTexts.ts'

/** The texts of a record of that kind, or of what the window is shown of it. */
export function recordTexts(kind: Kind, record: object): RecordTexts {
  const { title, lines } = recordText(kind, record as AnyRecord)
  const parts = partsOf(record)
  let from = 0
  const body = lines.map((line) => {
    const at = parts.indexOf(line, from)
    if (at < 0) return line
    from = at + 1
    return at
  })
  return { kind, title, parts, body }
}
