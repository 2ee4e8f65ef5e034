/** Records edited by hand: save, delete to the bin, restore, assess a claim, undo and redo. */
import { type AppError, appError } from '../../core/appError.ts'
import { editRecord } from '../../core/editRecord.ts'
import { assessClaim } from '../../core/grading.ts'
import {
  type Change,
  deleteRecord,
  discardDraft,
  type Put,
  putRecord,
  restoreRecord,
} from '../../core/log.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { OpenLog } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'

type RecordCalls =
  | 'records.save'
  | 'records.delete'
  | 'records.restore'
  | 'history.undo'
  | 'history.redo'
  | 'claims.assess'

export function createRecordDesk(context: DeskContext): HandlersOf<RecordCalls> {
  /** Runs with the open log, or says that there is none. */
  const withLog = async <T>(
    work: (log: OpenLog) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> => {
    const log = context.openLog()
    return log === null ? err(appError('log/not-open')) : work(log)
  }
  const commit = async (
    log: OpenLog,
    change: Change | null,
    besides: Change = [],
  ): Promise<Result<Record<string, never>, AppError>> => {
    if (change === null) return err(appError('records/not-found'))
    const saved = await log.commit(change, besides)
    return saved.ok ? ok({}) : saved
  }
  return {
    'records.save': ({ kind, id, fields, draft }) =>
      withLog(async (log) => {
        const edited = editRecord(log.data, kind, id, fields, { id: context.newId(), now: context.now() })
        if (!edited.ok) return edited
        const record = edited.value
        const saved = await log.commit([{ kind, id: record.id, record } as Put], finished(log, draft))
        return saved.ok ? ok({ id: record.id }) : saved
      }),
    'records.delete': ({ kind, ids }) =>
      withLog((log) => {
        const changes = [...new Set(ids)].map((id) => deleteRecord(log.data, kind, id, context.now()))
        return commit(
          log,
          changes.some((change) => change === null) ? null : changes.flatMap((change) => change ?? []),
        )
      }),
    'records.restore': ({ id }) => withLog((log) => commit(log, restoreRecord(log.data, id))),
    'history.undo': () => withLog(async (log) => done(await log.undo())),
    'history.redo': () => withLog(async (log) => done(await log.redo())),
    'claims.assess': ({ id, status, credibility, standardMet, reason, when, draft }) =>
      withLog(async (log) => {
        const claim = log.data.claims[id]
        if (!claim) return err(appError('records/not-found'))
        const given = {
          status,
          reason,
          when,
          ...(credibility === null ? {} : { credibility }),
          ...(standardMet === null ? {} : { standardMet }),
        }
        const assessed = assessClaim(claim, given, context.now())
        if (!assessed.ok) return err(appError(assessed.error))
        return commit(log, putRecord('claims', assessed.value), finished(log, draft))
      }),
  }
}

/** The draft that a save finishes goes with it, and does not come back when the save is undone. */
const finished = (log: OpenLog, draft: string | undefined): Change =>
  draft === undefined ? [] : discardDraft(log.data, draft)

const done = (result: Result<boolean, AppError>): Result<{ done: boolean }, AppError> =>
  result.ok ? ok({ done: result.value }) : result
