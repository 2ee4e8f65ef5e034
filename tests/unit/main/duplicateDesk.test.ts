/** What the window asks about records of one incident; the thread that compares them is the real one. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CONTRACT } from '../../../src/shared/ipc/contract.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value } from './deskFixture.ts'

let desk: DeskFixture
beforeEach(async () => {
  desk = await createDeskFixture()
  await desk.create()
})
afterEach(() => desk.remove())

const h = () => desk.h
const fieldsOf = (title: string, when = '2021-05-03') => ({
  title,
  summary: '',
  when,
  where: { name: 'Аргун', country: 'RU', precision: 3 },
  violationTypes: ['030104000000'],
  status: 'possible',
})
const save = async (title: string, when?: string) =>
  (await value(h()['records.save']({ kind: 'incidents', id: null, fields: fieldsOf(title, when) }))).id
/** So that a name is rarer than other words. */
const saveOthers = async () => {
  for (let number = 0; number < 12; number += 1)
    await save(`Обыск в доме номер ${number}`, `20${10 + number}`)
}
const list = async () => CONTRACT['duplicates.list'].output.parse(await value(h()['duplicates.list']({})))

test('what is being typed is compared as far as it can be read, with the log as it is by then', async () => {
  await saveOthers()
  const known = await save('Тимохин увезён вооружёнными людьми')
  const ask = (fields: Record<string, string>) =>
    value(h()['duplicates.suggest']({ id: null, fields: { ...fieldsOf('Timokhin taken away'), ...fields } }))
  expect(await ask({})).toMatchObject([{ incident: known, isLikely: true }])
  expect(await ask({ when: 'in spr' })).toMatchObject([{ incident: known }])
  expect(await ask({ title: ' ' })).toEqual([])
  const later = await save('Тимохина похитили')
  expect((await ask({})).map(({ incident }) => incident).sort()).toEqual([known, later].sort())
  await value(h()['records.delete']({ kind: 'incidents', ids: [known] }))
  expect((await ask({})).map(({ incident }) => incident)).toEqual([later])
})

test('pairs wait until somebody decides, and wait again once that is undone', async () => {
  await saveOthers()
  const [one, other] = [await save('Тимохин увезён вооружёнными людьми'), await save('Timokhin taken away')]
  const [pair] = (await list()).pairs
  expect([pair?.of, pair?.incident].sort()).toEqual([one, other].sort())
  expect(pair).toMatchObject({ isSetAside: false, isLikely: true })

  await value(h()['duplicates.judge']({ id: one, other, verdict: 'later' }))
  expect(await list()).toMatchObject({ open: 0, setAside: 1, pairs: [{ isSetAside: true }] })
  await value(h()['duplicates.judge']({ id: other, other: one, verdict: 'different' }))
  expect(await list()).toEqual({ open: 0, setAside: 0, pairs: [] })
  await value(h()['history.undo']({}))
  expect(await list()).toMatchObject({ open: 0, setAside: 1 })
  await value(h()['history.undo']({}))
  await value(h()['incidents.merge']({ from: other, into: one, take: ['title'] }))
  expect((await desk.records()).incidents[one]).toMatchObject({ title: 'Timokhin taken away' })
  expect(await list()).toEqual({ open: 0, setAside: 0, pairs: [] })
  await value(h()['history.undo']({}))
  expect(await list()).toMatchObject({ open: 1, setAside: 0 })
})

test('a search ends when it is stopped, and with the log', async () => {
  await save('One')
  const stopped = h()['duplicates.list']({})
  await value(h()['duplicates.cancel']({}))
  expect(await stopped).toMatchObject({ error: { code: 'duplicates/stopped' } })
  expect(await list()).toMatchObject({ open: 0 })
  const cut = h()['duplicates.list']({})
  await value(h()['log.lock']({}))
  expect(await cut).toMatchObject({ ok: false })
  expect(await h()['duplicates.list']({})).toMatchObject({ error: { code: 'log/not-open' } })
  await value(h()['log.unlock']({ passphrase: PASSPHRASE }))
  expect(await list()).toMatchObject({ open: 0 })
})

test('new incidents of a file are compared with the log before they are saved', async () => {
  await saveOthers()
  const known = await save('Тимохин увезён вооружёнными людьми')
  const file = path.join(desk.folder, 'records.jsonl')
  const line = (id: string, title: string) =>
    JSON.stringify({
      ...{ type: 'incident', id, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
      ...{ confidentiality: 'RED', ...fieldsOf(title) },
    })
  await writeFile(file, [line('twin', 'Timokhin taken away'), line('other', 'Bridge closed')].join('\n'))
  desk.next.file = file
  const choice = await value(h()['import.choose']({}))
  if (choice.kind !== 'preview') throw new Error(choice.kind)
  const { token } = choice.preview
  expect(choice.preview.new).toBe(2)
  const twins = CONTRACT['import.compare'].output.parse(await value(h()['import.compare']({ token })))
  expect(twins).toMatchObject({ total: 1, shown: [{ title: 'Timokhin taken away', incident: known }] })
  expect(Object.keys((await desk.records()).incidents)).toHaveLength(13)
  await value(h()['import.apply']({ token }))
  expect(await list()).toMatchObject({ open: 1 })
})
