/**
 * From redacted data to files on disk: made, checked by the gate, signed and sealed, staged, entered in the ledger, named. Both the window
 * and the command line go through here, so that neither can skip a step or take them in another order.
 */
import { createHash } from 'node:crypto'
import { type AppError, appError } from '../core/appError.ts'
import type { BriefForm } from '../core/briefForms.ts'
import type { DisclosureVerdict } from '../core/disclosure/verdict.ts'
import type { Redacted } from '../core/redaction/redact.ts'
import { err, ok, type Result } from '../core/result.ts'
import { isEveryTextAccepted } from './acceptedTexts.ts'
import type { Finding } from './gate/finding.ts'
import { type BriefError, type BriefStage, makeBrief } from './makeBrief.ts'
import type { FileToWrite, Protection } from './signing/protectFiles.ts'
import type { StartTypesetter } from './startTypesetter.ts'
import { labelWithOwn } from './vocabularyLabel.ts'
import { discardFile, publishFile, type StagedFile, stageFile } from './writeReleased.ts'

export interface ReleaseRequest {
  readonly redacted: Pick<Redacted, 'data' | 'canaries' | 'labels' | 'texts'>
  /** Keys of the texts that a person has read and accepted for this release. */
  readonly accepted: ReadonlySet<string>
  /** What disclosure control says of it. */
  readonly verdict: Pick<DisclosureVerdict, 'refusals'>
  /** Why it is to leave although disclosure control refuses it. */
  readonly overrideReason?: string | undefined
  /** Absolute path for each form wanted. */
  readonly targets: readonly { readonly form: BriefForm; readonly path: string }[]
  /** Signs or seals what has passed the gate; absent for neither. */
  readonly protection?: Protection | undefined
  /** Absolute. */
  readonly resourcesDir: string
  readonly startTypesetter: StartTypesetter
  readonly onProgress?: (stage: BriefStage) => void
  readonly signal?: AbortSignal
}

export interface ReleasedBrief {
  /** 0 when no PDF was asked for. */
  readonly pages: number
  /** Absolute paths of all files, signatures too, in the order in which they were written. */
  readonly paths: readonly string[]
}

type HashedFile = { readonly form: BriefForm; readonly sha256: string }

/** Files that are complete under random names, waiting for the ledger. */
interface StagedBrief extends ReleasedBrief {
  readonly files: HashedFile[]
  readonly staged: readonly StagedFile[]
}

/** Findings name records: they are for whoever holds the log, and do not cross to the window. */
export interface ReleaseError extends AppError {
  readonly findings?: readonly Finding[]
  /** The files could not be given their names after the ledger had taken the entry. */
  readonly isInLedger?: true
}

/**
 * Releases all files or none. The ledger comes before the names: a brief that it does not know would be missed when
 * it must be recalled. What `enterLedger` throws passes through, and nothing is left on disk.
 */
export async function releaseBrief(
  request: ReleaseRequest,
  enterLedger: (files: HashedFile[]) => Promise<Result<void, AppError>>,
): Promise<Result<ReleasedBrief, ReleaseError>> {
  const refused = disclosureError(request)
  if (refused !== null) return err(refused)
  const made = await stageBrief(request)
  if (!made.ok) return made
  const { files, staged, pages, paths } = made.value
  try {
    const entered = await enterLedger(files)
    if (!entered.ok) return entered
    return (await publishAll(staged))
      ? ok({ pages, paths })
      : err({ ...appError('disk/not-written'), isInLedger: true })
  } finally {
    await Promise.all(staged.map(discardFile))
  }
}

/** The first rule that refuses, with how many rows it is about; null when none does or the user answers for it. */
function disclosureError({ verdict, overrideReason }: ReleaseRequest): ReleaseError | null {
  const [first] = verdict.refusals
  if (first === undefined || (overrideReason !== undefined && overrideReason.trim() !== '')) return null
  return appError(DISCLOSURE_CODES[first.rule], { rows: first.rows })
}

const DISCLOSURE_CODES = {
  k: 'brief/disclosure-k',
  l: 'brief/disclosure-l',
  union: 'brief/disclosure-union',
} as const

async function publishAll(staged: readonly StagedFile[]): Promise<boolean> {
  try {
    for (const file of staged) await publishFile(file)
    return true
  } catch {
    return false
  }
}

/** Makes, checks and stages all files or none. */
async function stageBrief(request: ReleaseRequest): Promise<Result<StagedBrief, ReleaseError>> {
  const { redacted, accepted, targets, protection, resourcesDir, startTypesetter, onProgress, signal } =
    request
  if (!isEveryTextAccepted(redacted, accepted)) return err(appError('brief/text-not-accepted'))
  const made = await makeBrief({
    data: redacted.data,
    canaries: redacted.canaries,
    label: labelWithOwn(redacted.labels),
    forms: targets.map((target) => target.form),
    resourcesDir,
    startTypesetter,
    onProgress,
    signal,
  })
  if (!made.ok) return err(briefAppError(made.error))
  const brief = targets.flatMap(({ form, path }) => {
    const bytes = made.value[form]
    return bytes === undefined ? [] : [{ form, path, bytes }]
  })
  const protectedFiles = await protectedFilesOf(brief, protection)
  if (!protectedFiles.ok) return protectedFiles
  const files = brief.map(({ form, bytes }) => ({ form, sha256: sha256Hex(bytes) }))
  const staged: StagedFile[] = []
  try {
    for (const { path, bytes } of protectedFiles.value) staged.push(await stageFile(path, bytes))
  } catch (error) {
    await Promise.all(staged.map(discardFile))
    return err(appError('disk/not-written', { errno: errnoOf(error) }))
  }
  return ok({ files, staged, pages: made.value.pages, paths: staged.map(({ target }) => target) })
}

/** Loaded when asked for: the libraries are heavy, and most briefs need neither. */
async function protectedFilesOf(
  brief: readonly (FileToWrite & { readonly form: BriefForm })[],
  protection: Protection | undefined,
): Promise<Result<readonly FileToWrite[], AppError>> {
  if (protection === undefined || (protection.signingSecret === null && protection.seal === null))
    return ok(brief)
  const { protectFiles } = await import('./signing/protectFiles.ts')
  return protectFiles(brief, protection)
}

const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Why no brief was made, as the window and the command line are told it. */
export function briefAppError(error: BriefError): ReleaseError {
  const { code, ...rest } = error
  if (!('findings' in rest)) return appError(code, plainFields(rest))
  const counts: Record<string, number> = {}
  for (const finding of rest.findings) counts[finding.class] = (counts[finding.class] ?? 0) + 1
  return { ...appError(code, counts), findings: rest.findings }
}

function plainFields(fields: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  )
}
