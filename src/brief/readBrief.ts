/**
 * Somebody's brief, read from its JSON form. Nothing in the file is trusted: it is bounded in size and depth, held to the
 * published schema and to the one canonical spelling, and its texts are only ever shown as texts. Nothing it names is
 * opened or loaded.
 */
import { createHash } from 'node:crypto'
import { type AppError, appError } from '../core/appError.ts'
import { BRIEF_FORMAT, type BriefContent } from '../core/redaction/briefData.ts'
import { err, ok, type Result } from '../core/result.ts'
import { parseBriefData } from './briefVersions.ts'
import { canonicalJson, type JsonValue } from './canonicalJson.ts'
import { isTooDeep } from './gate/json.ts'
import { hasForbiddenCharacter } from './printableText.ts'

/** Larger files are refused before they are read: a brief of ten thousand incidents has half of that. */
export const MOST_BYTES = 16 * 1024 * 1024
/** Rows of all lists together, which a window can show. */
const MOST_ROWS = 20_000

export interface ReadBrief {
  readonly data: BriefContent
  /** Hexadecimal, of the whole file. */
  readonly sha256: string
}

/**
 * Errors: `reading/too-large`; `reading/not-a-brief` for what is no JSON of this format or does not fit its schema;
 * `reading/newer-version`, `reading/older-version` {version} for what this version does not read; `reading/not-canonical` for a file that was changed after it
 * was made.
 */
export function readBrief(untrusted: Uint8Array): Result<ReadBrief, AppError> {
  if (untrusted.byteLength > MOST_BYTES) return err(appError('reading/too-large'))
  const text = decode(untrusted)
  const value = text === null || isTooDeep(text) ? undefined : parse(text)
  if (text === null || typeof value !== 'object' || value === null)
    return err(appError('reading/not-a-brief'))
  if (!('format' in value) || value.format !== BRIEF_FORMAT) return err(appError('reading/not-a-brief'))
  const parsed = parseBriefData(value)
  if (!parsed.ok) {
    const { error } = parsed
    return error.code === 'not-in-schema'
      ? err(appError('reading/not-a-brief'))
      : err(appError(`reading/${error.code}`, { version: error.version }))
  }
  if (hasForbiddenCharacter(value)) return err(appError('reading/not-a-brief'))
  const { data, asWritten } = parsed.value
  const rows = [
    data.incidents,
    data.claims,
    data.people,
    data.sources,
    data.organisations,
    data.contacts,
    data.actions,
  ]
  if (rows.reduce((sum, list) => sum + list.length, 0) > MOST_ROWS) return err(appError('reading/too-large'))
  if (!isCanonical(asWritten, text)) return err(appError('reading/not-canonical'))
  return ok({ data, sha256: createHash('sha256').update(untrusted).digest('hex') })
}

function decode(untrusted: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(untrusted)
  } catch {
    return null
  }
}

function parse(text: string): unknown {
  try {
    const untrusted: unknown = JSON.parse(text)
    return untrusted
  } catch {
    return undefined
  }
}

/** A key given twice, a space or another spelling of a number hides something from whoever reads the file otherwise. */
function isCanonical(value: JsonValue, text: string): boolean {
  try {
    return `${canonicalJson(value)}\n` === text
  } catch {
    return false
  }
}
