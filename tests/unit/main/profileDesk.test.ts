import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SHIPPED_PROFILES } from '../../../src/core/redaction/profile.ts'
import type { Input } from '../../../src/shared/ipc/contract.ts'
import { createDeskFixture, type DeskFixture, value } from './deskFixture.ts'

let fixture: DeskFixture
beforeEach(async () => {
  fixture = await createDeskFixture()
  await fixture.create()
})
afterEach(() => fixture.remove())

const { name: _name, version: _version, ...rules } = SHIPPED_PROFILES.public
const copy = { ...rules, name: 'For neighbours', basedOn: 'public' }
const looser = { precision: { ...rules.precision, date: 'day' } }
const save = (fields: object, id: string | null = null) =>
  fixture.h['records.save']({ kind: 'profiles', id, fields: JSON.parse(JSON.stringify(fields)) })

describe('a profile of the user’s own', () => {
  test('is saved, shown to the window, undone and made again', async () => {
    const { id } = await value(save(copy))
    expect((await fixture.records()).profiles[id]).toMatchObject({
      name: 'For neighbours',
      basedOn: 'public',
    })
    await value(fixture.h['history.undo']({}))
    expect((await fixture.records()).profiles).toEqual({})
    await value(fixture.h['history.redo']({}))
    expect(Object.keys((await fixture.records()).profiles)).toEqual([id])
  })

  test('needs a reason when it is looser, whatever the window has checked', async () => {
    const { id } = await value(save(copy))
    expect(await save(looser, id)).toMatchObject({ ok: false, error: { code: 'profiles/reason-missing' } })
    expect((await fixture.records()).profiles[id]?.precision.date).toBe('quarter')
    await value(save({ ...looser, reason: 'They were there.' }, id))
    expect((await fixture.records()).profiles[id]).toMatchObject({
      version: 2,
      precision: { date: 'day' },
      reason: 'They were there.',
    })
    expect(await save({ reason: null }, id)).toMatchObject({ ok: false })
  })

  test('has a name of its own', async () => {
    await value(save(copy))
    for (const name of ['For neighbours', 'public'])
      expect(await save({ ...copy, name })).toMatchObject({
        ok: false,
        error: { code: 'profiles/name-taken' },
      })
  })

  test('goes to the bin and comes back, with its history', async () => {
    const { id } = await value(save(copy))
    await value(fixture.h['records.delete']({ kind: 'profiles', ids: [id] }))
    const { bin, profiles } = await fixture.records()
    expect(profiles).toEqual({})
    expect(bin[id]).toMatchObject({ kind: 'profiles', title: 'For neighbours' })
    await value(fixture.h['records.restore']({ id }))
    await value(save({ name: 'For friends' }, id))
    const page = await value(
      fixture.h['history.of']({ kind: 'profiles', id, before: null, withLocked: false }),
    )
    expect(page.entries.map(({ what }) => what)).toEqual(['edited', 'restored', 'deleted'])
  })
})

test('a brief is made by a profile of the log, and by no other', async () => {
  const request: Input<'brief.preview'> = {
    profile: 'For neighbours',
    language: 'en',
    title: '',
    asOf: '2019-06-01',
    incidents: [],
    claims: [],
    contacts: [],
    actions: [],
  }
  expect(await fixture.h['brief.preview'](request)).toMatchObject({
    ok: false,
    error: { code: 'brief/no-such-profile' },
  })
  await value(save(copy))
  expect((await value(fixture.h['brief.preview'](request))).data.profile.name).toBe('public')
})

test('a place of the user’s own is saved and renamed', async () => {
  const fields = { name: 'Argun', kind: 'town', country: 'RU' }
  const { id } = await value(fixture.h['records.save']({ kind: 'places', id: null, fields }))
  await value(fixture.h['records.save']({ kind: 'places', id, fields: { name: 'Ustrada' } }))
  expect((await fixture.records()).places[id]).toMatchObject({ name: 'Ustrada', country: 'RU' })
})
