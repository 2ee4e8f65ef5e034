/**
 * A PDF's structure held against the lists of what may stand in it (pdfAllowed.ts): one end of file, one trailer,
 * nothing that nobody refers to, no key, type, link, action, font or comment that the lists do not name.
 */
import type { Finding } from './finding.ts'
import type { FindingClass } from './leakClasses.ts'
import { ACTIONS, type Allowed, LEAKING_KEYS, LEAKING_TYPES } from './pdfAllowed.ts'
import type { PdfFile, PdfObject } from './pdfFile.ts'
import { type Linearization, linearization } from './pdfLinearized.ts'
import { latin1, type PdfDictionary, type PdfValue, pdfText } from './pdfTokens.ts'
import { isDictionary, isNamed, nameOf, referenceOf, stringOf } from './pdfTypes.ts'

const FONT_NAME = /^(?:[A-Z]{6}\+)?Noto(?:Sans|NaskhArabic|SansDevanagari|SansSC)-(?:Regular|Bold)$/
const END_OF_FILE = '%%EOF'
const LINK = /^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/i

/** Everything about a file's structure that the lists do not allow. */
export function structureFindings(bytes: Uint8Array, file: PdfFile, allowed: Allowed): Finding[] {
  const forWeb = allowed.linearized ? linearization(bytes, file) : null
  return [
    ...endFindings(bytes, file, forWeb?.ends ?? 1),
    ...trailerFindings(file, allowed, forWeb),
    ...objectsFindings(file, allowed, forWeb),
    ...reachFindings(file, forWeb),
    ...commentFindings(file, allowed),
  ]
}

/** One end of file, and nothing after it: an appended revision keeps the earlier text whole. */
function endFindings(bytes: Uint8Array, { comments }: PdfFile, expected: number): Finding[] {
  // Counted outside streams: the character maps of fonts are PostScript and end with the same words.
  const ends = comments.filter((comment) => latin1(comment) === END_OF_FILE).length
  const findings: Finding[] = []
  if (ends !== expected)
    findings.push({ class: 'pdf/revisions', where: 'file', detail: `${ends} ends of file` })
  const text = latin1(bytes)
  const after = text.slice(text.lastIndexOf(END_OF_FILE) + END_OF_FILE.length)
  if (!/^[\r\n]{0,2}$/.test(after)) {
    findings.push({ class: 'pdf/unexpected-bytes', where: 'after the end', detail: `${after.length} bytes` })
  }
  return findings
}

function trailerFindings({ trailers }: PdfFile, allowed: Allowed, forWeb: Linearization | null): Finding[] {
  // The first of two tables says where the other is.
  const ofFirst = new Set([...allowed.trailer, 'Prev'])
  const findings = trailers.flatMap((trailer, index) => {
    const saysWhere = forWeb !== null && index === 0 && typeof trailer.entries.get('Prev') === 'number'
    return unexpectedKeys(trailer, saysWhere ? ofFirst : allowed.trailer, 'trailer')
  })
  if (trailers.length !== (forWeb === null ? 1 : 2))
    findings.push({ class: 'pdf/revisions', where: 'file', detail: `${trailers.length} trailers` })
  return findings
}

function unexpectedKeys(dictionary: PdfDictionary, allowed: ReadonlySet<string>, where: string): Finding[] {
  return [...dictionary.entries.keys()]
    .filter((key) => !allowed.has(key))
    .map((key) => ({
      class: LEAKING_KEYS.get(key) ?? 'pdf/unexpected-key',
      where,
      detail: nameForReport(key),
    }))
}

/** A name that could itself be a secret is not repeated. */
function nameForReport(name: string): string {
  return /^[A-Za-z0-9]{1,24}$/.test(name) ? name : 'a name that is no plain word'
}

function objectsFindings({ objects }: PdfFile, allowed: Allowed, forWeb: Linearization | null): Finding[] {
  // A dictionary of free names may be an object of its own.
  const free = new Set<number>()
  const collect = (value: PdfValue): void => {
    if (Array.isArray(value)) for (const each of value) collect(each)
    if (!isDictionary(value)) return
    for (const [key, each] of value.entries) {
      const number = allowed.freeUnder.has(key) ? referenceOf(each) : null
      if (number !== null) free.add(number)
      collect(each)
    }
  }
  for (const { value } of objects) collect(value)
  return objects
    .filter((object) => !forWeb?.own.has(object.number))
    .flatMap((object) => objectFindings(object, free.has(object.number), allowed))
}

function objectFindings(object: PdfObject, isFree: boolean, allowed: Allowed): Finding[] {
  const where = `object ${object.number}`
  const findings: Finding[] = []
  const visit = (value: PdfValue, hasFreeKeys: boolean): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, hasFreeKeys)
    if (!isDictionary(value)) return
    // Free names have no type: what calls itself something has the keys of that.
    if (!hasFreeKeys || value.entries.has('Type'))
      findings.push(...unexpectedKeys(value, allowed.keys, where))
    findings.push(...dictionaryFindings(value, where, object.stream !== null, allowed))
    for (const [key, each] of value.entries) visit(each, allowed.freeUnder.has(key))
  }
  visit(object.value, isFree)
  return findings
}

function dictionaryFindings(
  { entries }: PdfDictionary,
  where: string,
  isStream: boolean,
  allowed: Allowed,
): Finding[] {
  const whole: PdfDictionary = { type: 'dictionary', entries }
  const findings: Finding[] = [
    ...typeFindings(entries.get('Type'), allowed.types, where),
    ...typeFindings(entries.get('Subtype'), allowed.subtypes, where),
  ]
  const isCatalog = isNamed(entries.get('Type'), 'Catalog')
  if (isCatalog) findings.push(...unexpectedKeys(whole, allowed.catalog, 'catalog'))
  const opening = entries.get('OpenAction')
  if (opening !== undefined && !Array.isArray(opening))
    findings.push({ class: 'pdf/action', where, detail: 'when the file is opened' })
  if (entries.has('CreationDate') || entries.has('Creator'))
    findings.push(...unexpectedKeys(whole, allowed.info, 'document information'))
  for (const key of allowed.ownFontsOnly ? ['BaseFont', 'FontName'] : []) {
    const font = nameOf(entries.get(key))
    if (font !== null && !FONT_NAME.test(font))
      findings.push({ class: 'pdf/unexpected-font', where, detail: 'not a shipped font' })
  }
  if (isNamed(entries.get('Type'), 'Action') || entries.has('URI') || isRunning(entries.get('S')))
    findings.push(...linkFindings(entries, where))
  if (isStream && entries.has('F'))
    findings.push({ class: 'pdf/unexpected-key', where, detail: 'stream kept in another file' })
  // A second packet of XMP belongs to a picture, a font or a page, and comes from elsewhere.
  if (!isCatalog && entries.has('Metadata'))
    findings.push({ class: 'pdf/metadata', where, detail: 'XMP of a part' })
  return findings
}

function typeFindings(value: PdfValue | undefined, allowed: ReadonlySet<string>, where: string): Finding[] {
  const type = nameOf(value)
  if (type === null || allowed.has(type)) return []
  const known: FindingClass = LEAKING_TYPES.get(type) ?? 'pdf/unexpected-type'
  return [{ class: known, where, detail: nameForReport(type) }]
}

/** An action says what it does, and need not say that it is one. */
const isRunning = (does: PdfValue | undefined): boolean => ACTIONS.has(nameOf(does) ?? '')

/** Links go to the web or to a mailbox; every other action does something. */
function linkFindings(entries: PdfDictionary['entries'], where: string): Finding[] {
  const uri = stringOf(entries.get('URI'))
  if (!isNamed(entries.get('S'), 'URI') || uri === null) {
    // Going to a page of the same file is what a table of contents does.
    if (isNamed(entries.get('S'), 'GoTo')) return []
    const known = LEAKING_TYPES.get(nameOf(entries.get('S')) ?? '') ?? 'pdf/action'
    return [{ class: known, where, detail: 'not a plain link' }]
  }
  return LINK.test(pdfText(uri))
    ? []
    : [{ class: 'pdf/action', where, detail: 'link of another kind than http, https, mailto' }]
}

/** An object nobody refers to is never shown, and yet it is in the file. A number given twice hides one of two. */
function reachFindings({ objects, trailers }: PdfFile, forWeb: Linearization | null): Finding[] {
  const byNumber = new Map<number, PdfObject>()
  const findings: Finding[] = []
  for (const object of objects) {
    if (byNumber.has(object.number))
      findings.push({ class: 'pdf/revisions', where: `object ${object.number}`, detail: 'given twice' })
    byNumber.set(object.number, object)
  }
  const reached = new Set<number>(forWeb?.own)
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
function commentFindings({ comments }: PdfFile, allowed: Allowed): Finding[] {
  const extra = comments.filter((comment, index) => {
    const text = latin1(comment)
    return (
      !(index === 0 && /^%PDF-[12]\.\d$/.test(text)) &&
      !(index === 1 && allowed.mark.test(text)) &&
      !allowed.comments.test(text) &&
      text !== END_OF_FILE
    )
  })
  return extra.length === 0
    ? []
    : [{ class: 'pdf/comment', where: 'file', detail: `${extra.length} comments` }]
}
