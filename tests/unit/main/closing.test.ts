/** A log whose file cannot be closed, or not yet: neither the next unlocking nor the end of the app hangs on it. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { realDisk } from '../../../src/vault/disk.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value, vaultOn } from './deskFixture.ts'

let desk: DeskFixture
/** Runs once the file is closed, and before that is told. */
let afterClose: () => Promise<void>
beforeEach(async () => {
  afterClose = async () => {}
  const { startEngine, ...ports } = vaultOn(realDisk)
  desk = await createDeskFixture({
    vault: {
      ...ports,
      startEngine: async (...given) => {
        const engine = await startEngine?.(...given)
        if (engine === undefined) throw new Error('no engine to close')
        const close = engine.close.bind(engine)
        engine.close = async () => {
          await close()
          await afterClose()
        }
        return engine
      },
    },
  })
  await desk.create()
})
afterEach(async () => {
  afterClose = async () => {}
  await desk.remove()
})

it('a close that failed does not keep the log from being unlocked', async () => {
  afterClose = () => Promise.reject(new Error('the thread is gone'))
  expect(await value(desk.h['log.lock']({}))).toMatchObject({ phase: 'locked' })
  expect(await value(desk.h['log.unlock']({ passphrase: PASSPHRASE }))).toMatchObject({ phase: 'open' })
})

it('quitting waits for a close that is under way, but not for ever', async () => {
  const closed = Promise.withResolvers<void>()
  afterClose = () => closed.promise
  const locking = desk.desk.lockFor('user')
  await expect.poll(() => desk.events.at(-1)?.name).toBe('log.locked')
  const ended: string[] = []
  const first = desk.desk.lockFor('quit').then(() => ended.push('first'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(ended).toEqual([])
  expect(desk.delays.at(-1)?.ms).toBe(5_000)
  desk.delays.at(-1)?.end()
  await first
  const second = desk.desk.lockFor('quit').then(() => ended.push('second'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(ended).toEqual(['first'])
  closed.resolve()
  await Promise.all([locking, second])
})

it('quitting waits for the close of a log that was left', async () => {
  const closed = Promise.withResolvers<void>()
  afterClose = () => closed.promise
  const leaving = desk.h['log.close']({})
  await expect.poll(() => desk.desk.handlers['log.state']({})).toMatchObject({ value: { phase: 'locked' } })
  let hasEnded = false
  const quitting = desk.desk.lockFor('quit').then(() => {
    hasEnded = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(hasEnded).toBe(false)
  closed.resolve()
  await Promise.all([leaving, quitting])
})
