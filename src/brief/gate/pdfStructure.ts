/**
 * What may stand in the structure of a brief's PDF. An allow-list: whatever is not named here is a finding, so that
 * attachments, scripts, forms, layers, earlier versions and inventions of tomorrow need no rule each.
 */
import type { Finding } from './finding.ts'
import { isDictionary, isNamed, type PdfFile, type PdfObject } from './pdfFile.ts'
import { latin1, type PdfDictionary, type PdfValue, pdfText } from './pdfTokens.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Every dictionary key our two writers use, by what it is for. */
const KEYS = words(`
  Type Subtype S Length Filter N First Last Index W Size Root Info ID Prev Next Parent Kids Count Names Nums
  Pages Outlines Metadata MarkInfo Marked Suspects Lang ViewerPreferences Direction DisplayDocTitle Title Dest
  StructTreeRoot RoleMap ParentTree ParentTreeNextKey IDTree K P Pg MCID Obj A O T Alt Scope Headers Placement
  ListNumbering TextDecorationType BorderColor BorderStyle BorderThickness RowSpan ColSpan Summary BBox Width Height
  MediaBox Resources Contents Tabs StructParent StructParents Annots Rect F Border URI ProcSet Font ColorSpace ExtGState
  BaseFont FontName FontBBox FontDescriptor FontFile2 FontFile3 DescendantFonts Encoding ToUnicode CIDSystemInfo
  CIDToGIDMap CIDSet Registry Ordering Supplement WMode DW Ascent Descent CapHeight XHeight ItalicAngle StemV Flags
  OutputIntents OutputCondition OutputConditionIdentifier RegistryName DestOutputProfile Range Alternate
  CreationDate ModDate Creator Producer Author Subject`)

/** Under these keys the names are the writer's own choice (`f0`, `c1`, `Strong`). */
const FREE_KEYS_UNDER = words('Font ColorSpace ExtGState RoleMap')

const CATALOG_KEYS = words(
  'Type Pages Outlines Metadata MarkInfo Lang ViewerPreferences StructTreeRoot OutputIntents',
)
const TRAILER_KEYS = words('Type Size Root Info ID W Index Length Filter')
const INFO_KEYS = words('Title Subject Author Creator Producer CreationDate ModDate')
const TYPES = words(`
  Catalog Pages Page Font FontDescriptor Metadata StructTreeRoot StructElem MCR OBJR Outlines OutputIntent Annot Action
  CMap ObjStm XRef ExtGState`)
const SUBTYPES = words('XML Type0 CIDFontType2 CIDFontType0 CIDFontType0C OpenType Link')
const FONT_NAME = /^(?:[A-Z]{6}\+)?Noto(?:Sans|NaskhArabic|SansDevanagari|SansSC)-(?:Regular|Bold)$/
const END_OF_FILE = '%%EOF'
const LINK = /^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/i

/** Everything about a file's structure that the allow-list does not name. */
export function structureFindings(bytes: Uint8Array, file: PdfFile): Finding[] {
  return [
    ...endFindings(bytes, file),
    ...trailerFindings(file),
    ...file.objects.flatMap(objectFindings),
    ...reachFindings(file),
    ...commentFindings(file),
  ]
}

/** One end of file, and nothing after it: an appended revision keeps the earlier text whole. */
function endFindings(bytes: Uint8Array, { comments }: PdfFile): Finding[] {
  // Counted outside streams: the character maps of fonts are PostScript and end with the same words.
  const ends = comments.filter((comment) => latin1(comment) === END_OF_FILE).length
  const findings: Finding[] = []
  if (ends !== 1) findings.push({ class: 'pdf/revisions', where: 'file', detail: `${ends} ends of file` })
  const text = latin1(bytes)
  const after = text.slice(text.lastIndexOf(END_OF_FILE) + END_OF_FILE.length)
  if (!/^[\r\n]{0,2}$/.test(after)) {
    findings.push({ class: 'pdf/unexpected-bytes', where: 'after the end', detail: `${after.length} bytes` })
  }
  return findings
}

function trailerFindings({ trailers }: PdfFile): Finding[] {
  if (trailers.length !== 1) {
    return [{ class: 'pdf/revisions', where: 'file', detail: `${trailers.length} trailers` }]
  }
  return trailers.flatMap((trailer) => unexpectedKeys(trailer, TRAILER_KEYS, 'trailer'))
}

function unexpectedKeys(dictionary: PdfDictionary, allowed: ReadonlySet<string>, where: string): Finding[] {
  return [...dictionary.entries.keys()]
    .filter((key) => !allowed.has(key))
    .map((key) => ({ class: 'pdf/unexpected-key', where, detail: nameForReport(key) }))
}

/** A name that could itself be a secret is not repeated. */
function nameForReport(name: string): string {
  return /^[A-Za-z0-9]{1,24}$/.test(name) ? name : 'a name that is no plain word'
}

function objectFindings(object: PdfObject): Finding[] {
  const where = `object ${object.number}`
  const findings: Finding[] = []
  const visit = (value: PdfValue, under: string | null): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, under)
    if (!isDictionary(value)) return
    if (under === null || !FREE_KEYS_UNDER.has(under)) findings.push(...unexpectedKeys(value, KEYS, where))
    findings.push(...dictionaryFindings(value, where, object.stream !== null))
    for (const [key, each] of value.entries) visit(each, key)
  }
  visit(object.value, null)
  return findings
}

function dictionaryFindings({ entries }: PdfDictionary, where: string, isStream: boolean): Finding[] {
  const findings: Finding[] = []
  const type = nameOf(entries.get('Type'))
  if (type !== null && !TYPES.has(type)) {
    findings.push({ class: 'pdf/unexpected-type', where, detail: nameForReport(type) })
  }
  const subtype = nameOf(entries.get('Subtype'))
  if (subtype !== null && !SUBTYPES.has(subtype)) {
    findings.push({ class: 'pdf/unexpected-type', where, detail: nameForReport(subtype) })
  }
  if (type === 'Catalog')
    findings.push(...unexpectedKeys({ type: 'dictionary', entries }, CATALOG_KEYS, 'catalog'))
  if (entries.has('CreationDate') || entries.has('Creator')) {
    findings.push(...unexpectedKeys({ type: 'dictionary', entries }, INFO_KEYS, 'document information'))
  }
  for (const key of ['BaseFont', 'FontName']) {
    const font = nameOf(entries.get(key))
    if (font !== null && !FONT_NAME.test(font))
      findings.push({ class: 'pdf/unexpected-font', where, detail: 'not a shipped font' })
  }
  if (type === 'Action' || entries.has('URI')) findings.push(...linkFindings(entries, where))
  // Only cross-reference and object streams, fonts, pages and metadata are streams; a Type on others must be known.
  if (isStream && entries.has('F'))
    findings.push({ class: 'pdf/unexpected-key', where, detail: 'stream kept in another file' })
  return findings
}

/** Links go to the web or to a mailbox; every other action does something. */
function linkFindings(entries: PdfDictionary['entries'], where: string): Finding[] {
  const uri = entries.get('URI')
  const isText = typeof uri === 'object' && uri !== null && 'type' in uri && uri.type === 'string'
  if (!isNamed(entries.get('S'), 'URI') || !isText)
    return [{ class: 'pdf/action', where, detail: 'not a plain link' }]
  return LINK.test(pdfText(uri.bytes))
    ? []
    : [{ class: 'pdf/action', where, detail: 'link of another kind than http, https, mailto' }]
}

function nameOf(value: PdfValue | undefined): string | null {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'name'
    ? value.name
    : null
}

/** An object nobody refers to is never shown, and yet it is in the file. A number given twice hides one of two. */
function reachFindings({ objects, trailers }: PdfFile): Finding[] {
  const byNumber = new Map<number, PdfObject>()
  const findings: Finding[] = []
  for (const object of objects) {
    if (byNumber.has(object.number))
      findings.push({ class: 'pdf/revisions', where: `object ${object.number}`, detail: 'given twice' })
    byNumber.set(object.number, object)
  }
  const reached = new Set<number>()
  const queue: PdfValue[] = [...trailers]
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    if (Array.isArray(value)) queue.push(...value)
    else if (isDictionary(value)) queue.push(...value.entries.values())
    else if (
      typeof value === 'object' &&
      value !== null &&
      'type' in value &&
      value.type === 'reference' &&
      !reached.has(value.number)
    ) {
      reached.add(value.number)
      queue.push(byNumber.get(value.number)?.value ?? null)
    }
  }
  for (const { number, value } of objects) {
    const isContainer =
      isDictionary(value) &&
      (isNamed(value.entries.get('Type'), 'ObjStm') || isNamed(value.entries.get('Type'), 'XRef'))
    if (!reached.has(number) && !isContainer) {
      findings.push({
        class: 'pdf/unreachable-object',
        where: `object ${number}`,
        detail: 'nothing refers to it',
      })
    }
  }
  return findings
}

/** The header's two lines and the end mark are comments; there are no others. */
function commentFindings({ comments }: PdfFile): Finding[] {
  const extra = comments.filter((comment, index) => {
    const text = latin1(comment)
    return (
      !(index === 0 && /^%PDF-1\.[4-7]$/.test(text)) &&
      !(index === 1 && /^%[\x80-\xff]{4}$/.test(text)) &&
      text !== END_OF_FILE
    )
  })
  return extra.length === 0
    ? []
    : [{ class: 'pdf/comment', where: 'file', detail: `${extra.length} comments` }]
}
