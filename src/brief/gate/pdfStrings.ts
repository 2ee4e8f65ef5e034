/**
 * Strings of the objects of a PDF and names that its writer chose, as text for people: a field's value, the title of a
 * tag, the key of a class. A surname alone or an inflected one is looked for in them as on a page. What packs or ids are
 * made of is no text, and names that every PDF has are nobody's.
 */
import type { FoundText } from './evidence.ts'
import type { Allowed } from './pdfAllowed.ts'
import type { PdfFile } from './pdfFile.ts'
import { type PdfValue, pdfText } from './pdfTokens.ts'
import { isDictionary, nameOf, stringOf } from './pdfTypes.ts'

const CONTROL = /(?![\t\n\r])\p{Cc}/u
const WORD = /\p{L}{2}/u
/** Names of fonts and of kinds are in Latin letters whatever the log says, and often somebody's name ("Roman"). */
const NAMED_BY_OTHERS: ReadonlySet<string> = new Set([
  'BaseFont',
  'FontName',
  'Encoding',
  'Filter',
  'Type',
  'Subtype',
])

/** One text an object; none for an object without words. */
export function stringTexts({ objects, trailers }: PdfFile, { keys }: Allowed): FoundText[] {
  const look = (value: PdfValue, where: string): FoundText[] => {
    const text = [...wordsOf(value, keys)].join('\n')
    return text === '' ? [] : [{ how: 'prose', text, where: `strings of ${where}` }]
  }
  return [
    ...objects.flatMap(({ number, value }) => look(value, `object ${number}`)),
    ...trailers.flatMap((trailer) => look(trailer, 'trailer')),
  ]
}

function* wordsOf(value: PdfValue, known: ReadonlySet<string>): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* wordsOf(each, known)
  else if (isDictionary(value)) {
    for (const [key, each] of value.entries) {
      if (!known.has(key) && WORD.test(key)) yield key
      if (!NAMED_BY_OTHERS.has(key)) yield* wordsOf(each, known)
    }
  } else {
    const bytes = stringOf(value)
    const text = bytes === null ? nameOf(value) : pdfText(bytes)
    if (text !== null && WORD.test(text) && !CONTROL.test(text)) yield text
  }
}
