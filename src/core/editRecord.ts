/**
 * A record edited by hand: named fields over the stored ones, then the kind's own schema. What a form must not
 * touch (ids, entry times, origins, a claim's grades and history) is refused here, not only in the form.
 */
import { withActKeys } from './actKeys.ts'
import { type AppError, appError } from './appError.ts'
import { checkAbout } from './claimAbout.ts'
import { type CodeUse, codesOf, type KnowsCode, unknownCodes } from './codeCheck.ts'
import { gradeProblem } from './grading.ts'
import type { Log } from './log.ts'
import { isDuplicateChain } from './mergeIncidents.ts'
import { firstSwitchedOff } from './optIns.ts'
import { withDefaults } from './recordDefaults.ts'
import { isFixedField } from './recordFields.ts'
import { leadsToRecord, linksOf } from './recordLinks.ts'
import { type AnyRecord, completeRecord, type Kind, SCHEMAS, type Stamp } from './records.ts'
import { err, ok, type Result } from './result.ts'
import { claimSourcing } from './sourcing/claimSourcing.ts'
import { recordsOfLog } from './sourcing/sourcingRecords.ts'

/** Of a claim that exists these move only by an assessment, which asks for its reason. */
const GRADES: ReadonlySet<string> = new Set(['status', 'credibility', 'standardMet'])

/**
 * The next state of a record. `id` null makes a new one. A field set to null is removed. `knows` says which codes are in
 * a vocabulary.
 * Errors: `records/not-found`, `records/field-fixed`, `claims/needs-assessment`, `records/invalid` {field, reason},
 * `records/link-unknown` {field}, `records/code-unknown` {field}, `records/field-switched-off` {field},
 * `records/about-unknown` {field}, `merges/into-itself` for duplicates in a circle, and of a new claim those of
 * `gradeProblem`. Acts that have no key are given one.
 */
export function editRecord(
  log: Log,
  kind: Kind,
  id: string | null,
  untrustedFields: Readonly<Record<string, unknown>>,
  stamp: Stamp,
  knows: KnowsCode = () => true,
): Result<AnyRecord, AppError> {
  const existing = id === null ? undefined : log[kind][id]
  if (id !== null && existing === undefined) return err(appError('records/not-found'))
  const fields = { ...untrustedFields }
  for (const [field, value] of Object.entries(fields)) {
    if (isFixedField(kind, field)) return err(appError('records/field-fixed', { field }))
    const isGrade = kind === 'claims' && existing !== undefined && GRADES.has(field)
    if (isGrade && value === (existing as unknown as Record<string, unknown>)[field]) delete fields[field]
    else if (isGrade) return err(appError('claims/needs-assessment', { field }))
  }
  const before = existing as Readonly<Record<string, unknown>> | undefined
  const switchedOff = firstSwitchedOff(log.meta, kind, fields, before)
  if (switchedOff !== null) return err(appError('records/field-switched-off', { field: switchedOff }))
  const merged = Object.fromEntries(
    Object.entries({ ...existing, ...fields }).filter(([, value]) => value !== null),
  )
  const complete =
    existing === undefined ? completeRecord(merged, stamp) : { ...merged, updatedAt: stamp.now }
  const parsed = SCHEMAS[kind].safeParse(withDefaults(kind, complete))
  if (!parsed.success) return err(invalid(parsed.error.issues))
  const unknown = firstUnknownLink(log, kind, parsed.data, existing)
  if (unknown !== null) return err(appError('records/link-unknown', { field: unknown }))
  const problem = claimProblem(log, parsed.data, existing)
  if (problem !== null) return err(problem)
  if (isOwnDuplicate(log, parsed.data, existing)) return err(appError('merges/into-itself'))
  const code = firstUnknownCode(kind, parsed.data, existing, knows)
  if (code !== null) return err(appError('records/code-unknown', { field: code }))
  return ok('acts' in parsed.data ? { ...parsed.data, acts: withActKeys(parsed.data.acts) } : parsed.data)
}

/**
 * A new claim is graded by the rules of an assessment, and one that is superseded keeps its link. What it is about has
 * to be there.
 */
function claimProblem(log: Log, next: AnyRecord, before: AnyRecord | undefined): AppError | null {
  if (!('statement' in next)) return null
  const claim = before !== undefined && 'statement' in before ? before : undefined
  const about = checkAbout(log, next, claim)
  if (about !== null) return about
  if (claim === undefined) return gradeProblem(next, claimSourcing(next, recordsOfLog(log)).cap)
  const losesLink =
    claim.supersededBy !== undefined && next.supersededBy === undefined && next.status === 'superseded'
  return losesLink ? appError('claim/superseding-missing') : null
}

interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly params?: Readonly<Record<string, unknown>> | undefined
}

function invalid(issues: readonly Issue[]): AppError {
  const issue = issues[0]
  const reason = typeof issue?.params?.code === 'string' ? issue.params.code : (issue?.code ?? 'invalid')
  return appError('records/invalid', { field: issue?.path.map(String).join('.') ?? '', reason })
}

/** Would the record be a duplicate of itself, at once or by others? What an import brought may stay. */
function isOwnDuplicate(log: Log, next: AnyRecord, before: AnyRecord | undefined): boolean {
  if (!('duplicateOf' in next || 'possibleDuplicateOf' in next)) return false
  const had = before !== undefined && 'possibleDuplicateOf' in before ? before : undefined
  const { id, duplicateOf, possibleDuplicateOf } = next
  if (possibleDuplicateOf.includes(id) && had?.possibleDuplicateOf.includes(id) !== true) return true
  if (duplicateOf === undefined || duplicateOf === had?.duplicateOf) return false
  return isDuplicateChain(log.incidents, duplicateOf, id)
}

/** A link must lead to a record of its kinds, or to one in the bin; links that were there before may stay. */
function firstUnknownLink(
  log: Log,
  kind: Kind,
  next: AnyRecord,
  before: AnyRecord | undefined,
): string | null {
  const known = new Set(before === undefined ? [] : linksOf(kind, before).map((link) => link.id))
  const unknown = linksOf(kind, next).find((link) => !known.has(link.id) && !leadsToRecord(log, link))
  return unknown?.field ?? null
}

/** A code must be in its vocabulary; one that was there before, from an import, may stay. */
function firstUnknownCode(
  kind: Kind,
  next: AnyRecord,
  before: AnyRecord | undefined,
  knows: KnowsCode,
): string | null {
  const key = (use: CodeUse) => `${use.vocabulary}/${use.code}`
  const had = new Set(before === undefined ? [] : codesOf(kind, before).map(key))
  return unknownCodes(kind, next, knows).find((use) => !had.has(key(use)))?.field ?? null
}
