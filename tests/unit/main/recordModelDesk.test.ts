/** What the window asks of the record model: locked fields, terms of the log, merging, fields that are off. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value } from './deskFixture.ts'

let desk: DeskFixture
beforeEach(async () => {
  desk = await createDeskFixture()
  await desk.create()
})
afterEach(() => desk.remove())

const h = () => desk.h
const save = async (
  kind: 'persons' | 'incidents' | 'organisations',
  fields: Parameters<DeskFixture['h']['records.save']>[0]['fields'],
) => (await value(h()['records.save']({ kind, id: null, fields }))).id
const incident = (title: string) =>
  save('incidents', { title, summary: '', when: '2017', where: {}, violationTypes: [], status: 'unknown' })

test('a real name is saved, told to nobody, and revealed for one record', async () => {
  const id = await save('persons', { codeName: 'Heron', roles: ['witness'], realName: 'Tamila' })
  expect(JSON.stringify(await desk.records())).not.toContain('Tamila')
  expect(JSON.stringify(desk.events)).not.toContain('Tamila')
  expect(await value(h()['records.reveal']({ kind: 'persons', id }))).toMatchObject({
    kind: 'persons',
    fields: { realName: 'Tamila' },
  })
  await value(h()['log.lock']({}))
  expect(await h()['records.reveal']({ kind: 'persons', id })).toMatchObject({
    error: { code: 'log/not-open' },
  })
})

test('a real name that is only typed yet is told to its form alone', async () => {
  const id = 'record/persons/new'
  await value(h()['drafts.save']({ id, fields: { codeName: 'Heron', realName: 'Tamila' } }))
  expect(await value(h()['drafts.list']({}))).toMatchObject([{ id, fields: { codeName: 'Heron' } }])
  expect(JSON.stringify(await value(h()['drafts.list']({})))).not.toContain('Tamila')
  expect(await value(h()['drafts.read']({ id }))).toMatchObject({ fields: { realName: 'Tamila' } })
  expect(await value(h()['drafts.read']({ id: 'record/persons/other' }))).toBeNull()
})

test('a term of the log is added once, offered to the window, and taken by a form', async () => {
  const add = () =>
    h()['terms.add']({ vocabulary: 'organisation-kinds', language: 'en', label: 'Night guard' })
  const { code } = await value(add())
  expect(code).toMatch(/^local:/)
  expect(await add()).toMatchObject({ error: { code: 'terms/label-taken' } })
  expect(Object.values((await desk.records()).terms)).toMatchObject([{ code, labels: { en: 'Night guard' } }])
  await save('organisations', { name: 'A unit', kind: code })
  expect(
    await h()['records.save']({ kind: 'organisations', id: null, fields: { name: 'B', kind: 'no-such' } }),
  ).toMatchObject({
    error: { code: 'records/code-unknown' },
  })
})

test('an incident is merged into another, which is undone as one step', async () => {
  const [from, into] = [await incident('First'), await incident('Second')]
  await value(h()['incidents.merge']({ from, into }))
  expect((await desk.records()).incidents[from]).toMatchObject({ mergedInto: into })
  expect(await h()['incidents.merge']({ from: into, into: from })).toMatchObject({
    error: { code: 'merges/into-itself' },
  })
  await value(h()['history.undo']({}))
  expect((await desk.records()).incidents[from]?.mergedInto).toBeUndefined()
})

test('fields that are off are switched on for this log, and stay so', async () => {
  const fields = { codeName: 'Heron', roles: [], genderIdentity: 'trans-woman' }
  expect(await h()['records.save']({ kind: 'persons', id: null, fields })).toMatchObject({
    error: { code: 'records/field-switched-off' },
  })
  const optIn = 'sexuality-and-gender' as const
  expect(await value(h()['log.switchOptIn']({ optIn, isOn: true }))).toMatchObject({ optIns: [optIn] })
  await value(h()['log.lock']({}))
  expect(await value(h()['log.unlock']({ passphrase: PASSPHRASE }))).toMatchObject({ optIns: [optIn] })
  expect(await value(h()['log.switchOptIn']({ optIn, isOn: false }))).toMatchObject({ optIns: [] })
})
