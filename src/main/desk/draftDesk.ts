/** Forms that are not finished: kept in the log, so encrypted; never part of undo, and shown nowhere but in their form. */
import { appError } from '../../core/appError.ts'
import { discardDraft } from '../../core/log.ts'
import { err, ok } from '../../core/result.ts'
import type { DeskContext, HandlersOf } from './context.ts'
import type { Settling } from './settling.ts'

type DraftCalls = 'drafts.list' | 'drafts.save' | 'drafts.discard' | 'drafts.settled'

export function createDraftDesk(context: DeskContext, settling: Settling): HandlersOf<DraftCalls> {
  return {
    'drafts.list': async () => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      return ok(Object.values(log.data.drafts).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1)))
    },
    'drafts.save': async ({ id, fields }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const saved = await log.keep([{ kind: 'drafts', id, record: { id, fields, savedAt: context.now() } }])
      return saved.ok ? ok({}) : saved
    },
    'drafts.discard': async ({ id }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const saved = await log.keep(discardDraft(id))
      return saved.ok ? ok({}) : saved
    },
    'drafts.settled': async () => {
      settling.settled()
      return ok({})
    },
  }
}
