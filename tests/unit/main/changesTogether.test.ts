/** Changes asked for before an earlier one is on disk: each builds on the one before, and none is lost. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyDisk, faultyDisk } from '../../support/vault/faultyDisk.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value, vaultOn } from './deskFixture.ts'

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

const DRAFT = 'record/sources/new'
const edit = (id: string, fields: Record<string, string>) =>
  desk.h['records.save']({ kind: 'sources', id, fields })
const sources = async () => (await desk.records()).sources
const names = async () => Object.values(await sources()).map(({ name }) => name)
const drafts = () => value(desk.h['drafts.list']({}))

describe('two changes of one record', () => {
  it('are both kept', async () => {
    const { id } = await desk.newSource('A paper')
    await Promise.all([value(edit(id, { name: 'The paper' })), value(edit(id, { bias: 'For the state' }))])
    expect((await sources())[id]).toMatchObject({ name: 'The paper', bias: 'For the state' })
    await value(desk.h['history.undo']({}))
    expect((await sources())[id]).toMatchObject({ name: 'The paper' })
    expect((await sources())[id]).not.toHaveProperty('bias')
  })

  it('are both in the history of a claim', async () => {
    const fields = { statement: 'It happened', kind: 'event', status: 'rumour', credibility: 6 }
    const { id } = await value(desk.h['records.save']({ kind: 'claims', id: null, fields }))
    const assess = (status: 'false' | 'contested', reason: string) =>
      value(
        desk.h['claims.assess']({
          id,
          status,
          credibility: 5,
          standardMet: null,
          reason,
          when: '2017-05-01',
        }),
      )
    await Promise.all([assess('false', 'three witnesses'), assess('contested', 'a fourth')])
    expect((await desk.records()).claims[id]).toMatchObject({
      status: 'contested',
      assessments: [
        { from: 'rumour', reason: 'three witnesses' },
        { from: 'false', reason: 'a fourth' },
      ],
    })
  })

  it('do not bring back what the first has deleted', async () => {
    const { id } = await desk.newSource('A paper')
    const [deleted, edited, again] = await Promise.all([
      desk.h['records.delete']({ kind: 'sources', ids: [id] }),
      edit(id, { name: 'The paper' }),
      desk.h['records.delete']({ kind: 'sources', ids: [id] }),
    ])
    expect(deleted).toMatchObject({ ok: true })
    expect([edited, again]).toMatchObject([
      { error: { code: 'records/not-found' } },
      { error: { code: 'records/not-found' } },
    ])
    expect(await names()).toEqual([])
    await value(desk.h['history.undo']({}))
    expect(await names()).toEqual(['A paper'])
  })
})

it('a change that is refused saves nothing and is no step', async () => {
  const { id } = await desk.newSource('A paper')
  const saves = async () => (await value(desk.h['vault.info']({}))).counter
  const before = await saves()
  expect(await edit(id, { reliability: 'nonsense' })).toMatchObject({ error: { code: 'records/invalid' } })
  expect(await saves()).toBe(before)
  await value(desk.h['history.undo']({}))
  expect(await names()).toEqual([])
})

describe('undo and redo', () => {
  it('asked for twice take back two steps, and make both again', async () => {
    await desk.newSource('One')
    await desk.newSource('Two')
    const undo = () => value(desk.h['history.undo']({}))
    const redo = () => value(desk.h['history.redo']({}))
    expect(await Promise.all([undo(), undo(), undo()])).toEqual([
      { done: true },
      { done: true },
      { done: false },
    ])
    expect(await names()).toEqual([])
    expect(await Promise.all([redo(), redo(), redo()])).toEqual([
      { done: true },
      { done: true },
      { done: false },
    ])
    expect((await names()).toSorted()).toEqual(['One', 'Two'])
  })

  it('asked for together with a save take back that save', async () => {
    await desk.newSource('One')
    await Promise.all([desk.newSource('Two'), value(desk.h['history.undo']({}))])
    expect(await names()).toEqual(['One'])
  })

  it('keep the step when it cannot be saved', async () => {
    await desk.newSource('One')
    faulty.arm({ at: 0, lasting: 'from-then-on', errno: 'EIO', only: ['sync'] })
    expect(await Promise.all([desk.h['history.undo']({}), desk.h['history.undo']({})])).toMatchObject([
      { ok: false },
      { ok: false },
    ])
    expect(await value(desk.h['log.state']({}))).toMatchObject({ canUndo: true, canRedo: false })
  })

  it('are done before the log is locked', async () => {
    await desk.newSource('One')
    await desk.newSource('Two')
    const taken = Promise.all([desk.h['history.undo']({}), desk.h['history.undo']({})])
    await value(desk.h['log.lock']({}))
    expect(await taken).toMatchObject([{ ok: true }, { ok: true }])
    await value(desk.h['log.unlock']({ passphrase: PASSPHRASE }))
    expect(await names()).toEqual([])
  })
})

describe('a draft that is still being saved', () => {
  const type = () => value(desk.h['drafts.save']({ id: DRAFT, fields: { name: 'A paper' } }))

  it('is discarded', async () => {
    await Promise.all([type(), value(desk.h['drafts.discard']({ id: DRAFT }))])
    expect(await drafts()).toEqual([])
  })

  it('goes with the save that finishes it', async () => {
    const fields = { name: 'A paper', kind: 'media', reliability: 'F' }
    const save = () => value(desk.h['records.save']({ kind: 'sources', id: null, fields, draft: DRAFT }))
    await Promise.all([type(), save()])
    expect(await drafts()).toEqual([])
    expect(await names()).toEqual(['A paper'])
  })
})

describe('an import', () => {
  it('that is applied while a record is edited loses neither', async () => {
    const { id } = await desk.newSource('A paper')
    const line = { type: 'source', id, name: 'A paper', kind: 'media', reliability: 'F', languages: ['ru'] }
    desk.next.file = path.join(desk.folder, 'r.jsonl')
    await writeFile(desk.next.file, JSON.stringify(line))
    const choice = await value(desk.h['import.choose']({}))
    if (choice.kind !== 'preview') throw new Error(choice.kind)
    const { token } = choice.preview
    const [applied] = await Promise.all([
      value(desk.h['import.apply']({ token })),
      value(edit(id, { bias: 'For the state' })),
    ])
    expect(applied).toMatchObject({ new: 0, updated: 1 })
    expect((await sources())[id]).toMatchObject({ bias: 'For the state', languages: ['ru'] })
  })
})
