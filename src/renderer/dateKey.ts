/** What dates sort by. A table asks for that of each row, and many rows are of one day: each date is read once. */
import { edtfSortKey } from '../core/edtfSpan.ts'

/** More different dates than logs have; then it begins anew. */
const MOST = 50_000
const keys = new Map<string, string | undefined>()

/** Text in the order of the days an EDTF date may begin with; undefined when it has none, so that it goes last. */
export function dateKey(edtf: string): string | undefined {
  if (keys.has(edtf)) return keys.get(edtf)
  if (keys.size >= MOST) keys.clear()
  const key = edtfSortKey(edtf) ?? undefined
  keys.set(edtf, key)
  return key
}
