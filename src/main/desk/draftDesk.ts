/** Forms that are not finished: kept in the log, so encrypted; never part of undo, and shown nowhere but in their form. */
import type { z } from 'zod'
import { type AppError, appError } from '../../core/appError.ts'
import { discardDraft, type draftSchema } from '../../core/log.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { OpenLog } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'
import type { Settling } from './settling.ts'

type Draft = z.infer<typeof draftSchema>
type DraftCalls = 'drafts.list' | 'drafts.save' | 'drafts.discard' | 'drafts.settled'

export function createDraftDesk(context: DeskContext, settling: Settling): HandlersOf<DraftCalls> {
  /** Held from now on until the log has it: the log may be locked before its disk answers. */
  const keep = async (log: OpenLog, draft: Draft): Promise<Result<Record<string, never>, AppError>> => {
    const release = context.held.hold(log, context.chosen() ?? '', draft)
    const saved = await log.keep([{ kind: 'drafts', id: draft.id, record: draft }])
    if (!saved.ok) return saved
    release()
    return ok({})
  }
  return {
    'drafts.list': async () => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const held = context.held.of(log)
      // Not waited for: the disk may still not answer, and what is held can be shown all the same.
      for (const draft of held) void keep(log, draft)
      const drafts = { ...log.data.drafts, ...Object.fromEntries(held.map((draft) => [draft.id, draft])) }
      return ok(Object.values(drafts).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1)))
    },
    'drafts.save': async ({ id, fields }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      return keep(log, { id, fields, savedAt: context.now() })
    },
    'drafts.discard': async ({ id }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      context.held.drop(log, id)
      const saved = await log.keep(discardDraft(id))
      return saved.ok ? ok({}) : saved
    },
    'drafts.settled': async () => {
      settling.settled()
      return ok({})
    },
  }
}
