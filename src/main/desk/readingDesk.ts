/**
 * Somebody's brief, opened to be read: chosen by a dialog, checked, shown; its claims are imported when the user says so,
 * as one step that undo takes back. The file is read once, with the signature beside it, and never written.
 */
import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { briefClaimWords } from '../../brief/briefClaimWords.ts'
import { MOST_BYTES, type ReadBrief, readBrief } from '../../brief/readBrief.ts'
import { readSignature } from '../../brief/readSignature.ts'
import { SIGNATURE_ENDING } from '../../brief/signing/fileEndings.ts'
import { type AppError, appError } from '../../core/appError.ts'
import { type ImportedBrief, importBrief } from '../../core/releases/importBrief.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { DeskContext, HandlersOf } from './context.ts'

type ReadingCalls = 'reading.choose' | 'reading.import' | 'reading.close'

export interface ReadingDesk {
  readonly handlers: HandlersOf<ReadingCalls>
  forget(): void
}

/** Of a signature: four short lines. */
const MOST_SIGNATURE_BYTES = 4_096

export function createReadingDesk(context: DeskContext): ReadingDesk {
  let opened: { readonly token: string; readonly brief: ReadBrief } | null = null
  const forget = () => {
    opened = null
  }
  return {
    forget,
    handlers: {
      'reading.choose': async () => {
        const log = context.openLog()
        if (log === null) return err(appError('log/not-open'))
        const file = await context.ports.dialogs.chooseFile(context.text('dialog.chooseBriefToRead'), [
          'json',
        ])
        if (file === null) return ok(null)
        const bytes = await readBounded(file, MOST_BYTES)
        if (!bytes.ok) return bytes
        const read = readBrief(bytes.value)
        if (!read.ok) return read
        const beside = await readBounded(`${file}${SIGNATURE_ENDING}`, MOST_SIGNATURE_BYTES)
        const text = beside.ok ? new TextDecoder().decode(beside.value) : null
        const { state, key } = await readSignature(bytes.value, text, Object.values(log.data.recipientKeys))
        // The log may have been locked while the dialog stood open.
        if (context.openLog() !== log) return err(appError('log/not-open'))
        const token = randomBytes(16).toString('hex')
        opened = { token, brief: read.value }
        const { data, sha256 } = read.value
        return ok({
          token,
          fileName: path.basename(file),
          sha256,
          signature: { state, signer: key?.name ?? null, organisation: key?.organisation ?? null },
          data,
          known: knownClaims(Object.values(log.data.sourceItems), sha256),
        })
      },
      'reading.import': async ({ token, from }) => {
        const log = context.openLog()
        if (log === null) return err(appError('log/not-open'))
        if (opened?.token !== token) return err(appError('reading/expired'))
        const { data, sha256 } = opened.brief
        let made: ImportedBrief | null = null
        const saved = await log.commit(
          (before) => {
            const built = importBrief(before, {
              data,
              sha256,
              from,
              words: (claim) => briefClaimWords(claim, data),
              now: context.now(),
              newId: context.newId,
            })
            if (!built.ok) return built
            made = built.value
            return ok(built.value.change)
          },
          [],
          { what: 'imported' },
        )
        return saved.ok ? importedView(made, saved.value) : saved
      },
      'reading.close': async ({ token }) => {
        if (opened?.token === token) forget()
        return ok({})
      },
    },
  }
}

function importedView(made: ImportedBrief | null, step: number | null) {
  if (made === null) return err(appError('reading/expired'))
  const { organisation, added, known, repeated } = made
  return ok({ step, organisation, added, known, repeated })
}

function knownClaims(items: readonly { readonly externalId?: string | undefined }[], sha256: string): number {
  return items.filter(({ externalId }) => externalId?.startsWith(`${sha256}#c`)).length
}

async function readBounded(file: string, most: number): Promise<Result<Uint8Array, AppError>> {
  try {
    if ((await stat(file)).size > most) return err(appError('reading/too-large'))
    return ok(await readFile(file))
  } catch {
    return err(appError('disk/unreadable'))
  }
}
