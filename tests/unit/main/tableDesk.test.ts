/** Views of tables and changes of many records through the door: kept, undone, refused. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value } from './deskFixture.ts'

let fixture: DeskFixture
beforeEach(async () => {
  fixture = await createDeskFixture()
  await fixture.create()
})
afterEach(() => fixture.remove())

const LAYOUT = { sorting: [], order: [], hidden: [], pinned: [], widths: {}, groupBy: null }
const VIEW = { id: null, kind: 'incidents' as const, name: 'Mine', query: 'tag:x', layout: LAYOUT }

test('a view is saved, changed, deleted, and undone; no two of a table are called the same', async () => {
  const { h } = fixture
  const { id } = await value(h['tables.saveView'](VIEW))
  await value(h['tables.saveView']({ ...VIEW, id, query: 'tag:y' }))
  expect(await h['tables.saveView'](VIEW)).toMatchObject({ error: { code: 'tables/name-taken' } })
  await value(h['tables.saveView']({ ...VIEW, kind: 'sources' }))
  expect(await value(h['tables.list']({}))).toContainEqual({ ...VIEW, id, query: 'tag:y' })
  await value(h['tables.deleteView']({ id }))
  expect(await h['tables.deleteView']({ id })).toMatchObject({ error: { code: 'tables/not-found' } })
  await value(h['history.undo']({}))
  expect(await value(h['tables.list']({}))).toContainEqual({ ...VIEW, id, query: 'tag:y' })
})

test('how a table was left is kept over a lock, and is no step to undo', async () => {
  const { h } = fixture
  const left = { id: 'incidents' as const, view: null, layout: { ...LAYOUT, pinned: ['title'] }, all: null }
  await value(h['tables.leave'](left))
  expect(await value(h['log.state']({}))).toMatchObject({ canUndo: false })
  expect(await h['tables.deleteView']({ id: 'incidents' })).toMatchObject({
    error: { code: 'tables/not-found' },
  })
  await fixture.desk.lockFor('user')
  await value(h['log.unlock']({ passphrase: PASSPHRASE }))
  expect(await value(h['tables.list']({}))).toEqual([left])
  // Nothing of it is told with the records.
  expect(JSON.stringify(await fixture.records())).not.toContain('pinned')
})

test('many records are changed in one step', async () => {
  const { h } = fixture
  const fields = { name: 'Paper', kind: 'media', reliability: 'F' }
  const ids: string[] = []
  for (const name of ['One', 'Two'])
    ids.push((await value(h['records.save']({ kind: 'sources', id: null, fields: { ...fields, name } }))).id)
  const edit = { what: 'set' as const, field: 'reliability', value: 'B' }
  const plan = await value(h['records.planEdit']({ kind: 'sources', ids, edit }))
  expect(plan).toMatchObject({ count: 2, unchanged: 0, refusedCount: 0 })
  expect(plan.edited[0]).toEqual({ id: ids[0], before: 'F', after: 'B' })
  const reliabilities = async () =>
    Object.values((await fixture.records()).sources).map(({ reliability }) => reliability)
  expect(await reliabilities()).toEqual(['F', 'F'])
  expect(await value(h['records.editMany']({ kind: 'sources', ids, edit }))).toMatchObject({ edited: 2 })
  expect(await reliabilities()).toEqual(['B', 'B'])
  await value(h['history.undo']({}))
  expect(await reliabilities()).toEqual(['F', 'F'])
})
