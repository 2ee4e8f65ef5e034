/** Half-typed forms: kept over locking, gone with the save that finishes them, and no part of undo. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value } from './deskFixture.ts'

let desk: DeskFixture
beforeEach(async () => {
  desk = await createDeskFixture()
  await desk.create()
})
afterEach(() => desk.remove())

const DRAFT = 'record/sources/new'
const save = (name: string) => value(desk.h['drafts.save']({ id: DRAFT, fields: { name } }))
const drafts = () => value(desk.h['drafts.list']({}))

it('survive locking, as they were typed last', async () => {
  await save('A')
  await save('A paper')
  await value(desk.h['log.lock']({}))
  expect(await desk.h['drafts.list']({})).toMatchObject({ error: { code: 'log/not-open' } })
  await value(desk.h['log.unlock']({ passphrase: PASSPHRASE }))
  expect(await drafts()).toEqual([
    { id: DRAFT, fields: { name: 'A paper' }, savedAt: '2026-11-22T10:00:00.000Z' },
  ])
})

it('are told to nobody and are not undone', async () => {
  const before = desk.events.length
  await save('A paper')
  expect(desk.events).toHaveLength(before)
  expect(await value(desk.h['history.undo']({}))).toEqual({ done: false })
  expect(JSON.stringify(await desk.records())).not.toContain('A paper')
})

it('go with the save that finishes them, and stay gone when it is undone', async () => {
  await save('A paper')
  const fields = { name: 'A paper', kind: 'media', reliability: 'F' }
  await value(desk.h['records.save']({ kind: 'sources', id: null, fields, draft: DRAFT }))
  expect(await drafts()).toEqual([])
  await value(desk.h['history.undo']({}))
  expect((await desk.records()).sources).toEqual({})
  expect(await drafts()).toEqual([])
})

it('stay when the save they belong to is refused', async () => {
  await save('A paper')
  const refused = await desk.h['records.save']({
    kind: 'sources',
    id: null,
    fields: { name: '', kind: 'nonsense' },
    draft: DRAFT,
  })
  expect(refused).toMatchObject({ error: { code: 'records/invalid' } })
  expect(await drafts()).toHaveLength(1)
})

it('are discarded, also when there is none', async () => {
  await save('A paper')
  await value(desk.h['drafts.discard']({ id: DRAFT }))
  await value(desk.h['drafts.discard']({ id: DRAFT }))
  expect(await drafts()).toEqual([])
})
