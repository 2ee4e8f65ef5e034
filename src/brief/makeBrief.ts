/**
 * One call from redacted data to released bytes: typeset, written, read back. Bytes are handed over only when the
 * release gate found nothing in any of them.
 */
import { type BriefForm, MOST_PAGED_INCIDENTS } from '../core/briefForms.ts'
import type { BriefData, Canary } from '../core/redaction/briefData.ts'
import { err, ok, type Result } from '../core/result.ts'
import { briefJson } from './briefJson.ts'
import type { Label } from './briefPage.ts'
import { type BriefPdf, type BriefPdfError, briefPdf, type TypesetStage } from './briefPdf.ts'
import { claimReviews } from './exports/claimReviews.ts'
import { incidentsCsv } from './exports/incidentsCsv.ts'
import { placesGeoJson } from './exports/placesGeoJson.ts'
import { excusesFor } from './gate/allowedStrings.ts'
import { createGate } from './gate/checkBytes.ts'
import { distinctFindings, type Finding } from './gate/finding.ts'
import { policyFindings } from './gate/policiesApplied.ts'
import { hasForbiddenCharacter } from './printableText.ts'
import type { StartTypesetter } from './startTypesetter.ts'
import type { Engine } from './typesetter.ts'

export type BriefStage = TypesetStage | 'gate'

export interface BriefRequest {
  readonly data: BriefData
  /** Every protected value of the log. */
  readonly canaries: readonly Canary[]
  /** Absolute path of the shipped resources; holds `fonts/` and `brief/`. */
  readonly resourcesDir: string
  readonly label: Label
  readonly forms: readonly BriefForm[]
  readonly engine?: Engine | undefined
  /** By Node, unless told otherwise. */
  readonly startTypesetter?: StartTypesetter | undefined
  readonly onProgress?: ((stage: BriefStage) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** The bytes of each form that was asked for. */
export interface MadeBrief extends Readonly<Partial<Record<BriefForm, Uint8Array>>> {
  /** Null when no PDF was asked for. */
  readonly engine: Engine | null
  readonly pages: number
}

export type BriefError =
  | BriefPdfError
  /** NUL or byte order mark in the data. */
  | { readonly code: 'brief/forbidden-character' }
  | { readonly code: 'brief/too-many-incidents'; readonly most: number }
  | { readonly code: 'brief/gate-refused'; readonly findings: readonly Finding[] }

/** Every form but the PDF, which alone takes time and can fail. */
const WRITERS: Readonly<Record<Exclude<BriefForm, 'pdf'>, (data: BriefData, label: Label) => Uint8Array>> = {
  json: briefJson,
  geojson: placesGeoJson,
  csv: incidentsCsv,
  claimreview: claimReviews,
}

/** Makes the forms asked for, or says why not. Throws only on our own defects. */
export async function makeBrief(request: BriefRequest): Promise<Result<MadeBrief, BriefError>> {
  const { data, forms } = request
  if (hasForbiddenCharacter(data)) return err({ code: 'brief/forbidden-character' })
  if (forms.includes('pdf') && data.incidents.length > MOST_PAGED_INCIDENTS) {
    return err({ code: 'brief/too-many-incidents', most: MOST_PAGED_INCIDENTS })
  }
  const gate = createGate(request.canaries, () => excusesFor(data, request.label))
  const others = Object.fromEntries(
    forms.flatMap((form) => (form === 'pdf' ? [] : [[form, WRITERS[form](data, request.label)] as const])),
  )
  let checks: Promise<Finding[][]> | null = null
  const checkOthers = () => {
    checks ??= Promise.all(Object.values(others).map((bytes) => gate.check(bytes, 'made')))
    return checks
  }
  let pdf: BriefPdf | null = null
  if (forms.includes('pdf')) {
    // The gate is made ready, and reads the other forms, while another process sets the pages.
    let isReady = false
    const onProgress = (stage: TypesetStage): void => {
      request.onProgress?.(stage)
      if (isReady) return
      isReady = true
      setImmediate(() => {
        gate.prepare()
        checkOthers()
      })
    }
    const set = await briefPdf(data, { ...request, onProgress })
    if (!set.ok) return set
    pdf = set.value
  }
  request.onProgress?.('gate')
  const found = [...(pdf === null ? [] : [gate.check(pdf.bytes, 'made')]), checkOthers()]
  // The pages are computed from these rows, so what holds for them holds for every form; JSON is found out by itself too.
  const findings = distinctFindings([...policyFindings(data), ...(await Promise.all(found)).flat(2)])
  if (request.signal?.aborted) return err({ code: 'brief/cancelled' })
  if (findings.length > 0) return err({ code: 'brief/gate-refused', findings })
  return ok({
    ...(pdf === null ? {} : { pdf: pdf.bytes }),
    ...others,
    engine: pdf?.engine ?? null,
    pages: pdf?.pages ?? 0,
  })
}
