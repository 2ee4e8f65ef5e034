// Reads places out of the files of CLDR (XML) and iso-codes (JSON and .mo), as Debian packs them. It knows those
// formats and nothing of the table that is made of them. The XML is machine-made, one element a line, so that
// expressions read it; what does not fit is an error, never a gap.

import { readFileSync } from 'node:fs'

/** Elements `<name attribute="…">text</name>`, with their attributes. */
interface Element {
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Every element of that name in a file, in order. */
export function elementsOf(file: string, name: string): readonly Element[] {
  const xml = readFileSync(file, 'utf8')
  return [...xml.matchAll(new RegExp(`<${name} ([^>]*?)/?>(?:([^<]*)</${name}>)?`, 'gu'))].map(
    ([, given = '', text = '']) => ({
      attributes: Object.fromEntries(
        [...given.matchAll(/([a-zA-Z0-9]+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [key, value]),
      ),
      text: text.replaceAll(/&(\w+);/gu, (whole, entity: string) => ENTITIES[entity] ?? whole).trim(),
    }),
  )
}

/** Names of countries and parts of the world by code: the usual one first, then its short and other forms. */
export function territoryNames(file: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { attributes, text } of elementsOf(file, 'territory')) {
    if (attributes.type === undefined || text === '' || text.startsWith('↑')) continue
    const known = names.get(attributes.type) ?? []
    names.set(attributes.type, attributes.alt === undefined ? [text, ...known] : [...known, text])
  }
  return names
}

/** Names of divisions by code (`SY-HI`). Marks that only tell two pages of an encyclopaedia apart are left out. */
export function divisionNames(file: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { attributes, text } of elementsOf(file, 'subdivision')) {
    const name = text
      .replaceAll(/[¹²³⁴⁵]|\s*\([^)]*\)/gu, '')
      .replaceAll('_', ' ')
      .trim()
    if (attributes.type !== undefined && name !== '') names.set(divisionCode(attributes.type), [name])
  }
  return names
}

/** `syhi` of CLDR → `SY-HI` of ISO 3166-2. */
export function divisionCode(cldr: string): string {
  return `${cldr.slice(0, 2).toUpperCase()}-${cldr.slice(2).toUpperCase()}`
}

/** Message → translation of a compiled catalogue (GNU gettext, little-endian). */
export function translationsOf(file: string): ReadonlyMap<string, string> {
  const bytes = readFileSync(file)
  if (bytes.readUInt32LE(0) !== 0x950412de) throw new Error(`${file} is not a message catalogue`)
  const textAt = (table: number, index: number): string => {
    const length = bytes.readUInt32LE(table + index * 8)
    const at = bytes.readUInt32LE(table + index * 8 + 4)
    return bytes.toString('utf8', at, at + length)
  }
  const originals = bytes.readUInt32LE(12)
  const translated = bytes.readUInt32LE(16)
  return new Map(
    Array.from({ length: bytes.readUInt32LE(8) }, (_, i) => [textAt(originals, i), textAt(translated, i)]),
  )
}
