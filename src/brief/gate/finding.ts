/** What the release gate says about a file. Any finding at all stops a release. */
import type { Canary } from '../../core/redaction/briefData.ts'
import type { FindingClass } from './leakClasses.ts'

export interface Finding {
  /** Its class of leak; the table says what each is. */
  readonly class: FindingClass
  /** Where in the file: page, object, key. */
  readonly where: string
  /** Never the secret itself: for a leak the record and field it stands in. */
  readonly detail: string
}

/** A protected value was found. */
export function leakFinding(canary: Canary, where: string): Finding {
  const { kind, id, field } = canary.where
  return { class: `leak/${canary.protected}`, where, detail: `${kind} ${id}: ${field}` }
}

/** A hash of a protected value was found. */
export function digestFinding(canary: Canary, where: string): Finding {
  return { ...leakFinding(canary, where), class: 'leak/hash' }
}

/** Findings without repeats, in the order they were made. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.class, finding.where, finding.detail])
    if (!seen.has(key)) seen.set(key, finding)
  }
  return [...seen.values()]
}
