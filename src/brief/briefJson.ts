/** BriefData → bytes of the JSON form: canonical (RFC 8785), UTF-8, one newline at the end. */
import { type BriefData, briefDataSchema } from '../core/redaction/briefData.ts'
import { canonicalJson } from './canonicalJson.ts'

/** Throws when the data do not fit the published schema: that is a defect of ours, not of the user's log. */
export function briefJson(data: BriefData): Uint8Array {
  // Parsed again, so that a field the schema does not name can never be written.
  return new TextEncoder().encode(`${canonicalJson(briefDataSchema.parse(data))}\n`)
}
