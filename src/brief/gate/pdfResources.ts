/** Resources that a page or form lists and whose content never calls for: what was taken out is still in the file. */
import type { Finding } from './finding.ts'
import type { PdfFile, PdfObject } from './pdfFile.ts'
import { PdfGraph } from './pdfGraph.ts'
import { latin1, type PdfDictionary } from './pdfTokens.ts'
import { isDictionary, isNamed, nameOf } from './pdfTypes.ts'

/** Category → how content calls for one of it. Unused fonts are found where fonts are read. */
const CALLS = new Map([
  ['XObject', /\/([^\s/[\]()<>{}%]+)\s+Do\b/g],
  ['Pattern', /\/([^\s/[\]()<>{}%]+)\s+(?:scn|SCN)\b/g],
  ['Shading', /\/([^\s/[\]()<>{}%]+)\s+sh\b/g],
])

/** Findings of all pages, forms and patterns. */
export function resourceFindings(file: PdfFile): Finding[] {
  const graph = new PdfGraph(file)
  const texts = new Map<PdfDictionary, string[]>()
  for (const object of file.objects) {
    if (!isDictionary(object.value)) continue
    const resources = graph.dictionary(resourcesOf(graph, object.value))
    if (resources === null) continue
    const known = texts.get(resources) ?? []
    known.push(contentOf(graph, object, object.value))
    texts.set(resources, known)
  }
  return [...texts].flatMap(([resources, content]) => unusedIn(graph, resources, content.join('\n')))
}

function resourcesOf(graph: PdfGraph, { entries }: PdfDictionary) {
  const isPage = isNamed(entries.get('Type'), 'Page')
  return isPage ? graph.inherited({ type: 'dictionary', entries }, 'Resources') : entries.get('Resources')
}

function contentOf(graph: PdfGraph, object: PdfObject, { entries }: PdfDictionary): string {
  if (object.stream !== null) return latin1(object.stream)
  const contents = entries.get('Contents')
  const parts = graph.array(contents)
  const streams = (parts.length > 0 ? parts : [contents ?? null]).map((part) => graph.object(part)?.stream)
  const procedures = graph.dictionary(entries.get('CharProcs'))
  const drawn = [...(procedures?.entries.values() ?? [])].map((each) => graph.object(each)?.stream)
  return [...streams, ...drawn].map((stream) => (stream ? latin1(stream) : '')).join('\n')
}

function unusedIn(graph: PdfGraph, resources: PdfDictionary, content: string): Finding[] {
  const findings: Finding[] = []
  for (const [category, call] of CALLS) {
    const listed = graph.dictionary(resources.entries.get(category))
    if (listed === null) continue
    const called = new Set([...content.matchAll(call)].map(([, name = '']) => decoded(name)))
    for (const [name, value] of listed.entries) {
      if (called.has(name)) continue
      const number = typeof value === 'object' && value !== null && 'number' in value ? value.number : 0
      const kind = nameOf(graph.dictionary(value)?.entries.get('Subtype')) ?? category
      const detail = /^[A-Za-z]{1,12}$/.test(kind) ? kind : category
      findings.push({ class: 'pdf/unused-resource', where: `object ${number}`, detail })
    }
  }
  return findings
}

const decoded = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
