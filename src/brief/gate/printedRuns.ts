/**
 * Paragraphs of the catalogue that pages print one below the other. A title that was made up of two sentences may be
 * the end of one of them and the beginning of the next: nobody typed it there, and it says nothing of a log.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type { BriefLanguage } from '../../core/redaction/briefData.ts'
import type { BriefPage } from '../briefPage.ts'
import { BRIEF_CATALOGUES, printLocale } from '../briefText.ts'
import { printable } from '../printableText.ts'

/** Each run of paragraphs that are whole sentences of the catalogue, as one text; whatever else stands there ends it. */
export function printedRuns({ language, read, annex, help }: BriefPage): string[] {
  return [read.paragraphs, annex?.intro ?? [], [help.intro, help.warning]].flatMap((paragraphs) =>
    runsOf(paragraphs, sentencesOf(language)),
  )
}

function runsOf(paragraphs: readonly string[], isOurs: RegExp): string[] {
  const runs: string[][] = [[]]
  for (const paragraph of paragraphs) {
    if (isOurs.test(paragraph)) runs.at(-1)?.push(paragraph)
    else runs.push([])
  }
  // A paragraph alone is allowed as it is.
  return runs.filter(({ length }) => length > 1).map((run) => run.join(' '))
}

const known = new Map<BriefLanguage, RegExp>()

/** Fits what is made of whole sentences of the catalogue and of nothing else, one space between them. */
function sentencesOf(language: BriefLanguage): RegExp {
  const made = known.get(language) ?? makePattern(language)
  known.set(language, made)
  return made
}

const ENDS_AS_SENTENCE = /[.!?؟]\}*$/u

function makePattern(language: BriefLanguage): RegExp {
  const sentences = Object.values(BRIEF_CATALOGUES[language]).flatMap((message) => {
    if (!ENDS_AS_SENTENCE.test(message)) return []
    const format = new IntlMessageFormat(message, printLocale(language), undefined, { ignoreTag: true })
    return patternOf(format.getAst()) ?? []
  })
  const one = `(?:${sentences.join('|')})`
  return new RegExp(`^${one}(?: ${one})*$`, 'u')
}

/** All that a message can say; null when it takes anything from the data but which of its own words to choose. */
function patternOf(nodes: unknown): string | null {
  if (!Array.isArray(nodes)) return null
  const parts = nodes.map(partOf)
  return parts.includes(null) ? null : parts.join('')
}

/** In the parser's tree type 0 is literal text, and 5 a choice with a tree for each of its options. */
function partOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null || !('type' in node)) return null
  if (node.type === 0 && 'value' in node) return asPattern(printable(String(node.value)))
  if (node.type !== 5 || !('options' in node)) return null
  const { options } = node
  if (typeof options !== 'object' || options === null) return null
  const patterns = Object.values(options).map((option: unknown) =>
    typeof option === 'object' && option !== null && 'value' in option ? patternOf(option.value) : null,
  )
  return patterns.includes(null) ? null : `(?:${patterns.join('|')})`
}

const asPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
