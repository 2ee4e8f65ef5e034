/**
 * XMP: which properties a packet may have, as elements or as attributes, and what they may say. A brief has few; other
 * files may also name the library that wrote them, a moment in UTC, and an id of their own.
 */
import type { Finding } from './finding.ts'
import type { PdfOrigin } from './pdf.ts'
import { isLibrary, isNobody } from './pdfWriterNames.ts'
import { unescapeXml } from './xmlText.ts'

/** What holds properties, and is none. */
const CONTAINERS = new Set([
  'x:xmpmeta',
  'rdf:RDF',
  'rdf:Description',
  'rdf:Alt',
  'rdf:Bag',
  'rdf:Seq',
  'rdf:li',
  'pdfaExtension:schemas',
  'pdfaSchema:property',
])

type Rule = (value: string, origin: PdfOrigin) => boolean

const anything: Rule = () => true
const isToken: Rule = (value) => /^[\w.:-]{0,40}$/.test(value)
const isOwnTool: Rule = (value, origin) =>
  value === 'Daybook' || (origin === 'any' && (isLibrary(value) || isNobody(value)))
const isDay: Rule = (value, origin) =>
  origin === 'any'
    ? /^[-\d]+(?:T[\d:.]+(?:Z|[+-]00:00)?)?$/.test(value)
    : /^\d{4}-\d{2}-\d{2}T00:00:00Z$/.test(value)

/** Of titles and descriptions it is asked elsewhere whether a page shows them. */
const OF_BRIEFS: Readonly<Record<string, Rule>> = {
  'dc:format': (value) => value === 'application/pdf',
  'dc:title': anything,
  'dc:description': anything,
  'dc:creator': isOwnTool,
  'dc:language': isToken,
  'xmp:CreatorTool': isOwnTool,
  'xmp:CreateDate': isDay,
  'xmp:ModifyDate': isDay,
  'pdfaid:part': isToken,
  'pdfaid:conformance': isToken,
  'pdfuaid:part': isToken,
  'pdfaSchema:schema': anything,
  'pdfaSchema:namespaceURI': anything,
  'pdfaSchema:prefix': isToken,
  'pdfaProperty:name': isToken,
  'pdfaProperty:valueType': anything,
  'pdfaProperty:category': isToken,
  'pdfaProperty:description': anything,
}
const isId: Rule = (value) => /^(?:(?:urn:)?uuid:|xmp\.[di]id:)?[0-9A-Fa-f-]{0,40}$/.test(value)
const OF_LIBRARIES: Readonly<Record<string, Rule>> = {
  'pdf:Producer': isOwnTool,
  'pdf:PDFVersion': isToken,
  'pdf:Trapped': isToken,
  'pdf:Keywords': isNobody,
  'pdfaid:amd': isToken,
  'pdfaid:rev': isToken,
  'pdfuaid:rev': isToken,
  'xmp:MetadataDate': isDay,
  'xmpMM:DocumentID': isId,
  'xmpMM:InstanceID': isId,
  'xmpMM:RenditionClass': isToken,
  'xmpMM:VersionID': isToken,
  'xmpTPg:NPages': isToken,
}
const TOOLKIT = /^(?:XMP toolkit|Adobe XMP Core|Image::ExifTool)[\w .,:/-]{0,60}$/
const INSTRUCTIONS = /^<\?(?:xpacket|adobe-xap-filters|xml)\s[^?<>]{0,80}\?>$/
/** What ends a tag, says something by itself, or is neither. */
const PART = /<!--|<!\[CDATA\[|<!DOCTYPE|<\?[^>]*>|<(\/?)([A-Za-z][\w:.-]*)([^<>]*?)(\/?)>|[^<]+/gi
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

interface Property {
  readonly name: string
  readonly value: string
}

interface Packet {
  readonly properties: readonly Property[]
  /** What is neither a property nor what holds one, in words for people. */
  readonly oddities: readonly string[]
}

/** Findings about the packet of a file. */
export function xmpFindings(xmp: string, origin: PdfOrigin): Finding[] {
  const { properties, oddities } = readPacket(xmp)
  const wrong = properties.filter(({ name, value }) => !ruleOf(name, origin)?.(value, origin))
  const details = [...oddities, ...wrong.map(({ name }) => nameForReport(name))]
  return [...new Set(details)].map((detail) => ({ class: 'pdf/metadata', where: 'XMP', detail }))
}

/** Titles and descriptions, which a page must show too. */
export function xmpTitles(xmp: string): readonly Property[] {
  return readPacket(xmp).properties.filter(
    ({ name, value }) => (name === 'dc:title' || name === 'dc:description') && !isNobody(value),
  )
}

function ruleOf(name: string, origin: PdfOrigin): Rule | undefined {
  if (Object.hasOwn(OF_BRIEFS, name)) return OF_BRIEFS[name]
  return origin === 'any' && Object.hasOwn(OF_LIBRARIES, name) ? OF_LIBRARIES[name] : undefined
}

const nameForReport = (name: string): string => (/^[\w:]{1,40}$/.test(name) ? name : 'unknown property')

function readPacket(xmp: string): Packet {
  const properties: Property[] = []
  const oddities: string[] = []
  const open: string[] = []
  for (const [part, closing, rawName, attributes = '', alone] of xmp.matchAll(PART)) {
    if (rawName !== undefined) {
      const name = plainName(rawName)
      if (closing === '/') open.splice(Math.max(0, open.lastIndexOf(name)))
      else {
        readAttributes(attributes, properties, oddities)
        // A property without a value is a property still.
        if (!CONTAINERS.has(name)) properties.push({ name, value: '' })
        if (alone !== '/') open.push(name)
      }
    } else if (part.startsWith('<?')) {
      if (!INSTRUCTIONS.test(part)) oddities.push('instruction to a program')
    } else if (part.startsWith('<')) oddities.push('comment or declaration')
    else if (part.replace(/\uFEFF/g, '').trim() !== '') readText(part, open, properties, oddities)
  }
  // Of a property the empty mention falls away where its text follows.
  const said = new Set(properties.filter(({ value }) => value !== '').map(({ name }) => name))
  return { properties: properties.filter(({ name, value }) => value !== '' || !said.has(name)), oddities }
}

function readText(part: string, open: readonly string[], properties: Property[], oddities: string[]): void {
  const name = open.findLast((each) => !CONTAINERS.has(each))
  if (name === undefined) oddities.push('text outside of properties')
  else properties.push({ name, value: unescapeXml(part.trim()) })
}

function readAttributes(attributes: string, properties: Property[], oddities: string[]): void {
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? ''
    if (/^(?:xmlns:[A-Za-z]+|rdf:parseType|xml:lang)$/.test(name)) continue
    if (name === 'rdf:about' && isId(value, 'any')) continue
    if (name === 'x:xmptk' && TOOLKIT.test(value)) continue
    if (/^(?:rdf|xml|x|xmlns):/.test(name) || !name.includes(':')) oddities.push('unknown attribute')
    else properties.push({ name: plainName(name), value: unescapeXml(value) })
  }
}

/** Two prefixes are in use for the names of one schema. */
const plainName = (name: string): string => name.replace(/^xap(?=[A-Z:])/, 'xmp')
