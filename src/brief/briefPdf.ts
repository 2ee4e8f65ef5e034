/**
 * BriefData → PDF bytes, in a worker thread so that windows stay alive and a brief can be cancelled. The worker is
 * given texts and fonts, no path of the log and no key.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BriefData, BriefLayout } from '../core/redaction/briefData.ts'
import { err, type Result } from '../core/result.ts'
import { type BriefPage, createBriefPage, type Label } from './briefPage.ts'
import { readFonts, uncoveredCharacters } from './fontCoverage.ts'
import { allStrings } from './printableText.ts'
import { type TypesetReply, type TypesetRequest, typesetReplySchema } from './typesetMessages.ts'
import type { Engine, TypesetError } from './typesetter.ts'
import { findWorker } from './workerFile.ts'

export interface BriefPdf {
  readonly bytes: Uint8Array
  readonly engine: Engine
  readonly pages: number
}

/** `characters` are named to the user, never written to a log file. */
export type BriefPdfError =
  | TypesetError
  | { readonly code: 'brief/uncovered-characters'; readonly characters: readonly string[] }
  | { readonly code: 'brief/cancelled' }

export interface BriefPdfOptions {
  /** Absolute; holds `fonts/` and `brief/`. */
  readonly resourcesDir: string
  readonly label: Label
  /** The native engine when it loads, else WebAssembly. */
  readonly engine?: Engine | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((stage: TypesetStage) => void) | undefined
}

/** What the thread may hold, in megabytes, before it looks what of it is still wanted; without limits far more. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 } as const

export type TypesetStage = Extract<TypesetReply, { kind: 'progress' }>['stage']

/** Sets a brief in type. The bytes have not been through the release gate yet. */
export async function briefPdf(
  data: BriefData,
  options: BriefPdfOptions,
): Promise<Result<BriefPdf, BriefPdfError>> {
  const page = createBriefPage(data, options.label)
  const characters = await uncoveredCharacters(allStrings(page), options.resourcesDir)
  if (characters.length > 0) return err({ code: 'brief/uncovered-characters', characters })
  if (options.signal?.aborted) return err({ code: 'brief/cancelled' })
  return runWorker(await request(data, page, options), options)
}

async function request(data: BriefData, page: BriefPage, options: BriefPdfOptions): Promise<TypesetRequest> {
  return {
    engine: options.engine ?? null,
    template: await readTemplate(data.layout, options.resourcesDir),
    dataJson: JSON.stringify(page),
    fonts: await readFonts(options.resourcesDir),
    metadata: { title: page.title, subject: page.subject, language: page.language, asOf: data.asOf },
  }
}

/** One text, since nothing may be imported: what all layouts share, then the layout. */
export async function readTemplate(layout: BriefLayout, resourcesDir: string): Promise<string> {
  const parts = ['base', layout].map((name) =>
    readFile(path.join(resourcesDir, 'brief', `${name}.typ`), 'utf8'),
  )
  return (await Promise.all(parts)).join('\n')
}

function runWorker(
  workerData: TypesetRequest,
  { signal, onProgress }: BriefPdfOptions,
): Promise<Result<BriefPdf, BriefPdfError>> {
  return new Promise((resolve, reject) => {
    // No environment and no arguments: nothing of the machine can find its way into a page.
    const worker = new Worker(findWorker('typesetWorker', './typesetWorker.ts'), {
      workerData,
      resourceLimits: LIMITS,
      env: {},
      argv: [],
      execArgv: [],
    })
    // Its memory goes before the gate takes as much: both at once would be the most that a brief needs.
    const finish = (result: Result<BriefPdf, BriefPdfError>) => {
      signal?.removeEventListener('abort', cancel)
      worker.terminate().then(() => resolve(result), reject)
    }
    const cancel = () => finish(err({ code: 'brief/cancelled' }))
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (untrustedReply: unknown) => {
      const reply = typesetReplySchema.parse(untrustedReply)
      if (reply.kind === 'progress') onProgress?.(reply.stage)
      else finish(reply.result)
    })
    worker.once('error', (error) => {
      signal?.removeEventListener('abort', cancel)
      reject(error)
    })
  })
}
