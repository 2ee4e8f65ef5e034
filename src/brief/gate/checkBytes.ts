/** The release gate: finished bytes in, findings out. No file leaves Daybook while there is one. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { BRIEF_LANGUAGES, type Canary } from '../../core/redaction/briefData.ts'
import { catalogueConstants } from '../briefText.ts'
import { XMP_BOILERPLATE } from '../pdfMetadata.ts'
import { allStrings } from '../printableText.ts'
import { SHIPPED_CODES } from '../vocabularyLabel.ts'
import { searchEvidence } from './evidence.ts'
import { fileVocabulary } from './fileVocabulary.ts'
import { distinctFindings, type Finding } from './finding.ts'
import { readJson } from './json.ts'
import { checkWithTools, type OutsideAnswer } from './outsideTools.ts'
import { ownJsonForm } from './ownForms.ts'
import type { PdfOrigin } from './pdf.ts'
import { type PdfFile, readPdfFile } from './pdfFile.ts'
import { latin1, pdfText } from './pdfTokens.ts'
import { isDictionary, isNamed, stringOf } from './pdfTypes.ts'
import { type EvidenceParts, pdfStart, readEvidence } from './readEvidence.ts'
import { createTextSearch, type Excuses, type TextSearch } from './text.ts'

export interface CheckInput extends Excuses {
  readonly bytes: Uint8Array
  readonly canaries: readonly Canary[]
  /** A brief unless said otherwise. */
  readonly origin?: PdfOrigin
}

/**
 * Checks a PDF, JSON, table of incidents or picture; anything else is `file/unknown-type`. A defect of a reader is a finding too: what
 * could not be read to its end was not found clean.
 */
export async function checkBytes(input: CheckInput): Promise<Finding[]> {
  const { bytes, canaries, origin = 'brief', ...excuses } = input
  return createGate(canaries, () => excuses).check(bytes, origin)
}

export interface Gate {
  /**
   * Makes ready what takes long and needs no file. It holds up its thread: to be called while another process makes
   * the file.
   */
  prepare(): void
  /** Files given one after the other without waiting are read side by side, a PDF first. */
  check(bytes: Uint8Array, origin: PdfOrigin): Promise<Finding[]>
}

/** {@link checkBytes} for several files that say the same: what is looked for is prepared once. */
export function createGate(canaries: readonly Canary[], excusesOf: () => Excuses): Gate {
  const hasFarScripts = haveFarScripts(canaries)
  let search: TextSearch | null = null
  const prepared = (): TextSearch => {
    search ??= createTextSearch(canaries, excusesOf())
    return search
  }
  const check = async (bytes: Uint8Array, origin: PdfOrigin): Promise<Finding[]> => {
    // A PDF is read in other threads while the search is made ready here.
    const parts = readEvidence(bytes, origin, hasFarScripts)
    return distinctFindings(await searchAll(parts, prepared()))
  }
  return {
    prepare() {
      try {
        prepared()
      } catch {
        // A defect, which comes again when a file is checked, and refuses it there.
      }
    },
    check: (bytes, origin) =>
      refusedOnDefect(
        () => check(bytes, origin),
        [{ class: 'file/unreadable', where: 'file', detail: DEFECT }],
      ),
  }
}

/** Searches what the readers find as they find it; the findings are in the order of the readers, whichever was first. */
async function searchAll(readers: readonly EvidenceParts[], search: TextSearch): Promise<Finding[]> {
  const ofReaders = readers.map(async (parts) => {
    const findings: Finding[] = []
    for await (const part of parts) {
      findings.push(...searchEvidence(part, search))
      await nextTurn()
    }
    return findings
  })
  return (await Promise.all(ofReaders)).flat()
}

const FAR = /[\u0e00-\u1dff\u2100-\ufb1c]/

/** Does a value have letters of scripts that random bytes turn into? */
const haveFarScripts = (canaries: readonly Canary[]): boolean => canaries.some(({ value }) => FAR.test(value))

const DEFECT = 'the gate failed while it read it'

async function refusedOnDefect<T>(check: () => Promise<T>, refusal: T): Promise<T> {
  try {
    return await check()
  } catch {
    return refusal
  }
}

export interface ForeignFile {
  readonly bytes: Uint8Array
  readonly canaries: readonly Canary[]
  /** What the log publishes anyway: public contacts, safe wordings, days of assessments. */
  readonly published: readonly string[]
  /** Labels of terms and names of places, which are nobody's. */
  readonly shipped: readonly string[]
  /** What it is called, without folders. */
  readonly name: string
  /** Absolute path for other people's programs to read too; null to do without them. */
  readonly fileForTools: string | null
}

/**
 * Checks a file nobody vouches for: a JSON brief may say what it says itself; anything else only what every brief
 * prints, its own day, and what the log publishes.
 */
export async function checkFile(file: ForeignFile): Promise<OutsideAnswer> {
  return refusedOnDefect(() => readFile(file), {
    findings: [{ class: 'file/unreadable', where: 'file', detail: DEFECT }],
    tools: [],
    missing: [],
    unfinished: [],
  })
}

async function readFile(file: ForeignFile): Promise<OutsideAnswer> {
  const { bytes, canaries, published, shipped, name, fileForTools } = file
  const said = saidByItself(bytes)
  const pdf = pdfStart(bytes) === null ? null : readPdfFile(bytes)
  const constants = [
    ...BRIEF_LANGUAGES.flatMap(catalogueConstants),
    XMP_BOILERPLATE,
    ...fileVocabulary(),
    ...shipped,
  ]
  const allowed = [...said, ...constants, ...(pdf === null ? [] : ownDay(pdf)), ...published]
  // Without the data nobody can say which words of a file were typed, so what the log lets out stands for them.
  const excuses = { allowed, constants, own: published, vetted: published, codes: SHIPPED_CODES }
  const search = createTextSearch(canaries, excuses)
  const parts = readEvidence(bytes, pdf === null ? 'any' : originOf(pdf), haveFarScripts(canaries))
  const findings = [
    ...(await searchAll(parts, search)),
    ...search.prose(name, 'name of the file').map((each): Finding => ({ ...each, class: 'file/name' })),
  ]
  if (fileForTools === null)
    return { findings: distinctFindings(findings), tools: ['pdf.js'], missing: [], unfinished: [] }
  const outside = await checkWithTools(fileForTools, pdf !== null, search)
  return {
    findings: distinctFindings([...findings, ...outside.findings]),
    tools: ['pdf.js', ...outside.tools],
    missing: outside.missing,
    unfinished: outside.unfinished,
  }
}

/** What a brief, or another form of one, says: it may say what it says. Nothing for any other file. */
function saidByItself(bytes: Uint8Array): string[] {
  const untrusted = readJson(bytes)
  const parsed = ownJsonForm(untrusted)?.safeParse(untrusted)
  return parsed?.success ? allStrings(parsed.data) : []
}

/** A file that says "Daybook" of itself anywhere is held to what a brief is. */
function originOf({ objects }: PdfFile): PdfOrigin {
  const isOurs = objects.some(({ value, stream }) => {
    if (!isDictionary(value)) return false
    const named = ['Creator', 'Producer'].some((key) => {
      const text = stringOf(value.entries.get(key))
      return text !== null && pdfText(text) === 'Daybook'
    })
    const isXmp = stream !== null && isNamed(value.entries.get('Subtype'), 'XML')
    return named || (isXmp && latin1(stream).includes('<xmp:CreatorTool>Daybook<'))
  })
  return isOurs ? 'brief' : 'any'
}

/** The as-of day of a PDF brief, which is the only date in its metadata. */
function ownDay({ objects }: PdfFile): string[] {
  const created = objects.flatMap(({ value }) => {
    const date = isDictionary(value) ? value.entries.get('CreationDate') : undefined
    const isText = typeof date === 'object' && date !== null && 'type' in date && date.type === 'string'
    return isText ? [pdfText(date.bytes)] : []
  })
  const match = /^D:(\d{4})(\d{2})(\d{2})000000Z$/.exec(created[0] ?? '')
  return match ? [`${match[1]}-${match[2]}-${match[3]}`] : []
}
