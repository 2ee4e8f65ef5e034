/** The texts of a record as they are told from one thread to another, and how they are read there. No schema. */
import type { Kind } from '../records.ts'
import type { RecordText } from './recordText.ts'

export interface RecordTexts {
  readonly kind: Kind
  readonly title: string
  /** Every text that a query looks into. */
  readonly parts: readonly string[]
  /** The text of the search, line by line: places in `parts`, or the line itself where it is not among them. */
  readonly body: readonly (number | string)[]
}

/** What the search over everything looks into. */
export function searchedText({ title, parts, body }: RecordTexts): RecordText {
  return { title, body: body.map((line) => (typeof line === 'number' ? parts[line] : line)).join('\n') }
}

/** What the words of a query are looked for in, not folded. */
export const queriedText = ({ parts }: RecordTexts): string => parts.join('\n')
