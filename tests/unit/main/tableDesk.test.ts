/** Views of tables and changes of many records through the door: kept, undone, refused. */
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyLog, LOG_SCHEMA, type Log } from '../../../src/core/log.ts'
import { realDisk } from '../../../src/vault/disk.ts'
import { openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import { createDeskFixture, type DeskFixture, openLogOf, PASSPHRASE, value, vaultOn } from './deskFixture.ts'

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

test('what a newer version keeps of its tables is passed over, and stays as it was', async () => {
  const { h, next, folder } = fixture
  const newer = {
    incidents: { id: 'incidents', view: null, layout: { ...LAYOUT, density: 'low' }, all: null },
    '0192f1a2-7c3d-7000-8000-000000000001': { id: '0192f1a2-7c3d-7000-8000-000000000001', board: 'mine' },
  }
  const read = { ...VIEW, id: '0192f1a2-7c3d-7000-8000-000000000002' }
  await fixture.desk.lockFor('user')
  const made = await openLogOf(folder, {
    ...emptyLog('2026-11-22T10:00:00Z'),
    tables: { ...newer, [read.id]: read },
  })
  await made.close()
  next.file = path.join(folder, 'own.daybook')
  await value(h['log.choose']({}))
  await value(h['log.unlock']({ passphrase: 'p' }))
  expect(await value(h['tables.list']({}))).toEqual([read])
  const left = { id: 'incidents' as const, view: null, layout: LAYOUT, all: null }
  await value(h['tables.leave'](left))
  await value(h['tables.leave']({ ...left, id: 'sources' }))
  const [id = ''] = Object.keys(newer).slice(1)
  expect(await h['tables.saveView']({ ...VIEW, id, name: 'Other' })).toMatchObject({
    error: { code: 'tables/not-found' },
  })
  expect(await h['tables.deleteView']({ id })).toMatchObject({ error: { code: 'tables/not-found' } })
  await value(h['tables.saveView']({ ...VIEW, name: 'Other' }))
  await fixture.desk.lockFor('user')
  await value(h['log.unlock']({ passphrase: 'p' }))
  expect(await value(h['tables.list']({}))).toHaveLength(3)
  await fixture.desk.lockFor('user')
  const opened = await openVault<Log>({
    path: path.join(folder, 'own.daybook'),
    key: { kind: 'passphrase', secret: passphraseSecret('p') },
    schema: LOG_SCHEMA,
    ports: vaultOn(realDisk),
  })
  if (!opened.ok) throw new Error(opened.error.code)
  expect(opened.value.data.tables).toMatchObject(newer)
  await opened.value.close()
})

test('many records are changed in one step', async () => {
  const { h } = fixture
  const ids = [(await fixture.newSource('One')).id, (await fixture.newSource('Two')).id]
  const edit = { what: 'set' as const, field: 'confidentiality', value: 'AMBER' }
  const plan = await value(h['records.planEdit']({ kind: 'sources', ids, edit }))
  expect(plan).toMatchObject({ count: 2, unchanged: 0, refusedCount: 0, besides: [] })
  expect(plan.edited[0]).toEqual({ id: ids[0], before: 'RED', after: 'AMBER' })
  const labels = async () =>
    Object.values((await fixture.records()).sources).map(({ confidentiality }) => confidentiality)
  expect(await labels()).toEqual(['RED', 'RED'])
  const request = { kind: 'sources' as const, ids, edit, revision: plan.revision }
  expect(await value(h['records.editMany'](request))).toMatchObject({ edited: 2 })
  expect(await labels()).toEqual(['AMBER', 'AMBER'])
  await value(h['history.undo']({}))
  expect(await labels()).toEqual(['RED', 'RED'])
})

test('locked fields are neither told nor set in many records at once', async () => {
  const { h } = fixture
  const fields = { codeName: 'Heron', kind: 'individual', roles: [], realName: 'Ana Secret' }
  const { id } = await value(h['records.save']({ kind: 'persons', id: null, fields }))
  const edit = { what: 'set' as const, field: 'realName', value: 'Somebody' }
  const request = { kind: 'persons' as const, ids: [id], edit }
  const refused = { ok: false, error: { code: 'records/field-not-in-bulk', fields: { field: 'realName' } } }
  const { revision } = await value(
    h['records.planEdit']({ ...request, edit: { what: 'add', field: 'tags', values: ['x'] } }),
  )
  expect(await h['records.planEdit'](request)).toEqual(refused)
  expect(await h['records.editMany']({ ...request, revision })).toEqual(refused)
  expect(await value(h['records.reveal']({ kind: 'persons', id }))).toMatchObject({
    fields: { realName: 'Ana Secret' },
  })
})

test('a preview tells the other fields that are changed with it', async () => {
  const { h } = fixture
  const ids = [(await fixture.newSource('One')).id, (await fixture.newSource('Two')).id]
  const edit = { what: 'set' as const, field: 'kind', value: 'person' }
  const plan = await value(h['records.planEdit']({ kind: 'sources', ids, edit }))
  expect(plan.besides).toEqual([{ field: 'protection', count: 2 }])
})

test('a change is not saved once the log is another than in its preview', async () => {
  const { h } = fixture
  const { id } = await fixture.newSource('One')
  const edit = { what: 'add' as const, field: 'tags', values: ['new'] }
  const request = { kind: 'sources' as const, ids: [id], edit }
  const { revision } = await value(h['records.planEdit'](request))
  await fixture.newSource('Two')
  const outdated = { ok: false, error: { code: 'records/plan-outdated' } }
  expect(await h['records.editMany']({ ...request, revision })).toMatchObject(outdated)
  const again = await value(h['records.planEdit'](request))
  // A save that was asked for first has its turn first.
  const [, late] = await Promise.all([
    fixture.newSource('Three'),
    h['records.editMany']({ ...request, revision: again.revision }),
  ])
  expect(late).toMatchObject(outdated)
  expect((await fixture.records()).sources[id]?.tags).toEqual([])
})

test('planning many records ends for a newer question and when the log is locked', async () => {
  const { h } = fixture
  const ids = Array.from({ length: 20_000 }, (_, index) => `none-${index}`)
  const edit = { what: 'add' as const, field: 'tags', values: ['new'] }
  const many = { kind: 'incidents' as const, ids, edit }
  const replaced = h['records.planEdit'](many)
  expect(await value(h['records.planEdit']({ ...many, ids: ['none'] }))).toMatchObject({ count: 0 })
  expect(await replaced).toMatchObject({ error: { code: 'records/plan-replaced' } })
  const unfinished = h['records.planEdit'](many)
  await fixture.desk.lockFor('user')
  expect(await unfinished).toMatchObject({ error: { code: 'log/not-open' } })
})
