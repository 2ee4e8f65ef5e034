import { afterEach, expect, test, vi } from 'vitest'
import { appError } from '../../../src/core/appError.ts'
import { err, ok } from '../../../src/core/result.ts'
import { deleteRecords } from '../../../src/renderer/records/deleteRecords.ts'
import { lockLog } from '../../../src/renderer/shell/logCommands.ts'
import { applyPatch, currentState, resetStore, startStore } from '../../../src/renderer/store.ts'
import { createLanguage } from '../../../src/renderer/text.ts'
import { createFakeBridge } from '../../support/fakeBridge.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

const { t } = createLanguage('en')

afterEach(() => {
  resetStore()
  vi.unstubAllGlobals()
})

/** Lets answers of the bridge in memory arrive. */
const settle = async () => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
}

async function openLog(part: Partial<ReturnType<typeof createFakeBridge>> = {}) {
  const bridge = { ...createFakeBridge({ log: logOfIncidents(4) }), ...part }
  vi.stubGlobal('window', { daybook: bridge })
  const stop = await startStore(bridge)
  await settle()
  return { bridge, stop }
}
const count = () => Object.keys(currentState().records?.incidents ?? {}).length

test('several records go in one step, which one undo takes back', async () => {
  const { bridge, stop } = await openLog()
  const records = Object.values(currentState().records?.incidents ?? {}).slice(0, 3)
  await deleteRecords('incidents', records, t)
  expect(count()).toBe(1)
  await bridge.historyUndo({})
  expect(count()).toBe(4)
  expect(currentState().log.canUndo).toBe(false)
  stop()
})

test('locking drops every record before main has answered', async () => {
  const { stop } = await openLog()
  const locking = lockLog(t)
  expect(currentState().records).toBeNull()
  expect(currentState().log.phase).toBe('locked')
  await locking
  expect(currentState().log.phase).toBe('locked')
  stop()
})

test.each(['vault/rotten', 'vault/changed-on-disk'])(
  'a log that only memory holds stays on the screen until main has asked: %s',
  async (code) => {
    const { bridge, stop } = await openLog({
      logLock: async () => ok({ ...currentState().log, phase: 'open' }),
    })
    applyPatch({ ...currentState().log, failure: appError(code) }, {})
    const locking = lockLog(t)
    expect(count()).toBe(4)
    await locking
    expect(currentState().log.phase).toBe('open')
    expect(count()).toBe(4)
    bridge.logLock = async () => ok({ ...currentState().log, phase: 'locked' })
    await lockLog(t)
    expect(currentState().records).toBeNull()
    stop()
  },
)

test('when main refuses to lock, the window shows what is so', async () => {
  const { stop } = await openLog({ logLock: async () => err(appError('disk/full')) })
  await lockLog(t)
  await settle()
  expect(currentState().log.phase).toBe('open')
  expect(count()).toBe(4)
  stop()
})
