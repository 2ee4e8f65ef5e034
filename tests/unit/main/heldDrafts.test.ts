/** Half-typed text that the disk does not take: kept sealed while the log is locked, and given back. */
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realDisk } from '../../../src/vault/disk.ts'
import { type FaultyDisk, faultyDisk } from '../../support/vault/faultyDisk.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value, vaultOn } from './deskFixture.ts'

const ID = 'record/sources/new'
let desk: DeskFixture
let faulty: FaultyDisk
beforeEach(async () => {
  faulty = faultyDisk()
  desk = await createDeskFixture({ vault: vaultOn(faulty.disk) })
  await desk.create()
})
afterEach(() => {
  faulty.disarm()
  return desk.remove()
})

const h = () => desk.h
const fail = () => faulty.arm({ at: 0, lasting: 'from-then-on', errno: 'EIO', only: ['sync', 'write'] })
const type = (name: string) => h()['drafts.save']({ id: ID, fields: { name } })
const lock = () => desk.desk.lockFor('idle')
const unlock = () => value(h()['log.unlock']({ passphrase: PASSPHRASE }))
const state = () => value(h()['log.state']({}))
const kept = async () => (await value(h()['drafts.list']({}))).map(({ id, fields }) => ({ id, fields }))

/** Half-typed text, a disk that does not take it, and a log that locks itself. */
async function lockWithText(name: string): Promise<void> {
  fail()
  desk.window.onLocking = () => void type(name).then(() => h()['drafts.settled']({}))
  await lock()
  faulty.disarm()
}

describe('a draft that cannot be saved when the log locks itself', () => {
  it('waits, is told of, comes back, and is saved then', async () => {
    await lockWithText('Half a na')
    expect(await state()).toMatchObject({ phase: 'locked', heldDrafts: 1 })
    expect(desk.desk.heldDrafts()).toBe(1)
    expect(await unlock()).toMatchObject({ phase: 'open', heldDrafts: 0 })
    expect(await kept()).toEqual([{ id: ID, fields: { name: 'Half a na' } }])
    await expect.poll(() => desk.desk.heldDrafts()).toBe(0)
    desk.window.onLocking = () => void h()['drafts.settled']({})
    await lock()
    await unlock()
    expect(await kept()).toEqual([{ id: ID, fields: { name: 'Half a na' } }])
  })

  it('is the newest of its name, and goes when it is not wanted or its record was saved', async () => {
    fail()
    expect(await type('older')).toMatchObject({ ok: false })
    await lockWithText('newer')
    await unlock()
    expect(await kept()).toEqual([{ id: ID, fields: { name: 'newer' } }])
    await value(h()['drafts.discard']({ id: ID }))
    expect(await kept()).toEqual([])
    fail()
    await type('again')
    faulty.disarm()
    await lockWithText('again')
    await unlock()
    const fields = { name: 'A paper', kind: 'media', reliability: 'F' }
    await value(h()['records.save']({ kind: 'sources', id: null, fields, draft: ID }))
    expect(desk.desk.heldDrafts()).toBe(0)
    expect(await kept()).toEqual([])
  })

  it('survives a change of the passphrase and a new encryption in between', async () => {
    await value(h()['vault.rekey']({ passphrase: PASSPHRASE }))
    await lockWithText('after the new key')
    await unlock()
    expect(await kept()).toEqual([{ id: ID, fields: { name: 'after the new key' } }])
  })

  it('is shown to its own log alone', async () => {
    await lockWithText('Half a na')
    await value(h()['log.close']({}))
    desk.next.newFile = path.join(desk.folder, 'other.daybook')
    desk.window.onLocking = () => void h()['drafts.settled']({})
    await desk.create()
    expect(await kept()).toEqual([])
    expect(desk.desk.heldDrafts()).toBe(1)
    await value(h()['log.close']({}))
    expect(await state()).toMatchObject({ phase: 'closed', heldDrafts: 0 })
  })
})

it('a disk that does not answer keeps neither the lock nor the text back', async () => {
  await desk.remove()
  const { startEngine, ...ports } = vaultOn(realDisk)
  const answer = Promise.withResolvers<void>()
  let isHung = false
  desk = await createDeskFixture({
    vault: {
      ...ports,
      startEngine: async (...given) => {
        const engine = await startEngine?.(...given)
        if (engine === undefined) throw new Error('no engine')
        const { append, close } = { append: engine.append.bind(engine), close: engine.close.bind(engine) }
        engine.append = (...args) => (isHung ? answer.promise.then(() => append(...args)) : append(...args))
        engine.close = () => (isHung ? answer.promise.then(close) : close())
        return engine
      },
    },
  })
  await desk.create()
  isHung = true
  desk.window.onLocking = () => {}
  const typed = type('Half a na')
  const locking = lock()
  await expect.poll(() => desk.delays.map(({ ms }) => ms)).toContain(1_000)
  desk.delays.find(({ ms }) => ms === 1_000)?.end()
  await expect.poll(() => desk.events.map(({ name }) => name)).toContain('log.locked')
  await expect.poll(() => desk.delays.map(({ ms }) => ms)).toContain(5_000)
  for (const { end } of desk.delays) end()
  await locking
  expect(await state()).toMatchObject({ phase: 'locked', heldDrafts: 1 })
  const tooEarly = h()['log.unlock']({ passphrase: PASSPHRASE })
  for (const { end } of desk.delays) end()
  expect(await tooEarly).toMatchObject({ error: { code: 'log/still-closing' } })
  isHung = false
  answer.resolve()
  await typed
  const opened = await unlock()
  expect(opened).toMatchObject({ phase: 'open' })
  expect(await kept()).toEqual([{ id: ID, fields: { name: 'Half a na' } }])
})
