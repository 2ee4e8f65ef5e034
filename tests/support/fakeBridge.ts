/**
 * The bridge in memory: what main answers, without main. For looking at screens and for tests of the renderer.
 * Edits go through core's own functions, so that what a form sends is judged as it would be.
 */

import { appError } from '../../src/core/appError.ts'
import { editRecord } from '../../src/core/editRecord.ts'
import { assessClaim } from '../../src/core/grading.ts'
import {
  applyChange,
  type Change,
  deleteRecord,
  type Log,
  type Put,
  restoreRecord,
} from '../../src/core/log.ts'
import { err, ok } from '../../src/core/result.ts'
import { patchOf, viewOfLog } from '../../src/main/logPatch.ts'
import type { DaybookApi } from '../../src/shared/ipc/api.ts'
import type { EventName } from '../../src/shared/ipc/channels.ts'
import type { EventValue, LogState, Settings } from '../../src/shared/ipc/contract.ts'

export interface FakeBridgeOptions {
  readonly log: Log
  readonly phase?: LogState['phase']
  readonly settings?: Settings
  readonly systemLanguage?: string
  readonly today?: string
  readonly now?: () => string
}

type Listener = (value: never) => void

/** A bridge to a log in memory. Import and brief answer "nothing chosen". */
export function createFakeBridge(options: FakeBridgeOptions): DaybookApi {
  let log = options.log
  let phase = options.phase ?? 'open'
  let settings: Settings = options.settings ?? { language: null, theme: 'system' }
  const now = options.now ?? (() => '2026-02-03T12:03:00Z')
  const undoable: Change[] = []
  const redoable: Change[] = []
  let lastId = 0
  const listeners = new Map<EventName, Set<Listener>>()

  const on =
    <E extends EventName>(name: E) =>
    (listener: (value: EventValue<E>) => void) => {
      const set = listeners.get(name) ?? new Set<Listener>()
      listeners.set(name, set.add(listener))
      return () => {
        set.delete(listener)
      }
    }
  const emit = <E extends EventName>(name: E, value: EventValue<E>) => {
    for (const listener of listeners.get(name) ?? []) (listener as (value: EventValue<E>) => void)(value)
  }
  const state = (): LogState => ({
    phase,
    name: phase === 'closed' ? null : 'spring',
    demo: log.meta.demo,
    canUndo: undoable.length > 0,
    canRedo: redoable.length > 0,
    savedAt: now(),
  })
  const apply = (change: Change, inverses: Change[]) => {
    const applied = applyChange(log, change)
    log = applied.log
    inverses.push(applied.inverse)
    emit('log.changed', { state: state(), patch: patchOf(change) })
  }
  const commit = (change: Change | null) => {
    if (change === null) return err(appError('records/not-found'))
    redoable.length = 0
    apply(change, undoable)
    return ok({})
  }
  const setPhase = (next: LogState['phase']) => {
    phase = next
    return ok(state())
  }
  const again = (from: Change[], to: Change[]) => {
    const change = from.pop()
    if (change) apply(change, to)
    return ok({ done: change !== undefined })
  }
  const newId = () => {
    lastId += 1
    return `new${String(lastId).padStart(17, '0')}`
  }
  const unsupported = async () => err(appError('fake/unsupported'))

  return {
    appInfo: async () =>
      ok({
        version: '0.1.0',
        systemLanguage: options.systemLanguage ?? 'en',
        settings,
        today: options.today ?? '2026-02-03',
      }),
    settingsSet: async (next) => {
      settings = next
      return ok(settings)
    },
    logState: async () => ok(state()),
    logChoose: async () => setPhase('locked'),
    logCreate: async () => setPhase('open'),
    logUnlock: async ({ passphrase }) =>
      passphrase === 'wrong' ? err(appError('vault/wrong-passphrase')) : setPhase('open'),
    logLock: async () => {
      const locked = setPhase('locked')
      emit('log.locked', { state: state(), reason: 'user' })
      return locked
    },
    logClose: async () => setPhase('closed'),
    logRecords: async () => (phase === 'open' ? ok(viewOfLog(log)) : err(appError('log/not-open'))),
    recordsSave: async ({ kind, id, fields }) => {
      const edited = editRecord(log, kind, id, fields, { id: newId(), now: now() })
      if (!edited.ok) return edited
      commit([{ kind, id: edited.value.id, record: edited.value } as Put])
      return ok({ id: edited.value.id })
    },
    recordsDelete: async ({ kind, ids }) => {
      const changes = [...new Set(ids)].map((id) => deleteRecord(log, kind, id, now()))
      return commit(changes.includes(null) ? null : changes.flatMap((change) => change ?? []))
    },
    recordsRestore: async ({ id }) => commit(restoreRecord(log, id)),
    historyUndo: async () => again(undoable, redoable),
    historyRedo: async () => again(redoable, undoable),
    claimsAssess: async ({ id, status, credibility, standardMet, reason, when }) => {
      const claim = log.claims[id]
      if (!claim) return err(appError('records/not-found'))
      const given = {
        status,
        reason,
        when,
        ...(credibility === null ? {} : { credibility }),
        ...(standardMet === null ? {} : { standardMet }),
      }
      const assessed = assessClaim(claim, given, now())
      if (!assessed.ok) return err(appError(assessed.error))
      return commit([{ kind: 'claims', id, record: assessed.value }])
    },
    importChoose: async () => ok({ kind: 'none' as const }),
    importChooseMapping: unsupported,
    importSetOptions: unsupported,
    importApply: unsupported,
    importCancel: async () => ok({}),
    briefPreview: unsupported,
    briefWrite: unsupported,
    briefCancel: async () => ok({}),
    onLogChanged: on('log.changed'),
    onLogLocked: on('log.locked'),
    onAppProgress: on('app.progress'),
    onAppCommand: on('app.command'),
  }
}
