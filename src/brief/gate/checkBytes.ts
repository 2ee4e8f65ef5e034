/** The release gate: finished bytes in, findings out. No file leaves Daybook while there is one. */
import { BRIEF_LANGUAGES, briefDataSchema, type Canary } from '../../core/redaction/briefData.ts'
import { catalogueConstants } from '../briefText.ts'
import { XMP_BOILERPLATE } from '../pdfMetadata.ts'
import { allStrings } from '../printableText.ts'
import { byteViews } from './byteViews.ts'
import { fileVocabulary } from './fileVocabulary.ts'
import { distinctFindings, type Finding } from './finding.ts'
import { jsonFindings, readJson } from './json.ts'
import { checkWithTools, type OutsideAnswer } from './outsideTools.ts'
import { pdfFindings } from './pdf.ts'
import { isDictionary, readPdfFile } from './pdfFile.ts'
import { latin1, pdfText } from './pdfTokens.ts'
import { pictureFindings, pictureType } from './picture.ts'
import { createTextSearch, type Excuses, type TextSearch } from './text.ts'

export interface CheckInput extends Excuses {
  readonly bytes: Uint8Array
  readonly canaries: readonly Canary[]
}

/** Checks a PDF, JSON or picture; anything else is `file/unknown-type`. */
export async function checkBytes({ bytes, canaries, ...excuses }: CheckInput): Promise<Finding[]> {
  return distinctFindings(await findingsByType(bytes, createTextSearch(canaries, excuses)))
}

export interface ForeignFile {
  readonly bytes: Uint8Array
  readonly canaries: readonly Canary[]
  /** What the log publishes anyway: public contacts, safe wordings, days of assessments. */
  readonly published: readonly string[]
  /** Labels of terms and names of places, which are nobody's. */
  readonly shipped: readonly string[]
  /** Absolute path for other people's programs to read too; null to do without them. */
  readonly fileForTools: string | null
}

/**
 * Checks a file nobody vouches for: a JSON brief may say what it says itself; anything else only what every brief
 * prints, its own day, and what the log publishes.
 */
export async function checkFile(file: ForeignFile): Promise<OutsideAnswer> {
  const { bytes, canaries, published, shipped, fileForTools } = file
  const brief = briefDataSchema.safeParse(readJson(bytes))
  const constants = [
    ...BRIEF_LANGUAGES.flatMap(catalogueConstants),
    XMP_BOILERPLATE,
    ...fileVocabulary(),
    ...shipped,
  ]
  const said = brief.success ? allStrings(brief.data) : []
  const allowed = [...said, ...constants, ...ownDay(bytes), ...published]
  // Without the data nobody can say which words of a file were typed, so what the log lets out stands for them.
  const excuses = { allowed, constants, own: published }
  const findings = await checkBytes({ bytes, canaries, ...excuses })
  if (fileForTools === null) return { findings, tools: ['pdf.js'] }
  const isPdf = latin1(bytes.subarray(0, 1024)).startsWith('%PDF-')
  const outside = await checkWithTools(fileForTools, isPdf, createTextSearch(canaries, excuses))
  return {
    findings: distinctFindings([...findings, ...outside.findings]),
    tools: ['pdf.js', ...outside.tools],
  }
}

/** The as-of day of a PDF brief, which is the only date in its metadata. */
function ownDay(bytes: Uint8Array): string[] {
  const created = readPdfFile(bytes).objects.flatMap(({ value }) => {
    const date = isDictionary(value) ? value.entries.get('CreationDate') : undefined
    const isText = typeof date === 'object' && date !== null && 'type' in date && date.type === 'string'
    return isText ? [pdfText(date.bytes)] : []
  })
  const match = /^D:(\d{4})(\d{2})(\d{2})000000Z$/.exec(created[0] ?? '')
  return match ? [`${match[1]}-${match[2]}-${match[3]}`] : []
}

async function findingsByType(bytes: Uint8Array, search: TextSearch): Promise<Finding[]> {
  const start = latin1(bytes.subarray(0, 1024))
  if (start.startsWith('%PDF-')) return pdfFindings(bytes, search)
  if (/^(?:\xef\xbb\xbf)?\s*[[{]/.test(start)) return jsonFindings(bytes, search)
  const raw = byteViews(bytes).flatMap((view) => search.raw(view.text, `file as ${view.name}`, view.shortest))
  const type = pictureType(bytes)
  if (type !== null) return [...pictureFindings(bytes, type), ...raw]
  return [{ class: 'file/unknown-type', where: 'file', detail: 'not a PDF, JSON or picture' }, ...raw]
}
