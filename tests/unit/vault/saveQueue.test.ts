import { expect, test } from 'vitest'
import { err, ok, type Result } from '../../../src/core/result.ts'
import { SaveQueue } from '../../../src/vault/saveQueue.ts'
import type { VaultError } from '../../../src/vault/vaultError.ts'

/** A queue over an array, whose writes are recorded and end when told to. */
function makeQueue() {
  let current: readonly number[] = []
  const writes: (readonly number[])[] = []
  const gates: ((result: Result<void, VaultError>) => void)[] = []
  const queue = new SaveQueue<readonly number[]>(
    () => current,
    async (next) => {
      writes.push(next)
      const result = await new Promise<Result<void, VaultError>>((resolve) => gates.push(resolve))
      if (result.ok) current = next
      return result
    },
  )
  const add = (value: number) => queue.add((before) => [...before, value])
  /** Lets the queue run until it waits for a write. */
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return { queue, add, writes, settle, finish: (result: Result<void, VaultError>) => gates.shift()?.(result) }
}

test('what is asked for during a write waits, and is written together on top of it', async () => {
  const { add, writes, settle, finish } = makeQueue()
  const first = add(1)
  await settle()
  const others = [add(2), add(3), add(4)]
  await settle()
  expect(writes).toEqual([[1]])
  finish(ok(undefined))
  expect((await first).ok).toBe(true)
  await settle()
  expect(writes).toEqual([[1], [1, 2, 3, 4]])
  finish(ok(undefined))
  expect((await Promise.all(others)).every((result) => result.ok)).toBe(true)
})

test('a failed write fails its group only, and the next starts from the last good state', async () => {
  const { queue, add, writes, settle, finish } = makeQueue()
  const lost = [add(1), add(2)]
  await settle()
  const kept = add(3)
  finish(err({ code: 'disk/full' }))
  expect(await Promise.all(lost)).toEqual([err({ code: 'disk/full' }), err({ code: 'disk/full' })])
  await settle()
  expect(writes).toEqual([[1, 2], [3]])
  finish(ok(undefined))
  expect((await kept).ok).toBe(true)
  await queue.drained()
})

test('a change that throws rejects alone', async () => {
  const { queue, add, writes, settle, finish } = makeQueue()
  const before = add(1)
  const broken = queue.add(() => {
    throw new Error('defect')
  })
  const after = add(2)
  const rejection = expect(broken).rejects.toThrow('defect')
  await settle()
  finish(ok(undefined))
  await rejection
  expect([(await before).ok, (await after).ok]).toEqual([true, true])
  expect(writes).toEqual([[1, 2]])
})
