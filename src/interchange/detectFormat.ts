/** Tells a file's format from its content; the name is not asked. */
import { beginningOf } from './decodeText.ts'
import type { ImportRequest } from './importPlan.ts'
import { UnreadableFile } from './unreadableFile.ts'

const SNIFF = 65_536

/**
 * `csv` leaves open which data set it is. Throws {@link UnreadableFile}: `import/format-not-yet` for formats we know
 * of but cannot read, `import/format-unknown`, `import/empty`.
 */
export function detectFormat(request: Pick<ImportRequest, 'bytes' | 'format'>): 'csv' | 'ucdp' | 'records' {
  const { bytes, format } = request
  if (format !== 'auto' && format !== 'csv' && format !== 'ucdp' && format !== 'records') {
    throw new UnreadableFile('import/format-not-yet', { format })
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) {
    throw new UnreadableFile('import/format-not-yet', { format: 'xlsx' })
  }
  const text = beginningOf(bytes, SNIFF).trimStart()
  if (text === '') throw new UnreadableFile('import/empty')
  if (format !== 'auto') return format
  if (text.startsWith('<')) {
    if (text.includes('<MartusBulletins'))
      throw new UnreadableFile('import/format-not-yet', { format: 'martus' })
    throw new UnreadableFile('import/format-unknown')
  }
  if (text.startsWith('[')) throw new UnreadableFile('import/format-unknown')
  if (!text.startsWith('{')) return 'csv'
  if (looksLikeRecords(text)) return 'records'
  throw new UnreadableFile('import/format-unknown')
}

/** One JSON object per line, the first of which says its type; a single large document is something else. */
function looksLikeRecords(text: string): boolean {
  const lines = text.split(/\r?\n|\r/).filter((line) => line.trim() !== '')
  if (lines.slice(0, 5).some((line) => /^\s*\{.*"type"\s*:/.test(line))) {
    return !/^\s*\{\s*"type"\s*:\s*"FeatureCollection"/.test(lines[0] ?? '')
  }
  return false
}
