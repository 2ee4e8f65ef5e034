/**
 * Words that a file says somewhere else than on its pages: alternative and replacement texts of the tags, outline
 * entries, targets of links. What they say must stand on a page too, or be a word that every brief prints.
 */
import { foldForGate, squeeze } from './canaryForms.ts'
import type { Evidence, FoundText, Unshown } from './evidence.ts'
import type { FindingClass } from './leakClasses.ts'
import type { PdfFile } from './pdfFile.ts'
import type { PdfReading } from './pdfPages.ts'
import { latin1, PdfReader, PdfSyntaxError, type PdfValue, pdfText } from './pdfTokens.ts'
import { isDictionary, isNamed, stringOf } from './pdfTypes.ts'
import { isNobody } from './pdfWriterNames.ts'
import { xmpTitles } from './xmpCheck.ts'

const ALTERNATIVES = new Set(['Alt', 'ActualText', 'E', 'TU', 'V', 'Summary'])
/** Keys of a property that a user gave a tag: what it is called, and what a reader shows of it. */
const USER_PROPERTY = new Set(['N', 'F'])
/** What a link says of itself and of who made it. */
const OF_LINKS = ['Contents', 'T', 'Subj'] as const
const JOINED_SCRIPT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u
const LONGEST_CLUSTER = 3
const WORD = /[\p{L}\p{N}]{2,}/gu

/** Texts that no page shows, and those of page content that replace what it shows. */
export function unshownTexts(file: PdfFile, reading: PdfReading): Pick<Evidence, 'unshown' | 'texts'> {
  const shown = foldForGate(pageTexts(reading).join('\n'))
  const tight = squeeze(shown)
  const missing = createMissingWords(shown, tight)
  const unshown: Unshown[] = []
  const texts: FoundText[] = []
  const look = (text: string, name: FindingClass, where: string, detail: string): void => {
    const words = missing(text)
    if (words !== null) unshown.push({ finding: { class: name, where, detail }, words, isSqueezed: false })
  }
  for (const text of reading.outline) look(text, 'pdf/outline', 'outline', 'an entry that is on no page')
  for (const key of ['Title', 'Subject']) {
    const text = reading.info.get(key)
    if (typeof text === 'string' && !isNobody(text))
      look(text, 'pdf/metadata', 'document information', `${key}, which is on no page`)
  }
  for (const { name, value } of reading.xmp === null ? [] : xmpTitles(reading.xmp))
    look(value, 'pdf/metadata', 'XMP', `${name}, which is on no page`)
  for (const { number, stream } of file.objects) {
    if (stream === null) continue
    const pieces = inlineAlternatives(latin1(stream))
    texts.push({ how: 'prose', text: pieces.join(''), where: `replacement texts in object ${number}` })
    for (const text of pieces) look(text, 'pdf/alternative-text', `object ${number}`, 'in page content')
  }
  const visit = (value: PdfValue, where: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, where)
    if (!isDictionary(value)) return
    const isUserProperty = value.entries.has('N') && value.entries.has('V')
    for (const [key, each] of value.entries) {
      const text = stringOf(each)
      if (text === null) visit(each, where)
      else if (ALTERNATIVES.has(key) || (isUserProperty && USER_PROPERTY.has(key)))
        look(pdfText(text), 'pdf/alternative-text', where, key)
      else if (key === 'URI') unshown.push(...unshownTarget(pdfText(text), tight, where))
    }
    if (isNamed(value.entries.get('Subtype'), 'Link')) {
      for (const key of OF_LINKS) {
        const said = stringOf(value.entries.get(key))
        if (said !== null)
          look(withoutTypesetters(pdfText(said)), 'pdf/annotation', where, `${key} of a link`)
      }
    }
    const isTag = isNamed(value.entries.get('Type'), 'StructElem')
    const title = isTag ? stringOf(value.entries.get('T')) : null
    if (title !== null) look(pdfText(title), 'pdf/alternative-text', where, 'T')
  }
  for (const { number, value } of file.objects) visit(value, `object ${number}`)
  return { unshown, texts }
}

const pageTexts = ({ pages }: PdfReading): string[] => pages.flatMap(({ shown, placed }) => [shown, placed])

/** What Typst puts before the address in the name of a link, in the languages that it knows of ours. */
const OF_TYPESETTER =
  /^(?:e-?mail|telephone|courriel|téléphone|correo electrónico|teléfono|электронная почта|телефон) (?=[\w+.@-]+$)/iu

/** What a link says, less what the typesetter says of every link of its kind; what follows must still be on a page. */
const withoutTypesetters = (said: string): string => said.replace(OF_TYPESETTER, '')

/** The words of a text that no page shows; null when a page shows what it says, whole or word by word. */
function createMissingWords(folded: string, tight: string): (text: string) => readonly string[] | null {
  const words = new Set(folded.match(WORD) ?? [])
  // Letters of right-to-left words come out in several orders.
  const bags = new Set([...words].filter((word) => JOINED_SCRIPT.test(word)).map(bagOf))
  const letters = new Set(folded)
  return (text) => {
    const wanted = foldForGate(text)
    const said = squeeze(wanted)
    if (tight.includes(said)) return null
    // Typesetters replace single clusters: a ligature, two letters that join.
    if (said.length <= LONGEST_CLUSTER && [...said].every((letter) => letters.has(letter))) return null
    const missing = (wanted.match(WORD) ?? []).filter(
      (word) => !words.has(word) && !(JOINED_SCRIPT.test(word) && bags.has(bagOf(word))),
    )
    return missing.length === 0 ? null : missing
  }
}

const bagOf = (word: string): string => [...word].sort().join('')

/** Texts of marked content that stand in the content itself. */
function inlineAlternatives(content: string): string[] {
  const reader = new PdfReader(Buffer.from(content, 'latin1'))
  return [...content.matchAll(/\/(?:ActualText|Alt|E)\s*(?=[(<])/g)].flatMap(({ index, 0: found }) => {
    try {
      reader.at = index + found.length
      const bytes = stringOf(reader.readValue())
      return bytes === null ? [] : [pdfText(bytes)]
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error
      return []
    }
  })
}

/** A page may show an address without its scheme. */
function unshownTarget(uri: string, shown: string, where: string): Unshown[] {
  const target = squeeze(foldForGate(uri.replace(/^(?:https?:\/\/|mailto:)/i, '')))
  if (target !== '' && shown.includes(target)) return []
  const detail = 'the page does not show where it leads'
  const words = target === '' ? [] : [target]
  return [{ finding: { class: 'pdf/link', where, detail }, words, isSqueezed: true }]
}
