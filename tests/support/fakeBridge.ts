/**
 * The bridge in memory: what main answers, without main. For looking at screens and for tests of the renderer.
 * Edits go through core's own functions, so that what a form sends is judged as it would be.
 */

import { type AppError, appError } from '../../src/core/appError.ts'
import { planBulkEdit } from '../../src/core/bulkEdit.ts'
import { knowsCode } from '../../src/core/codeCheck.ts'
import { DuplicateSearch, searchedThrough } from '../../src/core/duplicates/DuplicateSearch.ts'
import { judgeDuplicate } from '../../src/core/duplicates/duplicateVerdict.ts'
import { emptyBin } from '../../src/core/emptyBin.ts'
import { assessClaim } from '../../src/core/grading.ts'
import { type Cause, historyPuts } from '../../src/core/history/recordChange.ts'
import { restoreState } from '../../src/core/history/restoreState.ts'
import { applyChange, type Change, deleteRecord, type Log, restoreRecord } from '../../src/core/log.ts'
import { mergeIncidents } from '../../src/core/mergeIncidents.ts'
import { switchOptIn } from '../../src/core/optIns.ts'
import { err, ok } from '../../src/core/result.ts'
import { saveRecord } from '../../src/core/saveRecord.ts'
import { recordTexts } from '../../src/core/search/recordTexts.ts'
import type { RecordTexts } from '../../src/core/search/toldTexts.ts'
import { checkSeen } from '../../src/core/seenFields.ts'
import { SuggestionIndex } from '../../src/core/similar/SuggestionIndex.ts'
import { claimSourcing } from '../../src/core/sourcing/claimSourcing.ts'
import { recordsOfLog } from '../../src/core/sourcing/sourcingRecords.ts'
import { deleteView, readTables, saveView } from '../../src/core/tableView.ts'
import { editTerm } from '../../src/core/terms.ts'
import { bulkView } from '../../src/main/desk/bulkDesk.ts'
import { askedIncident, listOf } from '../../src/main/desk/duplicateDesk.ts'
import { revealOf } from '../../src/main/desk/recordDesk.ts'
import { wholeRecords } from '../../src/main/desk/wholeRecords.ts'
import { historyPage } from '../../src/main/historyView.ts'
import { patchOf, VIEW_KINDS, viewOf } from '../../src/main/logPatch.ts'
import type { DaybookApi } from '../../src/shared/ipc/api.ts'
import type { Settings } from '../../src/shared/ipc/app.ts'
import type { EventName } from '../../src/shared/ipc/channels.ts'
import type { EventValue, Input, Output } from '../../src/shared/ipc/contract.ts'
import type { LogState } from '../../src/shared/ipc/log.ts'
import { rowOf } from '../../src/shared/ipc/rows.ts'
import { EDITABLE_KINDS, type EditableKind } from '../../src/shared/ipc/views.ts'
import { SHIPPED_VOCABULARIES } from '../../src/shared/shippedVocabularies.ts'
import { createFakeVault } from './fakeVault.ts'

export interface FakeBridgeOptions {
  readonly log: Log
  readonly phase?: LogState['phase']
  readonly readOnly?: boolean
  readonly heldDrafts?: number
  readonly settings?: Settings
  readonly systemLanguage?: string
  readonly today?: string
  readonly now?: () => string
  /** Records of a portion. */
  readonly pageSize?: number
  readonly notices?: LogState['notices']
  readonly failure?: LogState['failure']
  readonly drafts?: Output<'drafts.list'>
  /** What unlocking answers instead of opening the log. */
  readonly unlockError?: AppError
  /** Asked at each save: the reason why the disk does not take it, or null. */
  readonly refusal?: () => AppError | null
  readonly onSettled?: () => void
}

type Listener = (value: never) => void

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** A bridge to a log in memory. Import and brief answer "nothing chosen". */
export function createFakeBridge(options: FakeBridgeOptions): DaybookApi {
  let log = options.log
  let phase = options.phase ?? 'open'
  let readOnly = options.readOnly ?? false
  let settings: Settings = options.settings ?? {
    language: null,
    theme: 'system',
    otherCalendar: null,
    hiddenFromCapture: true,
    hiddenInBackground: false,
  }
  const now = options.now ?? (() => '2026-02-03T12:03:00Z')
  const undoable: Change[] = []
  const redoable: Change[] = []
  let lastId = 0
  let notices = options.notices ?? []
  let failure = options.failure ?? null
  let name = 'spring'
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
    name: phase === 'closed' ? null : name,
    demo: log.meta.demo,
    readOnly,
    optIns: [...(log.meta.optIns ?? [])],
    canUndo: undoable.length > 0,
    canRedo: redoable.length > 0,
    savedAt: now(),
    failure: phase === 'open' ? failure : null,
    notices: phase === 'open' ? notices : [],
    heldDrafts: phase === 'locked' ? (options.heldDrafts ?? 0) : 0,
  })
  const apply = (change: Change, inverses: Change[], what: Cause['what']) => {
    const history = historyPuts(log, change, { what, at: now() })
    inverses.push(applyChange(log, change).inverse)
    log = applyChange(log, [...change, ...history]).log
    emit('log.changed', { state: state(), patch: patchOf(change) })
  }
  const bulkPlan = ({ kind, ids, edit }: Input<'records.planEdit'>) =>
    planBulkEdit(log, kind, ids, edit, now(), knowsCode(SHIPPED_VOCABULARIES, log.terms))
  const commit = (change: Change | null, what: Cause['what'] = 'edited') => {
    if (readOnly) return err(appError('vault/read-only'))
    if (change === null) return err(appError('records/not-found'))
    const refused = failure ?? options.refusal?.() ?? null
    if (refused !== null) return err(appError(refused.code, refused.fields))
    redoable.length = 0
    apply(change, undoable, what)
    return ok({ step: undoable.length })
  }
  const setPhase = (next: LogState['phase']) => {
    phase = next
    return ok(state())
  }
  const { endDraft, ...vault } = createFakeVault({
    now,
    refusal: () => options.refusal?.() ?? null,
    ...(options.drafts === undefined ? {} : { drafts: options.drafts }),
    ...(options.onSettled === undefined ? {} : { onSettled: options.onSettled }),
    onElsewhere: () => {
      failure = null
      name = 'spring copy'
      return state()
    },
  })
  const unlock = (isReading: boolean) => {
    if (options.unlockError !== undefined && !isReading) return err(options.unlockError)
    readOnly = isReading
    return setPhase('open')
  }
  let listed: readonly { readonly kind: (typeof VIEW_KINDS)[number]; readonly id: string }[] = []
  const page = (cursor: string | null) => {
    if (cursor === null)
      listed = VIEW_KINDS.flatMap((kind) => Object.keys(log[kind]).map((id) => ({ kind, id })))
    const all = listed
    const from = Number(cursor ?? 0)
    const to = Math.min(all.length, from + (options.pageSize ?? 2_000))
    const rows: Record<string, Record<string, unknown>> = {}
    const texts: RecordTexts[] = []
    const places: (readonly [EditableKind, string])[] = []
    for (const { kind, id } of all.slice(from, to)) {
      const record = log[kind][id]
      if (record === undefined) continue
      const view = viewOf(kind, record)
      rows[kind] ??= {}
      rows[kind][id] = rowOf(kind, view)
      const searched = EDITABLE_KINDS.find((each) => each === kind)
      if (searched === undefined) continue
      texts.push(recordTexts(searched, view))
      places.push([searched, id])
    }
    const next = to < all.length ? String(to) : null
    const portion = { rows: bytesOf(rows), texts: bytesOf(texts), searched: bytesOf(places) }
    return ok({ ...portion, done: to, total: all.length, next })
  }
  const again = (from: Change[], to: Change[], what: Cause['what']) => {
    const change = from.pop()
    if (change) apply(change, to, what)
    return ok({ done: change !== undefined })
  }
  const duplicateSearch = () => {
    const search = new DuplicateSearch()
    for (const incident of Object.values(log.incidents)) search.put(incident.id, incident)
    return search
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
    logUnlock: async ({ passphrase, readOnly: isReading = false }) =>
      passphrase === 'wrong' ? err(appError('vault/wrong-passphrase')) : unlock(isReading),
    logUnlockWithRecovery: async ({ words, readOnly: isReading = false }) => {
      const word = words.split(/\s+/).indexOf('wrong') + 1
      return word > 0
        ? err(appError('vault/recovery-words-unreadable', { reason: 'unknown-word', word }))
        : unlock(isReading)
    },
    logCancelUnlock: async () => ok({}),
    logLock: async () => {
      emit('log.locking', {})
      const locked = setPhase('locked')
      emit('log.locked', { state: state(), reason: 'user' })
      return locked
    },
    logClose: async () => setPhase('closed'),
    logPage: async ({ cursor }) => (phase === 'open' ? page(cursor) : err(appError('log/not-open'))),
    logDismissNotice: async ({ code }) => {
      notices = notices.filter((notice) => notice.code !== code)
      return ok(state())
    },
    ...vault,
    recordsSave: async ({ kind, id, fields, draft, seen }) => {
      const changed = id === null || seen === undefined ? null : checkSeen(log, kind, id, seen)
      if (changed !== null) return err(changed)
      const stamp = { id: id ?? newId(), now: now() }
      const knows = knowsCode(SHIPPED_VOCABULARIES, log.terms)
      const change = saveRecord(log, kind, id, fields, stamp, knows)
      if (!change.ok) return change
      const saved = commit(change.value)
      if (!saved.ok) return saved
      endDraft(draft)
      return ok({ id: stamp.id })
    },
    recordsDelete: async ({ kind, ids }) => {
      const changes = [...new Set(ids)].map((id) => deleteRecord(log, kind, id, now()))
      return commit(changes.includes(null) ? null : changes.flatMap((change) => change ?? []))
    },
    recordsWhole: async ({ kind, ids }) => ok(wholeRecords(log, kind, ids)),
    itemsAlike: async ({ id }) => ok([...new SuggestionIndex(log.sourceItems).suggestDerivations(id)]),
    recordsReveal: async ({ kind, id }) => revealOf(log, kind, id),
    incidentsMerge: async ({ from, into, take }) => {
      const merged = mergeIncidents(log, from, into, now(), take)
      return merged.ok ? commit(merged.value) : merged
    },
    duplicatesSuggest: async ({ id, fields }) => {
      const asked = askedIncident(log, id, fields)
      const found = asked === null ? [] : duplicateSearch().suggest(asked, 5)
      return ok(found.map((each) => ({ ...each, why: [...each.why] })))
    },
    duplicatesList: async () => ok(listOf(searchedThrough(duplicateSearch().pairs()))),
    duplicatesJudge: async ({ id, other, verdict }) => {
      const judged = judgeDuplicate(log, id, other, verdict, now())
      return judged.ok ? commit(judged.value) : judged
    },
    duplicatesCancel: async () => ok({}),
    termsAdd: async ({ vocabulary, language, label }) => {
      const edit = { vocabulary, code: null, untrustedLabels: { [language]: label } }
      const change = editTerm(log, SHIPPED_VOCABULARIES, edit, newId().slice(-8))
      if (!change.ok) return change
      const saved = commit(change.value)
      if (!saved.ok) return saved
      const [put] = change.value
      return ok({ code: put?.kind === 'terms' ? (put.record?.code ?? '') : '' })
    },
    recordsPlanEdit: async (request) => {
      const planned = bulkPlan(request)
      return planned.ok ? ok(bulkView(planned.value, undoable.length)) : planned
    },
    recordsEditMany: async (request) => {
      const planned = bulkPlan(request)
      if (!planned.ok) return planned
      const saved = commit(planned.value.change)
      return saved.ok ? ok({ ...saved.value, edited: planned.value.edited.length }) : saved
    },
    tablesList: async () => ok([...readTables(log.tables)]),
    tablesLeave: async (left) => {
      log = applyChange(log, [{ kind: 'tables', id: left.id, record: left }]).log
      return ok({})
    },
    tablesSaveView: async (view) => {
      const id = view.id ?? newId()
      const change = saveView(log.tables, { ...view, id })
      if (!change.ok) return change
      const saved = commit(change.value)
      return saved.ok ? ok({ id }) : saved
    },
    tablesDeleteView: async ({ id }) => {
      const change = deleteView(log.tables, id)
      return change.ok ? commit(change.value) : change
    },
    keysMake: unsupported,
    keysRotate: unsupported,
    keysRetire: unsupported,
    recipientKeysAdd: unsupported,
    recipientKeysRetire: unsupported,
    logSwitchOptIn: async ({ optIn, isOn }) => {
      log = { ...log, meta: switchOptIn(log.meta, optIn, isOn) }
      return ok(state())
    },
    recordsRestore: async ({ id }) => commit(restoreRecord(log, id)),
    historyUndo: async () => again(undoable, redoable, 'undone'),
    historyRedo: async () => again(redoable, undoable, 'redone'),
    historyOf: async (request) => historyPage(log, request),
    historyRestore: async ({ kind, id, version }) => {
      const restored = restoreState(log, kind, id, version, now())
      return restored.ok ? commit(restored.value, 'restored') : restored
    },
    binEmpty: async ({ ids }) => {
      const change = emptyBin(log, ids)
      const removed = change.filter(({ kind }) => kind === 'bin').length
      log = applyChange(log, change).log
      emit('log.changed', { state: state(), patch: patchOf(change) })
      return ok({ removed, isCleared: true })
    },
    claimsAssess: async ({
      id,
      status,
      credibility,
      standardMet,
      supersededBy,
      reason,
      knownThen,
      when,
      draft,
    }) => {
      const claim = log.claims[id]
      if (!claim) return err(appError('records/not-found'))
      const given = {
        status,
        reason,
        when,
        ...(knownThen === undefined ? {} : { knownThen }),
        ...(credibility === null ? {} : { credibility }),
        ...(standardMet === null ? {} : { standardMet }),
        ...(supersededBy === undefined ? {} : { supersededBy }),
      }
      const assessed = assessClaim(claim, given, now(), claimSourcing(claim, recordsOfLog(log)).cap)
      if (!assessed.ok) return assessed
      const saved = commit([{ kind: 'claims', id, record: assessed.value }], 'assessed')
      if (saved.ok) endDraft(draft)
      return saved
    },
    importChoose: async () => ok({ kind: 'none' as const }),
    importChooseMapping: unsupported,
    importSetOptions: unsupported,
    importCompare: unsupported,
    importApply: unsupported,
    importCancel: async () => ok({}),
    briefPreview: unsupported,
    briefWrite: unsupported,
    briefCancel: async () => ok({}),
    releasesList: async () => ok([]),
    releasesOfRecord: async () => ok([]),
    releasesRecall: unsupported,
    releasesSupersede: unsupported,
    readingChoose: async () => ok(null),
    readingImport: unsupported,
    readingClose: async () => ok({}),
    briefSettle: unsupported,
    briefWithheldBy: unsupported,
    briefRowRecord: unsupported,
    briefPages: unsupported,
    briefStopPages: async () => ok({}),
    briefText: unsupported,
    briefReleased: async () => ok([]),
    briefLikeRelease: async () => ok(null),
    onLogChanged: on('log.changed'),
    onLogLocking: on('log.locking'),
    onLogLocked: on('log.locked'),
    onAppProgress: on('app.progress'),
    onAppCommand: on('app.command'),
  }
}
