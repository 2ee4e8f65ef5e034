/**
 * From redacted data to files on disk: made, checked by the gate, written. Both the window and the command line go
 * through here, so that neither can skip a step; the ledger entry is the caller's, who holds the log.
 */
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { type AppError, appError } from '../core/appError.ts'
import type { Redacted } from '../core/redaction/redact.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { Finding } from './gate/finding.ts'
import { type BriefError, type BriefForm, type BriefStage, makeBrief } from './makeBrief.ts'
import { vocabularyLabel } from './vocabularyLabel.ts'
import { writeReleased } from './writeReleased.ts'

export interface ReleaseRequest {
  readonly redacted: Redacted
  /** Absolute path for each form wanted. */
  readonly targets: readonly { readonly form: BriefForm; readonly path: string }[]
  /** Absolute. */
  readonly resourcesDir: string
  readonly onProgress?: (stage: BriefStage) => void
  readonly signal?: AbortSignal
}

export interface ReleasedFiles {
  readonly files: { readonly form: BriefForm; readonly sha256: string }[]
  /** 0 when no PDF was asked for. */
  readonly pages: number
  /** Takes the files back, when the ledger could not be written. */
  remove(): Promise<void>
}

/** Findings name records: they are for whoever holds the log, and do not cross to the window. */
export interface ReleaseError extends AppError {
  readonly findings?: readonly Finding[]
}

/** Writes all files or none. */
export async function releaseBrief(request: ReleaseRequest): Promise<Result<ReleasedFiles, ReleaseError>> {
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
  const outputs = targets.flatMap(({ form, path }) => {
    const bytes = made.value[form]
    return bytes === undefined ? [] : [{ form, path, bytes }]
  })
  const remove = async () => {
    await Promise.all(outputs.map(({ path }) => rm(path, { force: true })))
  }
  try {
    for (const { path, bytes } of outputs) await writeReleased(path, bytes)
  } catch (error) {
    await remove()
    return err(appError('disk/not-written', { errno: errnoOf(error) }))
  }
  const files = outputs.map(({ form, bytes }) => ({
    form,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  return ok({ files, pages: made.value.pages, remove })
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
