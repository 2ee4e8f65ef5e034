/** The release gate for JSON: the schema, the canonical form (nothing hides in spaces or double keys), every string. */
import type { z } from 'zod'
import { type BriefContent, briefDataSchema } from '../../core/redaction/briefData.ts'
import { canonicalJson, type JsonValue } from '../canonicalJson.ts'
import { allStrings, hasForbiddenCharacter } from '../printableText.ts'
import { writtenOut } from './byteViews.ts'
import { decodedTexts } from './decodedText.ts'
import { type Evidence, evidence, type FoundText, rawTexts } from './evidence.ts'
import type { Finding } from './finding.ts'
import { dayOfParts, daysOfNumber } from './jsonDays.ts'
import { hasRepeatedKey } from './jsonKeysTwice.ts'
import { hasUnseenCharacter, proseClasses } from './jsonProse.ts'
import { countFindings, isRow, keyedRowFindings, rowFindings } from './jsonRows.ts'
import { keyClasses, valueClasses } from './jsonValues.ts'
import type { FindingClass } from './leakClasses.ts'
import { ownJsonForm } from './ownForms.ts'
import { policyFindings } from './policiesApplied.ts'

/**
 * Reads a JSON file; the strict rules hold for those that call themselves a brief.
 * @param hasFarScripts as for `rawTexts`.
 */
export function readJsonFile(bytes: Uint8Array, hasFarScripts: boolean): Evidence {
  const text = decode(bytes)
  const raw = rawTexts(bytes, 'file', hasFarScripts)
  const refused = (name: FindingClass, detail: string): Evidence =>
    evidence({ findings: [{ class: name, where: 'file', detail }], raw })
  if (text === null) return refused('json/unreadable', 'not UTF-8')
  if (isTooDeep(text)) return refused('json/too-deep', 'nested too deeply to be read')
  const untrusted = parse(text)
  if (untrusted === undefined) return refused('json/unreadable', 'not JSON')
  const texts: FoundText[] = []
  const schema = ownJsonForm(untrusted)
  const keysAre = schema === null ? 'prose' : 'readable'
  collectTexts(untrusted, '', '$', { texts, hasFarScripts, keysAre })
  return evidence({
    findings: [
      ...formFindings(text, untrusted, schema),
      ...ruleFindings(untrusted, '$', '', schema !== null),
    ],
    texts,
    raw,
  })
}

/** The value of JSON bytes; undefined when they are none. */
export function readJson(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  return text === null ? undefined : parse(text)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function parse(text: string): unknown {
  try {
    const untrusted: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return untrusted
  } catch {
    return undefined
  }
}

/** Deeper than any brief, and deep enough to exhaust the stack of whoever walks it. */
const MOST_DEPTH = 64

/** Is JSON nested more deeply than that? Looks at the text alone. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth -= 1
    if (depth > MOST_DEPTH) return true
  }
  return false
}

/** @param schema of the form it says it is of; null for other people's JSON. */
function formFindings(text: string, untrusted: unknown, schema: z.ZodType | null): Finding[] {
  const findings: Finding[] = []
  const isIllFormed = allStrings(untrusted).some((each) => !each.isWellFormed())
  if (isIllFormed || text.includes('\uFEFF') || hasForbiddenCharacter(untrusted)) {
    const detail = 'NUL, byte order mark or half a character'
    findings.push({ class: 'json/forbidden-character', where: 'file', detail })
  }
  if (isIllFormed) return findings
  if (schema === null) return [...findings, ...foreignFormFindings(text, untrusted)]
  const parsed = schema.safeParse(untrusted)
  if (!parsed.success) {
    // Only places and codes: a message could quote the value.
    for (const issue of parsed.error.issues) {
      findings.push({ class: 'json/schema', where: pathText(issue.path), detail: issue.code })
    }
    return findings
  }
  // What parsed by that schema is of its type.
  if (schema === briefDataSchema) findings.push(...policyFindings(parsed.data as BriefContent))
  if (`${canonicalJson(parsed.data as JsonValue)}\n` !== text) {
    findings.push({
      class: 'json/not-canonical',
      where: 'file',
      detail: 'spaces, order of keys, or a key given twice',
    })
  }
  return findings
}

/** A key given twice hides its first value from every reader; characters that nobody sees carry what nobody reads. */
function foreignFormFindings(text: string, untrusted: unknown): Finding[] {
  const findings: Finding[] = []
  if (hasRepeatedKey(text))
    findings.push({ class: 'json/not-canonical', where: 'file', detail: 'a key given twice' })
  if (allStrings(untrusted).some(hasUnseenCharacter))
    findings.push({ class: 'json/forbidden-character', where: 'file', detail: 'characters nobody sees' })
  return findings
}

function pathText(path: readonly PropertyKey[]): string {
  return ['$', ...path.map((part) => (typeof part === 'number' ? '[]' : `.${String(part)}`))].join('')
}

/**
 * What values and lists give away by their form, whoever wrote the file. What sentences say is looked at where nobody
 * has read them before.
 */
function ruleFindings(value: unknown, where: string, key: string, isOurs: boolean): Finding[] {
  const byForm = (name: FindingClass): Finding => ({ class: name, where, detail: 'by its form' })
  if (typeof value === 'string' || typeof value === 'number') {
    const said = typeof value === 'string' && !isOurs ? proseClasses(value) : []
    return [...new Set([...valueClasses(key, value), ...said])].map(byForm)
  }
  if (Array.isArray(value)) {
    const rows = value.filter(isRow)
    return [
      ...(rows.length === value.length ? rowFindings(rows, where) : []),
      ...value.flatMap((each) => ruleFindings(each, `${where}[]`, key, isOurs)),
    ]
  }
  if (!isRow(value)) return []
  return [
    ...countFindings(value, where),
    ...(isOurs ? [] : [...keyClasses(Object.keys(value)).map(byForm), ...keyedRowFindings(value, where)]),
    ...Object.entries(value).flatMap(([name, each]) =>
      ruleFindings(each, keyPath(where, name), name, isOurs),
    ),
  ]
}

const keyPath = (where: string, key: string): string =>
  /^[A-Za-z]{1,30}$/.test(key) ? `${where}.${key}` : `${where}.*`

interface Collected {
  readonly texts: FoundText[]
  readonly hasFarScripts: boolean
  /** The keys of our own forms are known; of somebody else's a name may be one. */
  readonly keysAre: 'readable' | 'prose'
}

/** Keys are searched like values, and never repeated in a report. */
function collectTexts(value: unknown, key: string, where: string, into: Collected): void {
  const { texts, hasFarScripts, keysAre } = into
  if (typeof value === 'string' || typeof value === 'number') {
    texts.push({ how: typeof value === 'string' ? 'prose' : 'readable', text: String(value), where })
    for (const day of daysOfNumber(key, value))
      texts.push({ how: 'readable', text: day, where: `${where}, as a time in numbers` })
    // Names come inflected and cut short there too, which a search of the bytes for whole values does not see.
    if (typeof value === 'string' && WRITTEN_IN_CODE.test(value)) {
      for (const { name, text } of writtenOut(value, hasFarScripts))
        texts.push({ how: 'prose', text, where: `${where}, as ${name}` })
    }
    if (typeof value === 'string') {
      for (const { name, text } of decodedTexts(value))
        texts.push({ how: 'prose', text, where: `${where}, as ${name}` })
    }
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) collectTexts(each, key, `${where}[${index}]`, into)
  } else if (isRow(value)) {
    const day = dayOfParts(value)
    if (day !== null) texts.push({ how: 'readable', text: day, where: `${where}, in parts` })
    for (const [name, each] of Object.entries(value)) {
      texts.push({ how: keysAre, text: name, where: `${where}, a key` })
      collectTexts(each, name, keyPath(where, name), into)
    }
  }
}

/** Percent signs, escapes, character references, quoted-printable, a run of hexadecimal. */
const WRITTEN_IN_CODE = /%[0-9A-Fa-f]{2}|\\[ux]|&#|=[0-9A-F]{2}|[0-9A-Fa-f]{12,}/
