import { afterEach, expect, test, vi } from 'vitest'
import { appError } from '../../../src/core/appError.ts'
import { err, ok } from '../../../src/core/result.ts'
import { recordTexts } from '../../../src/core/search/recordTexts.ts'
import type { RecordTexts } from '../../../src/core/search/toldTexts.ts'
import { type ArrivedTexts, followRecords, type RecordsFollower } from '../../../src/renderer/recordsFeed.ts'
import {
  acceptLogState,
  applyPatch,
  currentState,
  readAgain,
  resetStore,
  startStore,
  subscribe,
} from '../../../src/renderer/store.ts'
import type { LogPage } from '../../../src/shared/ipc/log.ts'
import { createFakeBridge } from '../../support/fakeBridge.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

afterEach(() => {
  resetStore()
  vi.useRealTimers()
})

/** Lets answers of the bridge in memory arrive. */
const settle = async (turns = 60) => {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
}

test('an open log is read at the start', async () => {
  const stop = await startStore(createFakeBridge({ log: logOfIncidents(4) }))
  await settle()
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(4)
  expect(currentState().info?.today).toBe('2026-02-03')
  stop()
})

test('a saved record arrives as an event', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(1) })
  const stop = await startStore(bridge)
  await settle()
  const fields = { name: 'A newspaper', kind: 'media', reliability: 'F' }
  const reply = await bridge.recordsSave({ kind: 'sources', id: null, fields })
  expect(reply.ok).toBe(true)
  expect(Object.values(currentState().records?.sources ?? {})[0]?.name).toBe('A newspaper')
  expect(currentState().log.canUndo).toBe(true)
  stop()
})

test('locking empties the store, unlocking reads afresh', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(2) })
  const stop = await startStore(bridge)
  await settle()
  await bridge.logLock({})
  expect(currentState().records).toBeNull()
  expect(JSON.stringify(currentState())).not.toContain('Armed clash')
  const unlocked = await bridge.logUnlock({ passphrase: 'right' })
  if (unlocked.ok) acceptLogState(unlocked.value, bridge)
  await settle()
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(2)
  stop()
})

test('records of an opening that ended are never shown in the next one', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(5) })
  const late = Promise.withResolvers<void>()
  let reads = 0
  const slow = {
    ...bridge,
    logPage: async (input: { cursor: string | null }) => {
      reads += 1
      const first = reads === 1
      const reply = await bridge.logPage(input)
      if (!first || !reply.ok) return reply
      await late.promise
      return ok({
        ...reply.value,
        rows: new TextEncoder().encode(JSON.stringify({ incidents: { stale: { title: 'Stale' } } })),
      })
    },
  } as typeof bridge
  const stop = await startStore(slow)
  await settle()
  await bridge.logLock({})
  const unlocked = await bridge.logUnlock({ passphrase: 'right' })
  if (unlocked.ok) acceptLogState(unlocked.value, slow)
  await settle()
  late.resolve()
  await settle()
  expect(reads).toBe(2)
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(5)
  stop()
})

test('the first portion is shown while the rest is still on its way', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(50), pageSize: 5 })
  const gate = Promise.withResolvers<void>()
  const slow = {
    ...bridge,
    logPage: async (input: { cursor: string | null }) => {
      if (input.cursor !== null) await gate.promise
      return bridge.logPage(input)
    },
  }
  const stop = await startStore(slow)
  await settle()
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(5)
  expect(currentState().reading).toEqual({ done: 5, total: 50, failure: null })
  gate.resolve()
  await settle(200)
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(50)
  expect(currentState().reading).toBeNull()
  stop()
})

test('tables are given new rows a handful of times, however many portions there are', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(400), pageSize: 4 })
  const seen = new Set<unknown>()
  const stopListening = subscribe(() => seen.add(currentState().records?.incidents))
  const stop = await startStore(bridge)
  await settle(2_000)
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(400)
  // Nothing, none yet, and then 4, 20, 100, 400 of them.
  expect(seen.size).toBeLessThanOrEqual(7)
  stopListening()
  stop()
})

test('what is saved and deleted while the log is read is not undone by the rest of it', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(20), pageSize: 5 })
  const gate = Promise.withResolvers<void>()
  const last = 'i0000000000000000019'
  const other = 'i0000000000000000018'
  const stale = new Map<string | null, Awaited<ReturnType<typeof bridge.logPage>>>()
  for (const cursor of [null, '5', '10', '15']) stale.set(cursor, await bridge.logPage({ cursor }))
  const slow = {
    ...bridge,
    // Portions as they were before anything changed.
    logPage: async ({ cursor }: { cursor: string | null }) => {
      if (cursor !== null) await gate.promise
      return stale.get(cursor) ?? bridge.logPage({ cursor })
    },
  }
  const stop = await startStore(slow)
  await settle()
  await bridge.recordsSave({ kind: 'incidents', id: last, fields: { title: 'Newer' } })
  await bridge.recordsDelete({ kind: 'incidents', ids: [other] })
  gate.resolve()
  await settle(200)
  const incidents = currentState().records?.incidents ?? {}
  expect(incidents[last]?.title).toBe('Newer')
  expect(other in incidents).toBe(false)
  expect(Object.keys(incidents)).toHaveLength(19)
  stop()
})

/** A bridge whose first portion of three incidents is in another order than its keys. */
function bridgeOfNumbers() {
  const [a, b, c] = Object.values(logOfIncidents(3).incidents)
  const incidents = { a: { ...c, id: 'a' }, 10: { ...a, id: '10' }, 9: { ...b, id: '9' } }
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  const order = ['10', '9', 'a'] as const
  const page: LogPage = {
    rows: bytes({ incidents }),
    texts: bytes(order.map((id) => recordTexts('incidents', { ...incidents[id], summary: `of ${id}` }))),
    searched: bytes(order.map((id) => ['incidents', id])),
    done: 3,
    total: 3,
    next: null,
  }
  return { page, bridge: { ...createFakeBridge({ log: logOfIncidents(0) }), logPage: async () => ok(page) } }
}

const told: ArrivedTexts[] = []
const follower: RecordsFollower = {
  begin: () => {},
  arrive: async (arrived) => {
    told.push(arrived)
  },
  change: () => {},
  finish: () => {},
  end: () => told.splice(0),
}

test('texts are told with the ids of their records, whatever those look like', async () => {
  followRecords(follower)
  const stop = await startStore(bridgeOfNumbers().bridge)
  await settle()
  const [arrived] = told
  const texts: RecordTexts[] = JSON.parse(new TextDecoder().decode(arrived?.texts))
  expect(arrived?.places.map(([, id], n) => texts[n]?.parts.includes(`of ${id}`))).toEqual([true, true, true])
  stop()
})

test('a portion that cannot be read ends the reading with a failure', async () => {
  followRecords({ ...follower, arrive: () => Promise.reject(new Error('out of memory')) })
  const { bridge, page } = bridgeOfNumbers()
  const stop = await startStore(bridge)
  await settle()
  expect(currentState().reading).toMatchObject({ failure: { code: 'app/defect' } })
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(3)
  followRecords(follower)
  const broken = { ...bridge, logPage: async () => ok({ ...page, rows: new Uint8Array([0x7b]) }) }
  readAgain(broken)
  await settle()
  expect(currentState().reading).toMatchObject({ failure: { code: 'app/defect' } })
  readAgain(bridge)
  await settle()
  expect(currentState().reading).toBeNull()
  stop()
})

test('whoever follows the records is told that the log has ended, also once its screen is gone', async () => {
  let ends = 0
  const following: unknown = followRecords({ ...follower, end: () => (ends += 1) })
  const { bridge } = bridgeOfNumbers()
  const stop = await startStore(bridge)
  await settle()
  // What an effect gives back is called when its screen goes.
  if (typeof following === 'function') following()
  ends = 0
  await bridge.logLock({})
  expect(ends).toBe(1)
  followRecords(follower)
  stop()
})

test('a reading that fails says how far it came, and can be tried again', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(20), pageSize: 5 })
  let isBroken = true
  const failing = {
    ...bridge,
    logPage: async (input: { cursor: string | null }) =>
      isBroken && input.cursor === '10' ? err(appError('vault/invalid-content')) : bridge.logPage(input),
  }
  const stop = await startStore(failing)
  await settle(200)
  expect(currentState().reading).toMatchObject({
    done: 10,
    total: 20,
    failure: { code: 'vault/invalid-content' },
  })
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(10)
  isBroken = false
  readAgain(failing)
  await settle(200)
  expect(currentState().reading).toBeNull()
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(20)
  stop()
})

test('the portions of a large change are put in together, and none overtakes another', async () => {
  vi.useFakeTimers()
  const bridge = createFakeBridge({ log: logOfIncidents(2) })
  const stop = await startStore(bridge)
  await settle()
  const { log } = currentState()
  const incidents = Object.values(logOfIncidents(900).incidents)
  const portion = (from: number, to: number) => ({
    incidents: Object.fromEntries(incidents.slice(from, to).map((each) => [each.id, each])),
  })
  const count = () => Object.keys(currentState().records?.incidents ?? {}).length
  applyPatch(log, portion(0, 300))
  applyPatch(log, portion(300, 600))
  expect(count()).toBe(2)
  await vi.advanceTimersByTimeAsync(100)
  expect(count()).toBe(600)
  applyPatch(log, portion(600, 900))
  applyPatch(log, { incidents: { [incidents[899]?.id ?? '']: null } })
  expect(count()).toBe(899)
  applyPatch(log, portion(0, 300))
  acceptLogState({ ...log, phase: 'locked' }, bridge)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(currentState().records).toBeNull()
  stop()
})
