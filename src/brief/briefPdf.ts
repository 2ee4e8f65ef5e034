/**
 * BriefData → PDF bytes, in a process of its own so that windows stay alive and a brief can be cancelled. The process is
 * given texts and where the fonts are, no path of the log and no key.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BriefData, BriefLayout } from '../core/redaction/briefData.ts'
import { err, type Result } from '../core/result.ts'
import { type BriefPage, createBriefPage, type Label } from './briefPage.ts'
import { uncoveredCharacters } from './fontCoverage.ts'
import { allStrings } from './printableText.ts'
import { forkTypesetter, type StartTypesetter } from './startTypesetter.ts'
import { type TypesetReply, type TypesetRequest, typesetReplySchema } from './typesetMessages.ts'
import type { Engine, TypesetError } from './typesetter.ts'

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
  /** The process ended before it had answered: killed, or out of memory. */
  | { readonly code: 'brief/typesetter-ended' }

export interface BriefPdfOptions {
  /** Absolute; holds `fonts/` and `brief/`. */
  readonly resourcesDir: string
  readonly label: Label
  /** The native engine when it loads, else WebAssembly. */
  readonly engine?: Engine | undefined
  /** By Node, unless told otherwise. */
  readonly startTypesetter?: StartTypesetter | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((stage: TypesetStage) => void) | undefined
}

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
  return runTypesetter(await request(data, page, options), options)
}

async function request(data: BriefData, page: BriefPage, options: BriefPdfOptions): Promise<TypesetRequest> {
  return {
    engine: options.engine ?? null,
    template: await readTemplate(data.layout, options.resourcesDir),
    dataJson: JSON.stringify(page),
    resourcesDir: options.resourcesDir,
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

function runTypesetter(
  request: TypesetRequest,
  { startTypesetter = forkTypesetter, signal, onProgress }: BriefPdfOptions,
): Promise<Result<BriefPdf, BriefPdfError>> {
  // Cancelled while the template was read: nobody would be told of it any more.
  if (signal?.aborted) return Promise.resolve(err({ code: 'brief/cancelled' }))
  const { promise, resolve, reject } = Promise.withResolvers<Result<BriefPdf, BriefPdfError>>()
  let answer = () => resolve(err({ code: 'brief/typesetter-ended' }))
  let isAnswered = false
  // Answered when the process has ended: its memory goes before the gate takes as much.
  const finish = (how: () => void) => {
    if (isAnswered) return
    isAnswered = true
    answer = how
    running.end()
  }
  const cancel = () => finish(() => resolve(err({ code: 'brief/cancelled' })))
  const running = startTypesetter(request, {
    heard: (untrustedReply) => {
      const { data: reply, error } = typesetReplySchema.safeParse(untrustedReply)
      if (reply === undefined) finish(() => reject(error))
      else if (reply.kind === 'failed') finish(() => reject(new Error(reply.defect)))
      else if (reply.kind === 'done') finish(() => resolve(reply.result))
      else if (!isAnswered) onProgress?.(reply.stage)
    },
    ended: () => {
      signal?.removeEventListener('abort', cancel)
      answer()
    },
  })
  signal?.addEventListener('abort', cancel, { once: true })
  return promise
}
