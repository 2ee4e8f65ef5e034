/** Forms that are not finished: kept in the log, so encrypted; never part of undo, and shown nowhere but in their form. */
import type { z } from 'zod'
import { type AppError, appError } from '../../core/appError.ts'
import { discardDraft, type draftSchema } from '../../core/log.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { EDITABLE_KINDS, LOCKED_FIELDS } from '../../shared/ipc/views.ts'
import type { OpenLog } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'
import type { Settling } from './settling.ts'

type Draft = z.infer<typeof draftSchema>
type DraftCalls = 'drafts.list' | 'drafts.read' | 'drafts.save' | 'drafts.discard' | 'drafts.settled'

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
      const drafts = draftsOf(log, held)
      const newestFirst = Object.values(drafts).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
      return ok(newestFirst.map(withoutLocked))
    },
    'drafts.read': async ({ id }) => {
      const log = context.openLog()
      return log === null
        ? err(appError('log/not-open'))
        : ok(draftsOf(log, context.held.of(log))[id] ?? null)
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

/** A draft as it is told before its form is open: no real name or contact is in the window until somebody asks. */
export function withoutLocked(draft: Draft): Draft {
  const [, kindOfDraft] = draft.id.split('/')
  const kind = EDITABLE_KINDS.find((each) => each === kindOfDraft)
  const locked = (kind === undefined ? undefined : LOCKED_FIELDS[kind]) ?? []
  const told = Object.entries(draft.fields).filter(([field]) => !locked.includes(field))
  return { ...draft, fields: Object.fromEntries(told) }
}

/** What the log has, and over it what it has not taken yet. */
function draftsOf(log: OpenLog, held: readonly Draft[]): Readonly<Record<string, Draft>> {
  return { ...log.data.drafts, ...Object.fromEntries(held.map((draft) => [draft.id, draft])) }
}
