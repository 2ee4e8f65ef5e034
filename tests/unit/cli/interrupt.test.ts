import { expect, test } from 'vitest'
import { untilInterrupted } from '../../../src/cli/interrupt.ts'

const listeners = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')

test('the first Ctrl-C stops the work; a second one is left to the system', async () => {
  const before = listeners()
  const seen = await untilInterrupted(async (signal) => {
    expect(listeners()).toBe(before + 2)
    expect(signal.aborted).toBe(false)
    process.emit('SIGINT')
    expect(listeners()).toBe(before)
    return signal.aborted
  })
  expect(seen).toBe(true)
})

test('what ends by itself leaves nobody listening, whether it ends well or not', async () => {
  const before = listeners()
  expect(await untilInterrupted(async () => 7)).toBe(7)
  await expect(untilInterrupted(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(listeners()).toBe(before)
})
