import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type AppError, appError } from '../../../src/core/appError.ts'
import {
  DRAFT_DELAY_MS,
  discardDraft,
  finishDraft,
  hasUnkeptDrafts,
  saveDraftsNow,
  typeDraft,
  typedBefore,
} from '../../../src/renderer/drafts/drafts.ts'
import { draftSubject, keptDraft } from '../../../src/renderer/drafts/keptDrafts.ts'
import { restoreTyped } from '../../../src/renderer/drafts/useTypedDraft.ts'
import { createForm } from '../../../src/renderer/forms/createForm.ts'
import { fieldsOf } from '../../../src/renderer/forms/kindForms.ts'
import { currentSaveTrouble } from '../../../src/renderer/saveTrouble.ts'
import { lockAnyway, lockLog, saveElsewhere } from '../../../src/renderer/shell/logCommands.ts'
import { currentState, resetStore, startStore } from '../../../src/renderer/store.ts'
import { createLanguage } from '../../../src/renderer/text.ts'
import { EDITABLE_KINDS, type EditableKind } from '../../../src/shared/ipc/views.ts'
import { createFakeBridge, type FakeBridgeOptions } from '../../support/fakeBridge.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

const { t } = createLanguage('en')
const ID = 'record/incidents/new'
const formOf = (kind: EditableKind) => createForm(kind, fieldsOf(kind))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  resetStore()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const settle = async () => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
}

/** A window over the bridge in memory; the log keeps what `draftsOf` answers. */
async function openWindow(options: Partial<FakeBridgeOptions> = {}) {
  const bridge = createFakeBridge({ log: logOfIncidents(3), ...options })
  vi.stubGlobal('window', { daybook: bridge })
  const stop = await startStore(bridge)
  await settle()
  const draftsOf = async () => {
    const reply = await bridge.draftsList({})
    return reply.ok ? reply.value.map(({ id, fields }) => ({ id, fields })) : []
  }
  return { bridge, stop, draftsOf }
}

test('what is typed is kept a moment after the last key, not before', async () => {
  const { draftsOf, stop } = await openWindow()
  typeDraft(ID, { title: 'Two' })
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS - 1)
  typeDraft(ID, { title: 'Two cars' })
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS - 1)
  expect(await draftsOf()).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(await draftsOf()).toEqual([{ id: ID, fields: { title: 'Two cars' } }])
  expect(hasUnkeptDrafts()).toBe(false)
  stop()
})

test('locking keeps what was typed a key ago, and tells main when it is done', async () => {
  let settled = 0
  const { bridge, draftsOf, stop } = await openWindow({ onSettled: () => (settled += 1) })
  typeDraft(ID, { title: 'Two cars' })
  await bridge.logLock({})
  await settle()
  expect(await draftsOf()).toEqual([{ id: ID, fields: { title: 'Two cars' } }])
  expect(settled).toBe(1)
  stop()
})

test('the lock command keeps it too, and then nothing of it is left in the window', async () => {
  const { draftsOf, stop } = await openWindow()
  typeDraft(ID, { title: 'Two cars' })
  await lockLog(t)
  expect(currentState().log.phase).toBe('locked')
  expect(await draftsOf()).toHaveLength(1)
  expect(typedBefore(ID)).toBeNull()
  stop()
})

test('when the disk does not take it the lock waits for the user', async () => {
  let refusal: AppError | null = appError('disk/full')
  const { draftsOf, stop } = await openWindow({ refusal: () => refusal })
  typeDraft(ID, { title: 'Two cars' })
  await lockLog(t)
  expect(currentState().log.phase).toBe('open')
  expect(currentSaveTrouble()?.error.code).toBe('disk/full')
  refusal = null
  await lockLog(t)
  expect(currentState().log.phase).toBe('locked')
  expect(await draftsOf()).toHaveLength(1)
  stop()
})

test('the user may lock although it is lost', async () => {
  const { stop } = await openWindow({ refusal: () => appError('disk/full') })
  typeDraft(ID, { title: 'Two cars' })
  await lockLog(t)
  await lockAnyway(t)
  expect(currentState().log.phase).toBe('locked')
  stop()
})

test('a disk that never answers does not keep the log open', async () => {
  const { stop } = await openWindow()
  const hanging = { ...window.daybook, draftsSave: () => new Promise<never>(() => {}) }
  vi.stubGlobal('window', { daybook: hanging })
  typeDraft(ID, { title: 'Two cars' })
  const locking = lockLog(t)
  await vi.advanceTimersByTimeAsync(1_000)
  await locking
  expect(currentState().log.phase).toBe('locked')
  stop()
})

test('a draft that failed is tried again, and the trouble ends with it', async () => {
  let refusal: AppError | null = appError('disk/full')
  const { draftsOf, stop } = await openWindow({ refusal: () => refusal })
  typeDraft(ID, { title: 'Two cars' })
  expect(await saveDraftsNow()).toEqual({ code: 'disk/full' })
  expect(hasUnkeptDrafts()).toBe(true)
  refusal = null
  currentSaveTrouble()?.retry?.()
  await settle()
  expect(currentSaveTrouble()).toBeNull()
  expect(await draftsOf()).toEqual([{ id: ID, fields: { title: 'Two cars' } }])
  stop()
})

test('saving or discarding the form ends its draft, even one that is just being kept', async () => {
  const { draftsOf, stop } = await openWindow()
  typeDraft(ID, { title: 'Two cars' })
  const keeping = saveDraftsNow()
  await discardDraft(ID)
  await keeping
  expect(await draftsOf()).toEqual([])
  expect(keptDraft(ID)).toBeUndefined()

  typeDraft(ID, { title: 'Two cars' })
  finishDraft(ID)
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS * 2)
  expect(await draftsOf()).toEqual([])
  stop()
})

test('going on elsewhere keeps what could not be kept before', async () => {
  let refusal: AppError | null = appError('disk/sync-failed')
  const { draftsOf, stop } = await openWindow({ refusal: () => refusal })
  typeDraft(ID, { title: 'Two cars' })
  await saveDraftsNow()
  refusal = null
  await saveElsewhere(t)
  await settle()
  expect(currentState().log.name).toBe('spring copy')
  expect(await draftsOf()).toHaveLength(1)
  stop()
})

test('drafts of an opened log come back; fields that cannot be read do not', async () => {
  const savedAt = '2026-02-02T14:03:00Z'
  const { stop } = await openWindow({
    drafts: [
      { id: ID, fields: { title: 'Two cars', where: { text: 'mill' } }, savedAt },
      { id: 'record/claims/new', fields: { statement: 'They did it.' }, savedAt },
    ],
  })
  expect(restoreTyped('record/claims/new', formOf('claims').typedSchema)).toEqual({
    typed: { statement: 'They did it.' },
    savedAt,
  })
  // Half a place is not one.
  expect(restoreTyped(ID, formOf('incidents').typedSchema)).toBeNull()
  expect(restoreTyped('record/sources/new', formOf('sources').typedSchema)).toBeNull()
  stop()
})

test('the whole of each form goes through its draft unchanged', () => {
  for (const form of EDITABLE_KINDS.map(formOf)) {
    const empty = form.toDraft(null, '2026-02-03')
    const kept = JSON.parse(JSON.stringify(empty))
    expect(form.typedSchema.parse(kept), form.kind).toEqual(empty)
  }
})

test('the name of a draft says what it is of', () => {
  expect(draftSubject('record/claims/new')).toEqual({ form: 'record', kind: 'claims', id: null })
  expect(draftSubject('record/incidents/abc')).toEqual({ form: 'record', kind: 'incidents', id: 'abc' })
  expect(draftSubject('assess/abc')).toEqual({ form: 'assess', claim: 'abc' })
  for (const other of ['record/evidence/new', 'record/claims', 'letter/abc', ''])
    expect(draftSubject(other), other).toBeNull()
})
