import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { RecordChunks } from '../../../src/vault/data/RecordChunks.ts'
import { RecordCollection } from '../../../src/vault/data/RecordCollection.ts'
import { compressFast } from '../../../src/vault/format/compression.ts'
import { chunkBody, type IndexedChunk } from '../../../src/vault/format/lines.ts'
import { VaultFailure } from '../../../src/vault/vaultError.ts'

let chunks: RecordChunks
let collection: RecordCollection
let parsed: number

beforeEach(() => {
  chunks = new RecordChunks()
  parsed = 0
  collection = new RecordCollection('incidents', chunks, (untrusted) => {
    parsed += 1
    if (typeof untrusted !== 'object' || untrusted === null) throw new Error(JSON.stringify(untrusted))
    return untrusted
  })
})

const json = (value: unknown) => Buffer.from(JSON.stringify(value))

/** A chunk of the snapshot with these records. */
function addChunk(records: readonly { readonly id: string }[], row: unknown = undefined): void {
  const lines = records.map(json)
  const entries = records.map(({ id }, index) => ({ id, row, length: lines[index]?.length ?? 0 }))
  const chunk: IndexedChunk = { collection: 'incidents', entries }
  collection.addChunk(chunk, chunks.add(chunkBody('incidents', lines), 0, chunk))
}

describe('what comes from the file', () => {
  test('is parsed when somebody asks for it, once while somebody holds it, and frozen all the way down', () => {
    addChunk([{ id: 'a', list: [{ x: 1 }] }, { id: 'b' }, { id: 'ü' }] as { id: string }[])
    expect(collection.visibleIds()).toEqual(['a', 'b', 'ü'])
    expect(collection.hasVisible('b')).toBe(true)
    expect(collection.hasVisible('c')).toBe(false)
    expect(parsed).toBe(0)
    const record = collection.visible('a')
    expect(record).toEqual({ id: 'a', list: [{ x: 1 }] })
    expect(collection.visible('a')).toBe(record)
    expect(parsed).toBe(1)
    expect(collection.visible('ü')).toEqual({ id: 'ü' })
    expect(collection.visible('c')).toBeUndefined()
    const list: unknown = Reflect.get(record ?? {}, 'list')
    expect(() => Object.assign(Array.isArray(list) ? list[0] : {}, { x: 2 })).toThrow(TypeError)
  })

  test('is replaced and removed by the journal, with what tables show', () => {
    addChunk([{ id: 'a' }, { id: 'b' }], ['first'])
    collection.replay('a', ['second'], json({ id: 'a', n: 2 }))
    collection.replay('b', undefined, Buffer.alloc(0))
    collection.replay('c', undefined, json({ id: 'c' }))
    expect(collection.visibleIds()).toEqual(['a', 'c'])
    expect(collection.visible('a')).toEqual({ id: 'a', n: 2 })
    expect([...collection.rows()]).toEqual([['a', ['second']]])
    expect([...collection.durableLines()]).toEqual([
      { id: 'a', row: ['second'], json: '{"id":"a","n":2}' },
      { id: 'c', row: undefined, json: '{"id":"c"}' },
    ])
  })

  test('stays parsed for a while although nobody holds it: what was shown last is what is edited next', async () => {
    addChunk([{ id: 'a' }, ...Array.from({ length: 300 }, (_, n) => ({ id: `b${n}` }))])
    setFlagsFromString('--expose-gc')
    const collectGarbage: () => void = runInNewContext('gc')
    collection.visible('a')
    // Another turn: what a weak reference was read from is held until the end of its own.
    await new Promise((resolve) => setImmediate(resolve))
    collectGarbage()
    collection.visible('a')
    expect(parsed).toBe(1)
    for (let n = 0; n < 300; n += 1) collection.visible(`b${n}`)
    await new Promise((resolve) => setImmediate(resolve))
    collectGarbage()
    collection.visible('a')
    expect(parsed).toBe(302)
  })

  test('is put in its place in steps, or at once when somebody asks, and is the same either way', () => {
    addChunk([{ id: 'a' }, { id: 'b' }], ['first'])
    addChunk([{ id: 'c' }], ['second'])
    // The first step takes a thousand operations, not one.
    for (let n = 0; n < 996; n += 1) collection.replay('d', undefined, json({ id: 'd' }))
    collection.replay('d', undefined, Buffer.alloc(0))
    collection.replay('b', undefined, Buffer.alloc(0))
    collection.replay('c', ['third'], json({ id: 'c', n: 1 }))
    expect(collection.sizeAtMost).toBe(1002)
    expect(collection.placeSome()).toBe(true)
    // a, b, c and d, two operations to come.
    expect(collection.sizeAtMost).toBe(5)
    expect(collection.visibleIds()).toEqual(['a', 'c'])
    expect([...collection.rows()]).toEqual([
      ['a', ['first']],
      ['c', ['third']],
    ])
    expect(collection.sizeAtMost).toBe(2)
    expect(collection.placeSome()).toBe(false)
    expect(collection.visible('c')).toEqual({ id: 'c', n: 1 })
  })

  test('tells rows and a few records without putting the others in their place', () => {
    addChunk([{ id: 'a' }, { id: 'b' }, { id: 'c' }], ['first'])
    collection.replay('b', ['second'], json({ id: 'b', n: 1 }))
    collection.replay('b', ['third'], json({ id: 'b', n: 2 }))
    collection.replay('c', undefined, Buffer.alloc(0))
    collection.replay('d', ['fourth'], json({ id: 'd' }))
    const rows = [
      ['a', ['first']],
      ['b', ['third']],
      ['d', ['fourth']],
    ]
    expect([...collection.rows()].sort()).toEqual(rows)
    collection.locate(['a', 'b', 'd'])
    expect(collection.stored('a')).toEqual({ id: 'a' })
    expect(collection.stored('b')).toEqual({ id: 'b', n: 2 })
    expect(collection.hasVisible('b')).toBe(true)
    expect(collection.sizeAtMost).toBe(7)
    const record = collection.visible('b')
    expect(record).toEqual({ id: 'b', n: 2 })
    expect(collection.placeSome()).toBe(false)
    expect(collection.visible('b')).toBe(record)
    expect([...collection.rows()].sort()).toEqual(rows)
    expect(collection.visibleIds().sort()).toEqual(['a', 'b', 'd'])
  })

  test('what was found ahead is outdated by what is saved', () => {
    addChunk([{ id: 'a' }, { id: 'b' }])
    collection.locate(['a', 'b'])
    const next = { id: 'a', n: 1 }
    collection.settle('a', next, undefined, 1)
    collection.settle('b', undefined, undefined, 2)
    expect(collection.visible('a')).toBe(next)
    expect(collection.stored('b')).toBeUndefined()
  })

  test('is replaced by what is saved before anybody has asked for it', () => {
    addChunk([{ id: 'a' }, { id: 'b' }])
    collection.settle('a', { id: 'a', n: 1 }, undefined, 1)
    expect(collection.visible('a')).toEqual({ id: 'a', n: 1 })
    expect(collection.visibleIds()).toEqual(['a', 'b'])
  })

  test('that the schema refuses throws a code, without a word of the content', () => {
    collection.replay('a', undefined, Buffer.from('"Zelimkhan"'))
    collection.replay('b', undefined, Buffer.from('{'))
    for (const id of ['a', 'b']) {
      expect(() => collection.visible(id)).toThrow(VaultFailure)
      expect(() => collection.visible(id)).toThrow(/^vault\/invalid-content/)
      expect(() => collection.visible(id)).not.toThrow(/Zelimkhan/)
    }
  })
})

describe('what is read is wiped', () => {
  test('a decompressed chunk when it makes room, one that was not compressed stays', () => {
    const text = 'a'.repeat(1000)
    for (let n = 0; n < 40; n += 1) {
      const record = json({ id: `r${n}`, text })
      const chunk: IndexedChunk = {
        collection: 'incidents',
        entries: [{ id: `r${n}`, row: undefined, length: record.length }],
      }
      const whole = chunkBody('incidents', [record])
      const { body, flags } = n === 0 ? { body: whole, flags: 0 } : compressFast(whole, 0)
      collection.addChunk(chunk, chunks.add(body, flags, chunk))
    }
    const read = vi.spyOn(chunks, 'json')
    const all = () => [...collection.durableLines()].map(({ json: line }) => JSON.parse(line))
    const once = all()
    expect(once).toHaveLength(40)
    expect(all()).toEqual(once)
    const dictionary = Buffer.from('a dictionary')
    chunks.takeDictionary(dictionary)
    chunks.clear()
    expect(read).toHaveBeenCalledTimes(80)
    const left = read.mock.results.filter(({ value }) => Buffer.from(value).some((byte) => byte !== 0))
    expect(left).toEqual([])
    expect(dictionary.every((byte) => byte === 0)).toBe(true)
  })

  test('the JSON of the journal: parsed, replaced, untouched, or not even in its place', () => {
    const kept: Buffer[] = []
    const replay = (id: string, n: number) => {
      const line = json({ id, n })
      kept.push(line)
      collection.replay(id, undefined, line)
    }
    for (const id of ['parsed', 'replaced', 'replaced', 'untouched']) replay(id, 1)
    expect(collection.visible('parsed')).toEqual({ id: 'parsed', n: 1 })
    expect(collection.stored('replaced')).toEqual({ id: 'replaced', n: 1 })
    expect(collection.visible('parsed')).toEqual({ id: 'parsed', n: 1 })
    replay('not in its place', 1)
    collection.clear()
    expect(kept.filter((line) => line.some((byte) => byte !== 0))).toEqual([])
  })
})

describe('layers', () => {
  beforeEach(() => addChunk([{ id: 'a' }, { id: 'b' }]))

  test('an update under way is seen by the next update only, until it is on the disk', () => {
    const next = { id: 'a', n: 1 }
    collection.send('a', next, 1)
    collection.send('b', undefined, 1)
    expect(collection.visible('a')).toEqual({ id: 'a' })
    expect(collection.visibleIds()).toEqual(['a', 'b'])
    expect(collection.latest('a')).toBe(next)
    expect(collection.hasLatest('b')).toBe(false)
    expect(collection.latestIds()).toEqual(['a'])
    collection.settle('a', next, ['row'], 1)
    collection.settle('b', undefined, undefined, 1)
    expect(collection.visible('a')).toBe(next)
    expect(collection.visibleIds()).toEqual(['a'])
    expect(new Map(collection.rows()).get('a')).toEqual(['row'])
  })

  test('an update that could not be saved leaves nothing behind', () => {
    collection.send('a', { id: 'a', n: 1 }, 1)
    collection.send('c', { id: 'c' }, 1)
    collection.takeBack()
    expect(collection.latest('a')).toEqual({ id: 'a' })
    expect(collection.latestIds()).toEqual(['a', 'b'])
  })

  test('an assignment is seen at once, waits for its saving, and stays when that fails', () => {
    const next = { id: 'a', n: 1 }
    collection.assign('a', next)
    collection.assign('b', undefined)
    expect(collection.visible('a')).toBe(next)
    expect(collection.visibleIds()).toEqual(['a'])
    expect(collection.unsaved()).toEqual([
      ['a', next],
      ['b', undefined],
    ])
    collection.send('a', next, 1)
    collection.send('b', undefined, 1)
    expect(collection.unsaved()).toEqual([])
    collection.takeBack()
    expect(collection.visible('a')).toBe(next)
    expect(collection.unsaved().length).toBe(2)
    collection.discardAssigned()
    expect(collection.visible('a')).toEqual({ id: 'a' })
    expect(collection.visibleIds()).toEqual(['a', 'b'])
  })

  test('an assignment made while an older one is being saved waits for the next saving', () => {
    const [older, newer] = [
      { id: 'a', n: 1 },
      { id: 'a', n: 2 },
    ]
    collection.assign('a', older)
    collection.send('a', older, 1)
    collection.assign('a', newer)
    collection.settle('a', older, undefined, 1)
    expect(collection.visible('a')).toBe(newer)
    expect(collection.unsaved()).toEqual([['a', newer]])
  })

  test('an update that builds on an assignment replaces it, and gives it back when it fails', () => {
    const [assigned, updated] = [
      { id: 'a', n: 1 },
      { id: 'a', n: 2 },
    ]
    collection.assign('a', assigned)
    collection.send('a', updated, 1)
    collection.takeBack()
    expect(collection.visible('a')).toBe(assigned)
    expect(collection.unsaved()).toEqual([['a', assigned]])
    collection.send('a', updated, 2)
    collection.settle('a', updated, undefined, 2)
    expect(collection.visible('a')).toBe(updated)
    expect(collection.unsaved()).toEqual([])
  })

  test('nothing is left after clearing', () => {
    collection.assign('a', { id: 'a' })
    collection.clear()
    expect(collection.visibleIds()).toEqual([])
    expect(collection.unsaved()).toEqual([])
  })
})
