/**
 * `--accept-text FILE`: the texts of a brief that a person has read, as they read them. A JSON array or JSON Lines of
 * strings, or of objects with `text`, such as `brief --dry-run --json` lists. A text is accepted by its exact content.
 */
import { textKey } from '../core/redaction/policies/text.ts'
import { usage } from './exit.ts'

/** Keys of the texts in the file; throws a usage failure when it is not of that form. */
export function parseAcceptedTexts(untrustedText: string): ReadonlySet<string> {
  const untrusted = parseWhole(untrustedText) ?? parseLines(untrustedText)
  return new Set(untrusted.map((each) => textKey(textOf(each))))
}

/** A whole document: an array, or what a dry run prints. Null when the file is none. */
function parseWhole(text: string): readonly unknown[] | null {
  try {
    const untrusted: unknown = JSON.parse(text)
    if (Array.isArray(untrusted)) return untrusted
    const isReport = typeof untrusted === 'object' && untrusted !== null && 'texts' in untrusted
    return isReport && Array.isArray(untrusted.texts) ? untrusted.texts : null
  } catch {
    return null
  }
}

function parseLines(text: string): readonly unknown[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line): unknown => {
      try {
        return JSON.parse(line)
      } catch {
        throw unreadable()
      }
    })
}

function textOf(untrusted: unknown): string {
  if (typeof untrusted === 'string') return untrusted
  const hasText = typeof untrusted === 'object' && untrusted !== null && 'text' in untrusted
  if (hasText && typeof untrusted.text === 'string') return untrusted.text
  throw unreadable()
}

const unreadable = () =>
  usage(
    'cli/accepted-unreadable',
    '--accept-text takes a JSON array or JSON Lines of texts, or of objects with a text.',
  )
