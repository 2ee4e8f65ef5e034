/**
 * From redacted data to files on disk: made, checked by the gate, staged. Both the window and the command line go
 * through here, so that neither can skip a step; the ledger entry is the caller's, who holds the log.
 */
import { createHash } from 'node:crypto'
import { type AppError, appError } from '../core/appError.ts'
import type { Redacted } from '../core/redaction/redact.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { Finding } from './gate/finding.ts'
import { type BriefError, type BriefForm, type BriefStage, makeBrief } from './makeBrief.ts'
import { vocabularyLabel } from './vocabularyLabel.ts'
import { discardFile, publishFile, type StagedFile, stageFile } from './writeReleased.ts'

export interface ReleaseRequest {
  readonly redacted: Redacted
  /** Absolute path for each form wanted. */
  readonly targets: readonly { readonly form: BriefForm; readonly path: string }[]
  /** Absolute. */
  readonly resourcesDir: string
  readonly onProgress?: (stage: BriefStage) => void
  readonly signal?: AbortSignal
}

/** Files that are complete under random names, waiting for the ledger. */
export interface StagedBrief {
  readonly files: { readonly form: BriefForm; readonly sha256: string }[]
  /** 0 when no PDF was asked for. */
  readonly pages: number
  /** Gives the files their names. Throws the file system's error. */
  publish(): Promise<void>
  /** Takes the staged files away; what stood under their names before is untouched. */
  discard(): Promise<void>
}

/** Findings name records: they are for whoever holds the log, and do not cross to the window. */
export interface ReleaseError extends AppError {
  readonly findings?: readonly Finding[]
}

/**
 * Makes, checks and stages all files or none. The caller enters the ledger and then publishes: a brief that the
 * ledger does not know would be missed when it must be recalled.
 */
export async function stageBrief(request: ReleaseRequest): Promise<Result<StagedBrief, ReleaseError>> {
  const { redacted, targets, resourcesDir, onProgress, signal } = request
  const made = await makeBrief({
    data: redacted.data,
    canaries: redacted.canaries,
    label: vocabularyLabel,
    forms: targets.map((target) => target.form),
    resourcesDir,
    onProgress,
    signal,
  })
  if (!made.ok) return err(briefAppError(made.error))
  const staged: StagedFile[] = []
  const files: { form: BriefForm; sha256: string }[] = []
  const discard = async () => {
    await Promise.all(staged.map(discardFile))
  }
  try {
    for (const { form, path } of targets) {
      const bytes = made.value[form]
      if (bytes === undefined) continue
      staged.push(await stageFile(path, bytes))
      files.push({ form, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
  } catch (error) {
    await discard()
    return err(appError('disk/not-written', { errno: errnoOf(error) }))
  }
  const publish = async () => {
    for (const file of staged) await publishFile(file)
  }
  return ok({ files, pages: made.value.pages, publish, discard })
}

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function briefAppError(error: BriefError): ReleaseError {
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
