import { beforeEach, expect, test } from 'vitest'
import { lockWhenAway, type Presence } from '../../../src/main/awayLock.ts'

type State = ReturnType<Presence['getSystemIdleState']>

let idleSeconds: number
let state: State
let reasons: string[]
let look: () => void
let everyMs: number
const told = new Map<string, () => void>()

beforeEach(() => {
  idleSeconds = 0
  state = 'active'
  reasons = []
  told.clear()
  const presence: Presence = {
    on: (event, listener) => told.set(event, listener),
    getSystemIdleTime: () => idleSeconds,
    getSystemIdleState: () => state,
  }
  lockWhenAway(
    presence,
    (reason) => reasons.push(reason),
    (repeated, milliseconds) => {
      look = repeated
      everyMs = milliseconds
    },
  )
})

test('ten idle minutes lock the log, and not a second less', () => {
  idleSeconds = 599
  look()
  expect(reasons).toEqual([])
  idleSeconds = 600
  look()
  expect(reasons).toEqual(['idle'])
  expect(everyMs).toBeLessThanOrEqual(5_000)
})

test('a session that is locked locks the log where no event tells of it', () => {
  state = 'locked'
  look()
  expect(reasons).toEqual(['screen-lock'])
})

test('where the desktop says nothing of its session, idleness counts', () => {
  state = 'unknown'
  look()
  expect(reasons).toEqual([])
  idleSeconds = 3_600
  look()
  expect(reasons).toEqual(['idle'])
})

test('sleep and the lock of the screen lock at once', () => {
  told.get('suspend')?.()
  told.get('lock-screen')?.()
  expect(reasons).toEqual(['suspend', 'screen-lock'])
})
