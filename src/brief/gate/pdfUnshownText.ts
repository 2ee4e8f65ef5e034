/**
 * Words that a file says somewhere else than on its pages: alternative and replacement texts of the tags, outline
 * entries, targets of links. What they say must stand on a page too, or be a word that every brief prints.
 */

import { foldForGate, squeeze } from './canaryForms.ts'
import type { Finding } from './finding.ts'
import type { FindingClass } from './leakClasses.ts'
import type { PdfFile } from './pdfFile.ts'
import type { PdfReading } from './pdfPages.ts'
import { latin1, PdfReader, PdfSyntaxError, type PdfValue, pdfText } from './pdfTokens.ts'
import { isDictionary, isNamed, stringOf } from './pdfTypes.ts'
import type { TextSearch } from './text.ts'

const ALTERNATIVES = new Set(['Alt', 'ActualText', 'E', 'TU', 'V'])
const UNTITLED = /^\(?(?:|untitled|unspecified|anonymous)\)?$/i
const JOINED_SCRIPT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u
const LONGEST_CLUSTER = 3
const WORD = /[\p{L}\p{N}]{2,}/gu

/** Findings about texts that no page shows. */
export function unshownTextFindings(file: PdfFile, reading: PdfReading, search: TextSearch): Finding[] {
  const isShown = createShownCheck(reading, search)
  const tight = squeeze(foldForGate(pageTexts(reading).join('\n')))
  const findings: Finding[] = reading.outline.flatMap((text) =>
    isShown(text) ? [] : [finding('pdf/outline', 'outline', 'an entry that is on no page')],
  )
  for (const key of ['Title', 'Subject']) {
    const text = reading.info.get(key)
    if (typeof text === 'string' && !UNTITLED.test(text) && !isShown(text))
      findings.push(finding('pdf/metadata', 'document information', `${key}, which is on no page`))
  }
  for (const { number, stream } of file.objects) {
    if (stream === null) continue
    const pieces = inlineAlternatives(latin1(stream))
    findings.push(...search.prose(pieces.join(''), `replacement texts in object ${number}`))
    for (const text of pieces)
      if (!isShown(text))
        findings.push(finding('pdf/alternative-text', `object ${number}`, 'in page content'))
  }
  const visit = (value: PdfValue, where: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, where)
    if (!isDictionary(value)) return
    for (const [key, each] of value.entries) {
      const text = stringOf(each)
      if (text === null) visit(each, where)
      else if (ALTERNATIVES.has(key) && !isShown(pdfText(text)))
        findings.push(finding('pdf/alternative-text', where, key))
      else if (key === 'URI' && !isShownTarget(pdfText(text), tight, search))
        findings.push(finding('pdf/link', where, 'the page does not show where it leads'))
    }
    const isTag = isNamed(value.entries.get('Type'), 'StructElem')
    const title = isTag ? stringOf(value.entries.get('T')) : null
    if (title !== null && !isShown(pdfText(title))) findings.push(finding('pdf/alternative-text', where, 'T'))
  }
  for (const { number, value } of file.objects) visit(value, `object ${number}`)
  return findings
}

const pageTexts = ({ pages }: PdfReading): string[] => pages.flatMap(({ shown, placed }) => [shown, placed])

/** Whether a page shows what a text says, whole or word by word. */
function createShownCheck(reading: PdfReading, search: TextSearch): (text: string) => boolean {
  const folded = foldForGate(pageTexts(reading).join('\n'))
  const words = new Set(folded.match(WORD) ?? [])
  // Letters of right-to-left words come out in several orders.
  const bags = new Set([...words].filter((word) => JOINED_SCRIPT.test(word)).map(bagOf))
  const letters = new Set(folded)
  const tight = squeeze(folded)
  return (text) => {
    const wanted = foldForGate(text)
    const said = squeeze(wanted)
    if (tight.includes(said)) return true
    // Typesetters replace single clusters: a ligature, two letters that join.
    if (said.length <= LONGEST_CLUSTER && [...said].every((letter) => letters.has(letter))) return true
    return (wanted.match(WORD) ?? []).every(
      (word) => words.has(word) || search.knows(word) || (JOINED_SCRIPT.test(word) && bags.has(bagOf(word))),
    )
  }
}

const bagOf = (word: string): string => [...word].sort().join('')

/** Texts of marked content that stand in the content itself. */
function inlineAlternatives(content: string): string[] {
  const packed = Buffer.from(content, 'latin1')
  return [...content.matchAll(/\/(?:ActualText|Alt|E)\s*(?=[(<])/g)].flatMap(({ index, 0: found }) => {
    try {
      const bytes = stringOf(new PdfReader(packed, index + found.length).readValue())
      return bytes === null ? [] : [pdfText(bytes)]
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error
      return []
    }
  })
}

function finding(name: FindingClass, where: string, detail: string): Finding {
  return { class: name, where, detail }
}

/** A page may show an address without its scheme. */
function isShownTarget(uri: string, shown: string, search: TextSearch): boolean {
  const target = squeeze(foldForGate(uri.replace(/^(?:https?:\/\/|mailto:)/i, '')))
  return target !== '' && (shown.includes(target) || search.says(target))
}
