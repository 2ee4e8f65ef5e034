/** The desk without Electron: what the window can ask for, over a real vault in a temporary folder. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MentionSpan, maskSpans } from '../../../src/core/redaction/mentions/mentionSpan.ts'
import { textKey } from '../../../src/core/redaction/policies/text.ts'
import type { Input } from '../../../src/shared/ipc/contract.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, RESOURCES, value } from './deskFixture.ts'

let desk: DeskFixture
beforeEach(async () => {
  desk = await createDeskFixture()
})
afterEach(() => desk.remove())

const create = (demo = false) => desk.create(demo)
const records = () => desk.records()
const newSource = (name: string) => desk.newSource(name)
const h = () => desk.h
const fileHash = async () =>
  createHash('sha256')
    .update(await readFile(path.join(desk.folder, 'log.daybook')))
    .digest('hex')

describe('a log', () => {
  it('is created, locked, unlocked and closed', async () => {
    expect(await create()).toMatchObject({ phase: 'open', name: 'log' })
    await newSource('A paper')
    expect(await value(h()['log.lock']({}))).toMatchObject({ phase: 'locked', name: 'log', canUndo: false })
    expect(await h()['log.page']({ cursor: null })).toMatchObject({ error: { code: 'log/not-open' } })
    expect(desk.events.at(-1)).toMatchObject({ name: 'log.locked', value: { reason: 'user' } })
    expect(await value(h()['log.unlock']({ passphrase: PASSPHRASE }))).toMatchObject({ phase: 'open' })
    expect(Object.values((await records()).sources)).toMatchObject([{ name: 'A paper' }])
    expect(await value(h()['log.close']({}))).toMatchObject({ phase: 'closed', name: null })
    expect((await readdir(desk.folder)).sort()).toEqual(['log.daybook'])
  })

  it('makes guessing slower, and forgets that once it is open', async () => {
    await create()
    await value(h()['log.lock']({}))
    const guess = () => h()['log.unlock']({ passphrase: 'wrong' })
    for (let tries = 0; tries < 3; tries += 1)
      expect(await guess()).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    expect(await guess()).toMatchObject({ error: { code: 'vault/throttled', fields: { seconds: 1 } } })
    desk.clock.ms += 1_000
    expect(await guess()).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    desk.clock.ms += 1_000
    expect(await h()['log.unlock']({ passphrase: PASSPHRASE })).toMatchObject({
      error: { code: 'vault/throttled' },
    })
    desk.clock.ms += 1_000
    expect(await h()['log.unlock']({ passphrase: PASSPHRASE })).toMatchObject({ ok: true })
  })

  it('is not created when the dialog is closed, nor over a file', async () => {
    desk.next.newFile = null
    expect(await create()).toMatchObject({ phase: 'closed' })
    desk.next.newFile = path.join(desk.folder, 'taken')
    await writeFile(desk.next.newFile, 'mine')
    expect(await h()['log.create']({ passphrase: PASSPHRASE, demo: false })).toMatchObject({
      error: { code: 'vault/exists' },
    })
    expect(await readFile(desk.next.newFile, 'utf8')).toBe('mine')
  })
})

describe('records', () => {
  it('are told to the window as patches, after they are on disk', async () => {
    await create()
    const before = await fileHash()
    const { id } = await newSource('A paper')
    await expect
      .poll(() => desk.events.at(-1))
      .toMatchObject({
        name: 'log.changed',
        value: { state: { canUndo: true }, patch: { sources: { [id]: { name: 'A paper' } } } },
      })
    expect(await fileHash()).not.toBe(before)
  })

  it('are undone and redone, deletion too', async () => {
    await create()
    const { id } = await newSource('A paper')
    await value(h()['records.delete']({ kind: 'sources', ids: [id] }))
    expect((await records()).bin[id]).toMatchObject({ kind: 'sources', title: 'A paper' })
    expect(await value(h()['history.undo']({}))).toEqual({ done: true })
    expect((await records()).sources[id]).toBeDefined()
    await value(h()['history.undo']({}))
    expect((await records()).sources).toEqual({})
    expect(await value(h()['history.undo']({}))).toEqual({ done: false })
    await value(h()['history.redo']({}))
    await value(h()['history.redo']({}))
    expect((await records()).bin[id]).toBeDefined()
    await value(h()['records.restore']({ id }))
    expect((await records()).bin).toEqual({})
  })

  it('are deleted together as one step, or not at all', async () => {
    await create()
    const ids = [(await newSource('A')).id, (await newSource('B')).id]
    expect(await h()['records.delete']({ kind: 'sources', ids: [...ids, 'nobody'] })).toMatchObject({
      error: { code: 'records/not-found' },
    })
    expect(Object.keys((await records()).sources)).toHaveLength(2)
    await value(h()['records.delete']({ kind: 'sources', ids }))
    expect((await records()).sources).toEqual({})
    await value(h()['history.undo']({}))
    expect(Object.keys((await records()).sources)).toHaveLength(2)
  })

  it('never cross with their locked fields', async () => {
    await create(true)
    const view = await records()
    // Free text may say anything; the records of persons and sources themselves may not.
    const text = JSON.stringify([view.persons, view.sources])
    const demo = (await readFile(path.join(RESOURCES, 'demo/records.jsonl'), 'utf8'))
      .split('\n')
      .filter(Boolean)
    const names = demo
      .map((line) => JSON.parse(line))
      .flatMap((r) => (r.type === 'person' && r.realName ? [r.realName] : []))
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => text.includes(name))).toEqual([])
  })

  it('are not written over what somebody else put there meanwhile', async () => {
    await create()
    const source = { name: 'The Gazette', kind: 'media', reliability: 'F', tags: ['x'] }
    const { id } = await value(h()['records.save']({ kind: 'sources', id: null, fields: source }))
    const save = (tags: string[], seen: string[]) =>
      h()['records.save']({ kind: 'sources', id, fields: { tags }, seen: { tags: seen } })
    expect(await save(['x', 'y'], ['x'])).toMatchObject({ ok: true })
    expect(await save(['z'], ['x'])).toMatchObject({ error: { code: 'records/changed-meanwhile' } })
    expect((await records()).sources[id]).toMatchObject({ tags: ['x', 'y'] })
  })

  it('do not tell by a refusal what other fields hold, or locked ones', async () => {
    await create()
    const person = { codeName: 'P-1', kind: 'individual', roles: [], realName: 'A. Name' }
    const { id } = await value(h()['records.save']({ kind: 'persons', id: null, fields: person }))
    const save = (fields: Record<string, string>, seen: Record<string, string>) =>
      h()['records.save']({ kind: 'persons', id, fields, seen })
    for (const guess of ['A. Name', 'B. Name']) {
      const refused = { error: { code: 'records/invalid' } }
      expect(await save({ codeName: 'P-2' }, { realName: guess })).toMatchObject(refused)
      expect(await save({ realName: guess }, { realName: guess })).toMatchObject(refused)
    }
    expect(await save({ codeName: 'P-2' }, { kind: 'individual' })).toMatchObject({ ok: false })
    expect(await save({ codeName: 'P-2' }, { codeName: 'P-1' })).toMatchObject({ ok: true })
  })

  it('of the kind claim move only with a reason', async () => {
    await create()
    const claim = { statement: 'It happened', kind: 'event', status: 'rumour', credibility: 6 }
    const { id } = await value(h()['records.save']({ kind: 'claims', id: null, fields: claim }))
    const assess = (reason: string) =>
      h()['claims.assess']({
        id,
        status: 'false',
        credibility: 5,
        standardMet: null,
        reason,
        when: '2017-05-01',
      })
    expect(await assess('  ')).toMatchObject({ error: { code: 'claim/reason-missing' } })
    expect(await assess('three witnesses')).toMatchObject({ ok: true })
    expect((await records()).claims[id]).toMatchObject({
      status: 'false',
      assessments: [{ from: 'rumour', reason: 'three witnesses' }],
    })
  })
})

describe('an import', () => {
  const line = JSON.stringify({ type: 'source', name: 'Imported', kind: 'ngo', reliability: 'B' })

  it('saves nothing before it is applied, and is one step to undo', async () => {
    await create()
    desk.next.file = path.join(desk.folder, 'r.jsonl')
    await writeFile(desk.next.file, `${line}\n${JSON.stringify({ type: 'source', name: 'Bad' })}\n`)
    const before = await fileHash()
    const choice = await value(h()['import.choose']({}))
    if (choice.kind !== 'preview') throw new Error(choice.kind)
    expect(choice.preview).toMatchObject({ rows: 2, new: 1, confidentiality: 'RED' })
    const { token } = choice.preview
    expect(
      await value(h()['import.setOptions']({ token, confidentiality: 'CLEAR', dateOrder: null })),
    ).toMatchObject({ new: 1 })
    expect(await fileHash()).toBe(before)
    await value(h()['import.apply']({ token }))
    expect(Object.values((await records()).sources)).toMatchObject([
      { name: 'Imported', confidentiality: 'CLEAR' },
    ])
    expect(await h()['import.apply']({ token })).toMatchObject({ error: { code: 'import/expired' } })
    await value(h()['history.undo']({}))
    expect((await records()).sources).toEqual({})
  })

  it('asks for a mapping when it does not know the table', async () => {
    await create()
    desk.next.file = path.join(desk.folder, 't.csv')
    await writeFile(desk.next.file, 'What,When\nx,2017-04-01\n')
    const choice = await value(h()['import.choose']({}))
    expect(choice).toMatchObject({ kind: 'mapping-needed', headers: ['What', 'When'] })
  })

  it('is forgotten when the log is locked', async () => {
    await create()
    desk.next.file = path.join(desk.folder, 'r.jsonl')
    await writeFile(desk.next.file, line)
    const choice = await value(h()['import.choose']({}))
    if (choice.kind !== 'preview') throw new Error(choice.kind)
    await value(h()['log.lock']({}))
    await value(h()['log.unlock']({ passphrase: PASSPHRASE }))
    expect(await h()['import.apply']({ token: choice.preview.token })).toMatchObject({
      error: { code: 'import/expired' },
    })
  })
})

describe('a brief', () => {
  const preview = async (part: Partial<Input<'brief.preview'>> = {}) => {
    const { incidents, claims, contacts, actions } = await records()
    return value(
      h()['brief.preview']({
        profile: 'public',
        series: '',
        language: 'en',
        title: '',
        asOf: '2019-06-30',
        incidents: Object.keys(incidents),
        claims: Object.keys(claims),
        contacts: Object.keys(contacts),
        actions: Object.keys(actions),
        ...part,
      }),
    )
  }
  /** With the steps that keep most rows. */
  const previewBest = async (part: Partial<Input<'brief.preview'>> = {}) => {
    const { disclosure } = await preview(part)
    return preview({ ...part, coarsen: disclosure.suggestions[0]?.coarsen })
  }
  const keysOf = (texts: readonly { readonly original: string; readonly spans: readonly MentionSpan[] }[]) =>
    texts.map(({ original, spans }) => textKey(maskSpans(original, spans)))

  it('shows what it would hold and what it withholds, and writes only when told to', async () => {
    await create(true)
    desk.next.folder = desk.folder
    const before = await readdir(desk.folder)
    const { token, data, withheld, texts } = await previewBest()
    expect(data.incidents.length).toBeGreaterThan(40)
    expect(withheld).toEqual(expect.arrayContaining([expect.objectContaining({ reason: 'record/label' })]))
    expect(await readdir(desk.folder)).toEqual(before)
    expect(await h()['brief.settle']({ token, accepted: [], leftOut: [], marks: [] })).toMatchObject({
      error: { code: 'brief/texts-unread' },
    })
    const accepted = keysOf(texts)
    await value(h()['brief.settle']({ token, accepted, leftOut: [], marks: [] }))
    const written = await value(
      h()['brief.write']({ token, forms: ['claimreview', 'csv', 'geojson', 'json'] }),
    )
    expect(written?.files.map((file) => file.replace(/^brief-[0-9a-f]{12}\./, ''))).toEqual([
      'json',
      'geojson',
      'csv',
      'claimreview.json',
    ])
    expect(await readdir(desk.folder)).toEqual(expect.arrayContaining(written?.files ?? []))
    expect(await h()['brief.write']({ token, forms: ['json'] })).toMatchObject({
      error: { code: 'brief/expired' },
    })
  })

  it('shows every text that a profile keeps, and lets out those alone that were accepted', async () => {
    await create(true)
    const { token, texts, data } = await previewBest({ profile: 'partner' })
    const kept = texts.filter(({ policy }) => policy === 'text')
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.some(({ spans }) => spans.length > 0)).toBe(true)
    const keys = keysOf(texts)
    const [first = ''] = keysOf(kept)
    const accepted = keys.filter((key) => key !== first)
    const missing = await h()['brief.settle']({ token, accepted, leftOut: [], marks: [] })
    expect(missing).toMatchObject({ error: { code: 'brief/texts-unread', fields: { count: 1 } } })
    const settled = await value(h()['brief.settle']({ token, accepted, leftOut: [first], marks: [] }))
    const shown = (brief: typeof data) =>
      [
        ...brief.incidents.flatMap(({ title, summary }) => [title, summary]),
        ...brief.claims.map((c) => c.statement),
      ]
        .filter((text) => text !== null)
        .map((text) => textKey(text))
    expect(shown(data)).toContain(first)
    expect(shown(settled.data)).not.toContain(first)
    expect(shown(settled.data).every((key) => accepted.includes(key))).toBe(true)
  })

  it('masks what a reader marked, and asks for that text again', async () => {
    await create(true)
    const { token, texts } = await previewBest({ profile: 'partner' })
    const marked = texts.find(({ policy, unmatched }) => policy === 'text' && unmatched.length > 0)
    const word = marked?.unmatched[0]
    if (marked === undefined || word === undefined) throw new Error('the demo log has such a text')
    const mark = { text: textKey(marked.original), ...word, token: '[person]' as const }
    const marks = [{ text: mark.text, start: mark.start, end: mark.end, token: mark.token }]
    const accepted = keysOf(texts)
    expect(await h()['brief.settle']({ token, accepted, leftOut: [], marks })).toMatchObject({
      error: { code: 'brief/texts-unread', fields: { count: 1 } },
    })
    const spans = [...marked.spans, { ...word, token: mark.token }].sort((a, b) => a.start - b.start)
    const masked = maskSpans(marked.original, spans as MentionSpan[])
    const settled = await value(
      h()['brief.settle']({ token, accepted: [...accepted, textKey(masked)], leftOut: [], marks }),
    )
    expect(JSON.stringify(settled.data)).toContain(JSON.stringify(masked).slice(1, -1))
  })

  it('leads from a row and from a reason to the records behind them', async () => {
    await create(true)
    const { token, data, withheld } = await previewBest()
    const { incidents } = await records()
    const row = await value(h()['brief.rowRecord']({ token, row: data.incidents[0]?.id ?? '' }))
    expect(row?.kind).toBe('incidents')
    expect(Object.keys(incidents)).toContain(row?.id)
    expect(row?.withheld.map(({ reason }) => reason)).toContain('field/exact-date')
    expect(await value(h()['brief.rowRecord']({ token, row: 'i9999' }))).toBeNull()
    const labels = withheld.find(({ reason }) => reason === 'record/label')
    const behind = await value(h()['brief.withheldBy']({ token, reason: 'record/label' }))
    expect(behind.records.reduce((sum, { count }) => sum + count, 0)).toBe(labels?.count)
    expect(await value(h()['brief.withheldBy']({ token, reason: 'no such reason' }))).toEqual({
      records: [],
      total: 0,
    })
  })

  it('is not written when the dialog is closed or no form is chosen', async () => {
    await create(true)
    const { token, texts } = await previewBest()
    const accepted = keysOf(texts)
    await value(h()['brief.settle']({ token, accepted, leftOut: [], marks: [] }))
    expect(await value(h()['brief.write']({ token, forms: ['pdf', 'json'] }))).toBeNull()
    expect(await h()['brief.write']({ token, forms: [] })).toMatchObject({
      error: { code: 'brief/no-form-chosen' },
    })
  })
})
