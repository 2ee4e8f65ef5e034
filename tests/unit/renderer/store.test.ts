import { afterEach, expect, test } from 'vitest'
import { ok } from '../../../src/core/result.ts'
import { acceptLogState, currentState, resetStore, startStore } from '../../../src/renderer/store.ts'
import { createFakeBridge } from '../../support/fakeBridge.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

afterEach(resetStore)

/** Lets answers of the bridge in memory arrive. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
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
    logRecords: async () => {
      reads += 1
      const first = reads === 1
      if (first) await late.promise
      const reply = await bridge.logRecords({})
      return first && reply.ok ? ok({ ...reply.value, incidents: {} }) : reply
    },
  }
  const stop = await startStore(slow)
  await bridge.logLock({})
  const unlocked = await bridge.logUnlock({ passphrase: 'right' })
  if (unlocked.ok) acceptLogState(unlocked.value, slow)
  late.resolve()
  await settle()
  expect(reads).toBe(2)
  expect(Object.keys(currentState().records?.incidents ?? {})).toHaveLength(5)
  stop()
})
