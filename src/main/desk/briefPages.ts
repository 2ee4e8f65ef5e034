/**
 * The pages of a brief while it is being made: set in type from redacted data in the same way as the file that
 * leaves, so that equal data gives equal bytes. They go to the window alone: no gate, no file, no entry in the ledger.
 */
import { type BriefPdf, briefPdf } from '../../brief/briefPdf.ts'
import { hasForbiddenCharacter } from '../../brief/printableText.ts'
import { briefAppError } from '../../brief/releaseBrief.ts'
import { labelWithOwn } from '../../brief/vocabularyLabel.ts'
import type { AppError } from '../../core/appError.ts'
import { MOST_PAGED_INCIDENTS } from '../../core/briefForms.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { ForPages } from '../redaction/redactMessages.ts'
import type { DeskPorts } from './context.ts'

export interface PagesDesk {
  /** Redacts and sets the pages; those that are being set meanwhile are given up and answer `brief/cancelled`. */
  set(
    redact: (isWanted: () => boolean) => Promise<Result<ForPages, AppError>>,
  ): Promise<Result<BriefPdf & Pick<ForPages, 'choice'>, AppError>>
  /** Gives up what is being set. */
  stop(): void
}

type PagesPorts = Pick<DeskPorts, 'resourcesDir' | 'startTypesetter' | 'emit'>

export function createPagesDesk({ resourcesDir, startTypesetter, emit }: PagesPorts): PagesDesk {
  let running: AbortController | null = null
  const stop = () => {
    running?.abort()
    running = null
  }
  return {
    stop,
    set: async (redact) => {
      stop()
      const mine = new AbortController()
      running = mine
      const redacted = await redact(() => running === mine)
      if (!redacted.ok) return redacted
      if (mine.signal.aborted) return err(briefAppError({ code: 'brief/cancelled' }))
      const { data, labels, choice } = redacted.value
      if (hasForbiddenCharacter(data)) return err(briefAppError({ code: 'brief/forbidden-character' }))
      if (data.incidents.length > MOST_PAGED_INCIDENTS)
        return err(briefAppError({ code: 'brief/too-many-incidents', most: MOST_PAGED_INCIDENTS }))
      const pdf = await briefPdf(data, {
        resourcesDir,
        startTypesetter,
        label: labelWithOwn(labels),
        signal: mine.signal,
        onProgress: (step) => emit('app.progress', { task: 'pages', step, done: 0, total: null }),
      })
      if (running === mine) running = null
      return pdf.ok ? ok({ ...pdf.value, choice }) : err(briefAppError(pdf.error))
    },
  }
}
