/** Reads a file of any kind: by its first bytes, not by its name. */
import { coarseRegion } from './coarseRegions.ts'
import { isIncidentsCsv, readCsvFile } from './csv.ts'
import { type Evidence, evidence, inParts, rawTexts } from './evidence.ts'
import { readJsonFile } from './json.ts'
import { otherFindings } from './otherFiles.ts'
import type { PdfOrigin } from './pdf.ts'
import { latin1 } from './pdfTokens.ts'
import { pictureFindings, pictureType } from './picture.ts'
import { pngSamples } from './pngSamples.ts'
import { readPdfInThreads } from './readerThreads.ts'

/** Where a PDF begins: readers take one that begins a little later too. Null when there is none. */
export function pdfStart(bytes: Uint8Array): number | null {
  const at = latin1(bytes.subarray(0, 1024)).indexOf('%PDF-')
  return at < 0 ? null : at
}

/** What one reader finds in a file, as it is found. */
export type EvidenceParts = Iterable<Evidence> | AsyncIterable<Evidence>

/**
 * What a file holds, by each of its readers. A PDF is read in threads of its own, which have begun when this returns.
 * @param hasFarScripts as for `rawTexts`.
 */
export function readEvidence(
  bytes: Uint8Array,
  origin: PdfOrigin,
  hasFarScripts: boolean,
): readonly EvidenceParts[] {
  const from = pdfStart(bytes)
  if (from !== null) {
    const parts = readPdfInThreads({ bytes, origin, hasFarScripts })
    if (from === 0) return parts
    const detail = `${from} bytes`
    const before = { class: 'pdf/unexpected-bytes' as const, where: 'before the beginning', detail }
    return [[evidence({ findings: [before] })], ...parts]
  }
  if (/^(?:\xef\xbb\xbf)?\s*[[{]/.test(latin1(bytes.subarray(0, 1024))))
    return [inParts(readJsonFile(bytes, hasFarScripts))]
  if (isIncidentsCsv(latin1(bytes.subarray(0, 1024)))) return [[readCsvFile(bytes, hasFarScripts)]]
  const raw = rawTexts(bytes, 'file', hasFarScripts)
  const type = pictureType(bytes)
  if (type !== null) {
    const form = evidence({ findings: pictureFindings(bytes, type), raw })
    return type === 'png' || type === 'jpeg' ? [[form], coarseRegionOf(bytes, type)] : [[form]]
  }
  const findings = otherFindings(bytes) ?? [
    { class: 'file/unknown-type' as const, where: 'file', detail: 'not a PDF, JSON or picture' },
  ]
  return [[evidence({ findings, raw })]]
}

async function* coarseRegionOf(bytes: Uint8Array, type: 'png' | 'jpeg'): AsyncGenerator<Evidence> {
  // PDF.js, which unpacks JPEG, is loaded when there is one.
  const picture =
    type === 'png' ? pngSamples(bytes) : await (await import('./jpegSamples.ts')).jpegSamples(bytes)
  const detail = picture === null ? null : coarseRegion(picture)
  if (detail !== null)
    yield evidence({ findings: [{ class: 'picture/pixelated', where: 'the picture', detail }] })
}
