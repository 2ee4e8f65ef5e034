/** Histories through the desk: saved with each change, shown in portions, restored, undone, and gone with the bin. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONTRACT, type Input } from '../../../src/shared/ipc/contract.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value } from './deskFixture.ts'

let desk: DeskFixture
beforeEach(async () => {
  desk = await createDeskFixture()
  await desk.create()
})
afterEach(() => desk.remove())

type Kind = Input<'history.of'>['kind']
const historyOf = async (kind: Kind, id: string, more: Partial<Input<'history.of'>> = {}) =>
  CONTRACT['history.of'].output.parse(
    await value(desk.h['history.of']({ kind, id, before: null, withLocked: false, ...more })),
  )
const edit = (id: string, fields: Record<string, string | null>, reason?: string) => {
  desk.clock.ms += 60_000
  return value(
    desk.h['records.save']({ kind: 'sources', id, fields, ...(reason === undefined ? {} : { reason }) }),
  )
}
const reopen = async () => {
  await value(desk.h['log.lock']({}))
  await value(desk.h['log.unlock']({ passphrase: PASSPHRASE }))
}

describe('the history of a record', () => {
  it('says field by field what changed, when and why, also after the log was closed', async () => {
    const { id } = await desk.newSource('A paper')
    expect(await historyOf('sources', id)).toMatchObject({ version: 0, entries: [], next: null })
    await edit(id, { name: 'The paper' }, 'It is called so.')
    await edit(id, { bias: 'For the state' })
    await reopen()
    expect(await historyOf('sources', id)).toEqual({
      createdAt: '2026-11-22T10:00:00.000Z',
      version: 2,
      next: null,
      entries: [
        {
          version: 2,
          at: '2026-11-22T10:02:00.000Z',
          what: 'edited',
          to: null,
          reason: null,
          changes: [{ form: 'value', field: 'bias', new: 'For the state', links: [] }],
        },
        {
          version: 1,
          at: '2026-11-22T10:01:00.000Z',
          what: 'edited',
          to: null,
          reason: 'It is called so.',
          changes: [{ form: 'value', field: 'name', old: 'A paper', new: 'The paper', links: [] }],
        },
      ],
    })
  })

  it('comes in portions', async () => {
    const { id } = await desk.newSource('A paper')
    for (let n = 1; n <= 25; n += 1) await edit(id, { name: `Name ${n}` })
    const first = await historyOf('sources', id)
    expect(first.entries.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, n) => 25 - n))
    const rest = await historyOf('sources', id, { before: first.next })
    expect([rest.version, rest.entries.map(({ version }) => version), rest.next]).toEqual([
      25,
      [5, 4, 3, 2, 1],
      null,
    ])
  })

  it('does not show locked fields until somebody asks', async () => {
    const { id } = await desk.newSource('A person')
    await value(
      desk.h['records.save']({ kind: 'sources', id, fields: { contacts: '+7 900 000 00 00', bias: 'none' } }),
    )
    const told = await historyOf('sources', id)
    expect(JSON.stringify(told)).not.toContain('+7 900')
    expect(told.entries[0]?.changes).toEqual([
      expect.objectContaining({ field: 'bias' }),
      { form: 'locked', field: 'contacts' },
    ])
    const asked = await historyOf('sources', id, { withLocked: true })
    expect(JSON.stringify(asked)).toContain('+7 900')
  })

  it('grows with undo and redo, and with the bin', async () => {
    const { id } = await desk.newSource('A paper')
    await edit(id, { name: 'The paper' })
    await value(desk.h['history.undo']({}))
    await value(desk.h['history.redo']({}))
    await value(desk.h['records.delete']({ kind: 'sources', ids: [id] }))
    await value(desk.h['records.restore']({ id }))
    const { entries } = await historyOf('sources', id)
    expect(entries.map(({ what, to }) => [what, to])).toEqual([
      ['restored', 'log'],
      ['deleted', 'bin'],
      ['redone', null],
      ['undone', null],
      ['edited', null],
    ])
  })
})

describe('an earlier state', () => {
  it('comes back by a change that can be undone', async () => {
    const { id } = await desk.newSource('A paper')
    await edit(id, { name: 'The paper' })
    await edit(id, { bias: 'For the state' })
    await value(desk.h['history.restore']({ kind: 'sources', id, version: 0, reason: 'All wrong.' }))
    expect((await desk.records()).sources[id]).toMatchObject({ name: 'A paper' })
    expect((await desk.records()).sources[id]).not.toHaveProperty('bias')
    const [latest] = (await historyOf('sources', id)).entries
    expect(latest).toMatchObject({ version: 3, what: 'restored', reason: 'All wrong.' })
    await value(desk.h['history.undo']({}))
    expect((await desk.records()).sources[id]).toMatchObject({ name: 'The paper', bias: 'For the state' })
    const none = await desk.h['history.restore']({ kind: 'sources', id, version: 9 })
    expect(none).toMatchObject({ ok: false, error: { code: 'history/no-such-state' } })
  })

  it('of a claim leaves its assessments alone', async () => {
    const fields = { statement: 'It happened', kind: 'event', status: 'rumour', credibility: 6 }
    const { id } = await value(desk.h['records.save']({ kind: 'claims', id: null, fields }))
    await value(desk.h['records.save']({ kind: 'claims', id, fields: { statement: 'It did happen' } }))
    await value(
      desk.h['claims.assess']({
        id,
        status: 'false',
        credibility: 5,
        standardMet: null,
        reason: 'Three witnesses',
        when: '2017-05-01',
      }),
    )
    expect((await historyOf('claims', id)).entries[0]).toMatchObject({
      what: 'assessed',
      reason: 'Three witnesses',
    })
    await value(desk.h['history.restore']({ kind: 'claims', id, version: 0 }))
    expect((await desk.records()).claims[id]).toMatchObject({
      statement: 'It happened',
      status: 'false',
      assessments: [{ to: 'false' }],
    })
  })
})

describe('taking back one step', () => {
  it('leaves later steps that touch other records', async () => {
    const one = await desk.newSource('One')
    const two = await desk.newSource('Two')
    const { step } = await value(desk.h['records.delete']({ kind: 'sources', ids: [one.id] }))
    await edit(two.id, { name: 'Second' })
    expect(await value(desk.h['history.undo']({ step: step ?? 0 }))).toEqual({ done: true })
    expect((await desk.records()).sources).toMatchObject({
      [one.id]: { name: 'One' },
      [two.id]: { name: 'Second' },
    })
    expect(await value(desk.h['history.undo']({ step: step ?? 0 }))).toEqual({ done: false })
  })

  it('is refused when a later step changed the same record', async () => {
    const { id } = await desk.newSource('One')
    const { step } = await value(desk.h['records.delete']({ kind: 'sources', ids: [id] }))
    await value(desk.h['records.restore']({ id }))
    const refused = await desk.h['history.undo']({ step: step ?? 0 })
    expect(refused).toMatchObject({ ok: false, error: { code: 'history/later-change' } })
  })
})

describe('emptying the bin', () => {
  it('leaves nothing of the records, neither in the log nor in undo nor in the files', async () => {
    const { id } = await desk.newSource('Gone')
    const kept = await desk.newSource('Kept')
    await edit(id, { name: 'Gone for good' })
    await value(desk.h['drafts.save']({ id: `record/sources/${id}`, fields: { name: 'half' } }))
    await value(desk.h['records.delete']({ kind: 'sources', ids: [id, kept.id] }))
    await value(desk.h['records.restore']({ id: kept.id }))
    expect(await value(desk.h['bin.empty']({ ids: null }))).toEqual({ removed: 1, isCleared: true })
    expect((await desk.records()).bin).toEqual({})
    expect(
      await desk.h['history.of']({ kind: 'sources', id, before: null, withLocked: false }),
    ).toMatchObject({
      error: { code: 'records/not-found' },
    })
    while ((await value(desk.h['history.undo']({}))).done)
      expect((await desk.records()).sources[id]).toBeUndefined()
    while ((await value(desk.h['history.redo']({}))).done)
      expect((await desk.records()).sources[id]).toBeUndefined()
    await reopen()
    expect(await value(desk.h['drafts.list']({}))).toEqual([])
    expect(Object.keys((await desk.records()).sources)).toEqual([kept.id])
    expect((await historyOf('sources', kept.id)).entries.length).toBeGreaterThan(0)
    const files = await readdir(desk.folder)
    expect(files.filter((name) => name.endsWith('.daybook') || name.endsWith('.bak')).length).toBe(2)
    const [log, bak] = await Promise.all(
      ['log.daybook', 'log.daybook.bak'].map((name) => readFile(path.join(desk.folder, name))),
    )
    expect(Math.abs((log?.length ?? 0) - (bak?.length ?? 0))).toBeLessThan(8_192)
  })
})
