/** What the bytes and objects of a PDF say, to the last byte: by our own parser, every object and every stream of it. */
import { hash } from 'node:crypto'
import { otherViews } from './byteViews.ts'
import { type Evidence, evidence, type FoundText, type RawText, rawTexts } from './evidence.ts'
import type { PdfToRead } from './pdf.ts'
import { type Allowed, ANY_PDF, BRIEF } from './pdfAllowed.ts'
import { type PdfFile, readPdfFile } from './pdfFile.ts'
import { resourceFindings } from './pdfResources.ts'
import { stringTexts } from './pdfStrings.ts'
import { structureFindings } from './pdfStructure.ts'
import { latin1, type PdfValue, pdfText } from './pdfTokens.ts'
import { isDictionary, stringOf } from './pdfTypes.ts'

/** Characters of streams that are told at once: whoever searches them need not hold all that a file unpacks to. */
const RAW_AT_ONCE = 500_000

/** Tells what a file says, its streams one after the other; returns its objects. */
export function readObjects(
  { bytes, origin, hasFarScripts }: PdfToRead,
  tell: (found: Evidence) => void,
): PdfFile {
  const allowed: Allowed = origin === 'any' ? ANY_PDF : BRIEF
  const file = readPdfFile(bytes)
  tell(
    evidence({
      findings: [...file.findings, ...structureFindings(bytes, file, allowed), ...resourceFindings(file)],
      texts: [...objectTexts(file), ...(origin === 'made' ? [] : stringTexts(file, allowed))],
      digests: digestStrings(bytes, file),
    }),
  )
  let waiting = rawTexts(bytes, 'file', hasFarScripts)
  const tellRaw = () => {
    tell(evidence({ raw: waiting }))
    waiting = []
  }
  for (const { stream, number } of file.objects) {
    if (lengthOf(waiting) > RAW_AT_ONCE) tellRaw()
    if (stream !== null) waiting.push(...rawTexts(stream, `stream of object ${number}`, hasFarScripts))
  }
  tellRaw()
  return file
}

const lengthOf = (raw: readonly RawText[]): number => raw.reduce((sum, { text }) => sum + text.length, 0)

/** Names and strings of every object: keys, alternative texts, destinations, ids. */
function objectTexts({ objects, trailers, comments }: PdfFile): FoundText[] {
  const numbered = objects.map((object) => ({
    where: `object ${object.number}`,
    strings: stringsOf(object.value),
  }))
  return [
    ...numbered.flatMap(({ where, strings }) => (strings.length === 0 ? [] : [readable(strings, where)])),
    readable(trailers.flatMap(stringsOf), 'trailer'),
    readable(comments.map(latin1), 'comments'),
  ]
}

const readable = (strings: readonly string[], where: string): FoundText => ({
  how: 'readable',
  text: strings.join('\n'),
  where,
})

function stringsOf(value: PdfValue): string[] {
  const texts: string[] = []
  const visit = (each: PdfValue): void => {
    if (Array.isArray(each)) for (const inner of each) visit(inner)
    else if (isDictionary(each)) {
      for (const [key, inner] of each.entries) {
        texts.push(key)
        visit(inner)
      }
    } else if (typeof each === 'object' && each !== null && 'type' in each) {
      if (each.type === 'name') texts.push(each.name)
      if (each.type === 'string') texts.push(...new Set([pdfText(each.bytes), ...otherTexts(each.bytes)]))
    }
  }
  visit(value)
  return texts
}

const otherTexts = (string: Uint8Array): string[] => otherViews(string).map(({ text }) => text)

/** Strings that are no text: the id of a file above all, which for a brief is the hash of the brief itself. */
function digestStrings(bytes: Uint8Array, { objects, trailers }: PdfFile): Evidence['digests'] {
  const own = contentId(bytes, trailers)
  const found: { bytes: Uint8Array; where: string }[] = []
  const visit = (value: PdfValue, where: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, where)
    else if (isDictionary(value)) for (const each of value.entries.values()) visit(each, where)
    const string = stringOf(value)
    if (string !== null && NO_TEXT.test(latin1(string)) && Buffer.from(string).toString('hex') !== own)
      found.push({ bytes: new Uint8Array(string), where })
  }
  for (const trailer of trailers) visit(trailer, 'trailer')
  for (const { number, value } of objects) visit(value, `object ${number}`)
  return found
}

const NO_TEXT = /[^\x20-\x7e\s]/

/** The id of a file if it is what a brief's is: the hash of its bytes with an id of zeros. */
function contentId(bytes: Uint8Array, trailers: PdfFile['trailers']): string | null {
  const ids = trailers.flatMap(({ entries }) => {
    const value = entries.get('ID')
    const first = Array.isArray(value) ? stringOf(value[0]) : null
    return first === null ? [] : [Buffer.from(first).toString('hex')]
  })
  const [id] = ids
  if (id === undefined) return null
  const blank = latin1(bytes).replaceAll(id.toUpperCase(), '0'.repeat(id.length))
  return hash('sha256', Buffer.from(blank, 'latin1'), 'hex').startsWith(id) ? id : null
}
