/**
 * Fonts as witnesses: a subset made before the secret was taken out still holds its letters, and a map from codes to
 * characters can say other words than the page shows.
 */
import type { Finding } from './finding.ts'
import { type FontProgram, readFontProgram } from './fontProgram.ts'
import type { PdfFile, PdfObject } from './pdfFile.ts'
import { PdfGraph } from './pdfGraph.ts'
import { latin1, type PdfDictionary, type PdfValue } from './pdfTokens.ts'
import { isDictionary, isNamed, nameOf } from './pdfTypes.ts'

/** Base name of a font → code → the character a reader takes it for. */
export type FontUse = ReadonlyMap<string, ReadonlyMap<number, string>>

/** PDF.js writes some signs of a font's name in another way. */
export const fontKey = (name: string): string => name.replace(/[,_\s]/g, '-')

const KINDS = new Set(['Type0', 'TrueType', 'Type1', 'MMType1', 'Type3'])
const SUBSET_TAG = /^[A-Z]{6}\+/
/** A font with more glyphs than this is a whole one, whatever its name. */
const MOST_IN_SUBSET = 300
/** The letters of ASCII, which some writers put into every subset. */
const ASCII_LETTERS = 90
/** Of them those that draw something. */
const ASCII_INK = 94
const LONGEST_RANGE = 64

/** Findings about every font of a file. */
export function fontFindings(file: PdfFile, use: FontUse): Finding[] {
  const graph = new PdfGraph(file)
  return file.objects.flatMap((object) => {
    const { value } = object
    if (!isDictionary(value) || !KINDS.has(nameOf(value.entries.get('Subtype')) ?? '')) return []
    if (!isNamed(value.entries.get('Type'), 'Font')) return []
    return new FontCheck(graph, object, value, use).findings()
  })
}

class FontCheck {
  private readonly graph: PdfGraph
  private readonly font: PdfDictionary
  private readonly descendant: PdfDictionary | null
  private readonly used: ReadonlyMap<number, string>
  private readonly name: string
  private readonly where: string

  constructor(graph: PdfGraph, object: PdfObject, font: PdfDictionary, use: FontUse) {
    this.graph = graph
    this.font = font
    this.where = `object ${object.number}`
    this.descendant = graph.dictionary(graph.array(font.entries.get('DescendantFonts'))[0])
    this.name = nameOf(font.entries.get('BaseFont')) ?? nameOf(font.entries.get('Name')) ?? ''
    this.used = use.get(fontKey(this.name)) ?? new Map()
  }

  findings(): Finding[] {
    const isType3 = isNamed(this.font.entries.get('Subtype'), 'Type3')
    if (isType3) return this.type3Findings()
    const program = this.programStream()
    if (this.used.size === 0) {
      return program === null ? [] : [this.finding('pdf/unused-resource', 'a font that no text uses')]
    }
    return [...this.unreadableFindings(), ...this.mapFindings(), ...this.programFindings(program)]
  }

  private finding(name: Finding['class'], detail: string): Finding {
    return { class: name, where: this.where, detail }
  }

  private programStream(): Uint8Array | null {
    const descriptor = this.graph.dictionary((this.descendant ?? this.font).entries.get('FontDescriptor'))
    for (const key of ['FontFile', 'FontFile2', 'FontFile3']) {
      const stream = this.graph.object(descriptor?.entries.get(key))?.stream
      if (stream) return stream
    }
    return null
  }

  /** Letters drawn by procedures of their own: only a map to characters says what they are. */
  private type3Findings(): Finding[] {
    const procedures = this.graph.dictionary(this.font.entries.get('CharProcs'))?.entries.size ?? 0
    const findings: Finding[] = []
    if (!this.font.entries.has('ToUnicode'))
      findings.push(
        this.finding('pdf/unreadable-text', 'letters drawn by procedures, with no map to characters'),
      )
    if (this.name !== '' && this.used.size > 0 && procedures > this.used.size)
      findings.push(this.finding('pdf/unused-glyph', `${procedures - this.used.size} glyphs`))
    return findings
  }

  private unreadableFindings(): Finding[] {
    const isIdentity = /^Identity-[HV]$/.test(nameOf(this.font.entries.get('Encoding')) ?? '')
    const info = this.graph.dictionary(this.descendant?.entries.get('CIDSystemInfo'))
    const ordering = info?.entries.get('Ordering')
    const isOwn = isText(ordering) && latin1(ordering.bytes) === 'Identity'
    return isIdentity && isOwn && !this.font.entries.has('ToUnicode')
      ? [this.finding('pdf/unreadable-text', 'codes with no map to characters')]
      : []
  }

  /** Entries of the map for codes that no text uses, and codes whose name says another character. */
  private mapFindings(): Finding[] {
    const stream = this.graph.object(this.font.entries.get('ToUnicode'))?.stream
    if (!stream) return []
    const mapped = mappedCodes(latin1(stream))
    const unused = [...mapped].filter(
      (code) => !this.used.has(code) && !(isAscii(code) && hasAllAscii(mapped)),
    )
    const findings: Finding[] = []
    if (unused.length > 0 && mapped.size <= MOST_IN_SUBSET)
      findings.push(this.finding('pdf/unused-glyph', `${unused.length} in the map to characters`))
    if (this.misled(this.simpleCharacter.bind(this)))
      findings.push(
        this.finding('pdf/misleading-text', 'codes mean other characters than they are mapped to'),
      )
    return findings
  }

  /** What a code of a simple font shows by its encoding; null when that is not a plain letter or digit. */
  private simpleCharacter(code: number): string | null {
    if (this.descendant !== null) return null
    const encoding = this.graph.resolve(this.font.entries.get('Encoding'))
    const differences = isDictionary(encoding) ? this.graph.array(encoding.entries.get('Differences')) : []
    const named = differenceNames(differences).get(code)
    if (named !== undefined) return /^[A-Za-z]$/.test(named) ? named : null
    const base = isDictionary(encoding) ? encoding.entries.get('BaseEncoding') : encoding
    const isKnown = isNamed(base, 'WinAnsiEncoding') || isNamed(base, 'MacRomanEncoding')
    const character = String.fromCharCode(code)
    return isKnown && /^[A-Za-z0-9]$/.test(character) ? character : null
  }

  private misled(shows: (code: number) => string | null): boolean {
    return [...this.used].some(([code, text]) => {
      const shown = shows(code)
      return shown !== null && text.trim() !== '' && sameLetters(shown) !== sameLetters(text)
    })
  }

  private programFindings(stream: Uint8Array | null): Finding[] {
    if (stream === null) return []
    let program: FontProgram
    try {
      program = readFontProgram(stream)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return [this.finding('pdf/unreadable-stream', 'a font program that cannot be read')]
    }
    return [...this.glyphFindings(program), ...this.characterFindings(program)]
  }

  private glyphFindings({ drawn, cids }: FontProgram): Finding[] {
    if (!SUBSET_TAG.test(this.name) && drawn.length > MOST_IN_SUBSET) return []
    const inked = [...this.used].filter(([, text]) => text.trim() !== '')
    if (this.descendant === null) {
      const stream = this.graph.object(this.font.entries.get('ToUnicode'))?.stream
      const wantsAscii = stream ? hasAllAscii(mappedCodes(latin1(stream))) : false
      const used = wantsAscii ? ASCII_INK + inked.filter(([code]) => !isAscii(code)).length : inked.length
      const unused = drawn.length - used
      if (unused <= 0) return []
      return [this.finding('pdf/unused-glyph', `${unused} glyphs`)]
    }
    const glyphs = new Set([...this.used.keys()].map((code) => this.glyphOf(code)))
    const unused = drawn.filter((glyph) => !glyphs.has(cids?.get(Number(glyph)) ?? Number(glyph)))
    return unused.length === 0 ? [] : [this.finding('pdf/unused-glyph', `${unused.length} glyphs`)]
  }

  private glyphOf(code: number): number {
    const map = this.graph.object(this.descendant?.entries.get('CIDToGIDMap'))?.stream
    return map ? ((map[2 * code] ?? 0) << 8) | (map[2 * code + 1] ?? 0) : code
  }

  /** The font's own table knows the glyph by another character than the one it is copied as. */
  private characterFindings({ byCharacter }: FontProgram): Finding[] {
    if (this.descendant === null || byCharacter.size === 0) return []
    const characters = new Map<number, Set<string>>()
    for (const [point, glyph] of byCharacter) {
      const known = characters.get(glyph) ?? new Set()
      characters.set(glyph, known.add(sameLetters(String.fromCodePoint(point))))
    }
    const isMisled = [...this.used].some(([code, text]) => {
      const known = characters.get(this.glyphOf(code))
      return text.trim() !== '' && known !== undefined && !known.has(sameLetters(text))
    })
    return isMisled
      ? [this.finding('pdf/misleading-text', 'glyphs show other characters than they are mapped to')]
      : []
  }
}

const isAscii = (code: number): boolean => code < 128

/** Some writers put all of ASCII into a subset, whatever the text. */
const hasAllAscii = (codes: ReadonlySet<number>): boolean =>
  [...codes].filter(isAscii).length >= ASCII_LETTERS

const isText = (value: PdfValue | undefined): value is { type: 'string'; bytes: Uint8Array } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'string'

const sameLetters = (text: string): string => text.normalize('NFKC').toLowerCase()

function differenceNames(differences: readonly PdfValue[]): Map<number, string> {
  const names = new Map<number, string>()
  let code = 0
  for (const each of differences) {
    if (typeof each === 'number') code = each
    else {
      names.set(code, nameOf(each) ?? '')
      code += 1
    }
  }
  return names
}

/** Codes a character map has entries for; ranges too long to be a subset's are passed over. */
function mappedCodes(cmap: string): Set<number> {
  const codes = new Set<number>()
  const hex = (text: string | undefined): number => Number.parseInt(text ?? '', 16)
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f\s]*>/g)) codes.add(hex(code))
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to] of body.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<[^>]*>|\[[^\]]*\])/g,
    )) {
      const [first, last] = [hex(from), hex(to)]
      if (last - first > LONGEST_RANGE) continue
      for (let code = first; code <= last; code += 1) codes.add(code)
    }
  }
  return codes
}
