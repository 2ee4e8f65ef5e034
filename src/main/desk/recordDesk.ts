/** Records edited by hand: save, delete to the bin, restore, assess a claim, undo and redo. */
import { type AppError, appError } from '../../core/appError.ts'
import { knowsCode } from '../../core/codeCheck.ts'
import { assessClaim } from '../../core/grading.ts'
import {
  type Change,
  deleteRecord,
  discardDraft,
  type Log,
  putRecord,
  restoreRecord,
} from '../../core/log.ts'
import { mergeIncidents } from '../../core/mergeIncidents.ts'
import type { Kind } from '../../core/records.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { saveRecord } from '../../core/saveRecord.ts'
import { checkSeen } from '../../core/seenFields.ts'
import { claimSourcing } from '../../core/sourcing/claimSourcing.ts'
import { recordsOfLog } from '../../core/sourcing/sourcingRecords.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { LOCKED_FIELDS } from '../../shared/ipc/views.ts'
import { SHIPPED_VOCABULARIES } from '../../shared/shippedVocabularies.ts'
import { revealedPerson, revealedSource } from '../logPatch.ts'
import type { BuildChange, OpenLog, Why } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'
import { wholeRecords } from './wholeRecords.ts'

type RecordCalls =
  | 'records.save'
  | 'records.delete'
  | 'records.restore'
  | 'records.reveal'
  | 'records.whole'
  | 'incidents.merge'
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
    build: BuildChange,
    besides: Change = [],
    why?: Why,
  ): Promise<Result<{ step: number | null }, AppError>> => {
    const saved = await log.commit(build, besides, why)
    return saved.ok ? ok({ step: saved.value }) : saved
  }
  return {
    'records.save': ({ kind, id, fields, draft, reason, seen }) =>
      withLog(async (log) => {
        const stamp = { id: id ?? context.newId(), now: context.now() }
        if (seen !== undefined && !maySee(kind, fields, seen)) return err(appError('records/invalid'))
        const build: BuildChange = (before) => {
          const changed = id === null || seen === undefined ? null : checkSeen(before, kind, id, seen)
          if (changed !== null) return err(changed)
          return saveRecord(before, kind, id, fields, stamp, knowsCode(SHIPPED_VOCABULARIES, before.terms))
        }
        const saved = await log.commit(build, finished(draft), { what: 'edited', reason })
        if (!saved.ok) return saved
        if (draft !== undefined) context.held.drop(log, draft)
        return ok({ id: stamp.id })
      }),
    'records.delete': ({ kind, ids }) =>
      withLog((log) => {
        const now = context.now()
        return commit(log, (before) => {
          const changes = [...new Set(ids)].map((id) => deleteRecord(before, kind, id, now))
          return found(
            changes.some((change) => change === null) ? null : changes.flatMap((change) => change ?? []),
          )
        })
      }),
    'records.restore': ({ id }) =>
      withLog((log) => commit(log, (before) => found(restoreRecord(before, id)))),
    'records.whole': ({ kind, ids }) => withLog(async (log) => ok(wholeRecords(log.data, kind, ids))),
    'records.reveal': ({ kind, id }) => withLog(async (log) => revealOf(log.data, kind, id)),
    'incidents.merge': ({ from, into, take }) =>
      withLog((log) =>
        commit(log, (before) => mergeIncidents(before, from, into, context.now(), take), [], {
          what: 'merged',
        }),
      ),
    'history.undo': ({ step }) => withLog(async (log) => done(await log.undo(step ?? null))),
    'history.redo': () => withLog(async (log) => done(await log.redo())),
    'claims.assess': ({
      id,
      status,
      credibility,
      standardMet,
      supersededBy,
      reason,
      knownThen,
      when,
      draft,
    }) =>
      withLog(async (log) => {
        const given = {
          status,
          reason,
          when,
          ...(credibility === null ? {} : { credibility }),
          ...(standardMet === null ? {} : { standardMet }),
          ...(supersededBy === undefined ? {} : { supersededBy }),
          ...(knownThen === undefined ? {} : { knownThen }),
        }
        const now = context.now()
        const build: BuildChange = (before) => {
          const claim = before.claims[id]
          if (!claim) return err(appError('records/not-found'))
          if (supersededBy !== undefined && !before.claims[supersededBy])
            return err(appError('records/link-unknown', { field: 'supersededBy' }))
          const { cap } = claimSourcing(claim, recordsOfLog(before))
          const assessed = assessClaim(claim, given, now, cap)
          return assessed.ok ? ok(putRecord('claims', assessed.value)) : assessed
        }
        const saved = await commit(log, build, finished(draft), { what: 'assessed' })
        if (saved.ok && draft !== undefined) context.held.drop(log, draft)
        return saved
      }),
  }
}

/** The answer tells what a field holds: so it is given for what is written over, and never for what is locked. */
function maySee(
  kind: Kind,
  fields: Readonly<Record<string, unknown>>,
  seen: Readonly<Record<string, unknown>>,
): boolean {
  const lockedByKind: Readonly<Partial<Record<Kind, readonly string[]>>> = LOCKED_FIELDS
  const locked = lockedByKind[kind] ?? []
  return Object.keys(seen).every((field) => Object.hasOwn(fields, field) && !locked.includes(field))
}

/** The locked fields of one record. */
export function revealOf(
  data: Pick<Log, 'persons' | 'sources'>,
  kind: 'persons' | 'sources',
  id: string,
): Result<Output<'records.reveal'>, AppError> {
  const person = kind === 'persons' ? data.persons[id] : undefined
  if (person !== undefined) return ok({ kind: 'persons', fields: revealedPerson(person) })
  const source = kind === 'sources' ? data.sources[id] : undefined
  return source === undefined
    ? err(appError('records/not-found'))
    : ok({ kind: 'sources', fields: revealedSource(source) })
}

/** The draft that a save finishes goes with it, and does not come back when the save is undone. */
const finished = (draft: string | undefined): Change => (draft === undefined ? [] : discardDraft(draft))

const found = (change: Change | null): Result<Change, AppError> =>
  change === null ? err(appError('records/not-found')) : ok(change)

const done = (result: Result<boolean, AppError>): Result<{ done: boolean }, AppError> =>
  result.ok ? ok({ done: result.value }) : result
