/** Forms that are not finished: kept in the log, so encrypted; never part of undo, and shown nowhere but in their form. */
import { appError } from '../../core/appError.ts'
import { type Draft, discardDraft } from '../../core/log.ts'
import { err, ok } from '../../core/result.ts'
import { EDITABLE_KINDS, LOCKED_FIELDS } from '../../shared/ipc/views.ts'
import type { DeskContext, HandlersOf } from './context.ts'
import type { Settling } from './settling.ts'

type DraftCalls = 'drafts.list' | 'drafts.read' | 'drafts.save' | 'drafts.discard' | 'drafts.settled'

export function createDraftDesk(context: DeskContext, settling: Settling): HandlersOf<DraftCalls> {
  return {
    'drafts.list': async () => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const newestFirst = Object.values(log.data.drafts).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
      return ok(newestFirst.map(withoutLocked))
    },
    'drafts.read': async ({ id }) => {
      const log = context.openLog()
      return log === null ? err(appError('log/not-open')) : ok(log.data.drafts[id] ?? null)
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

/** A draft as it is told before its form is open: no real name or contact is in the window until somebody asks. */
export function withoutLocked(draft: Draft): Draft {
  const [, kindOfDraft] = draft.id.split('/')
  const kind = EDITABLE_KINDS.find((each) => each === kindOfDraft)
  const locked = (kind === undefined ? undefined : LOCKED_FIELDS[kind]) ?? []
  const told = Object.entries(draft.fields).filter(([field]) => !locked.includes(field))
  return { ...draft, fields: Object.fromEntries(told) }
}
