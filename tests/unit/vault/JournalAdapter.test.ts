import { Low } from 'lowdb'
import { describe, expect, test } from 'vitest'
import type { TestLog } from '../../support/vault/testLog.ts'
import { letRun, testJournal } from './journalFixture.ts'
import { EMPTY_LOG, logOf, plain } from './vaultFixture.ts'

const incident = (id: string, n = 0, text = '') => ({ id, n, text })
const FULL = /^disk\/full/

describe('stock lowdb over the journal', () => {
  test('reads, takes assignments, and saves what was assigned and nothing else', async () => {
    const { adapter, groups } = testJournal(logOf(3))
    const low = new Low<TestLog>(adapter, EMPTY_LOG)
    await low.read()
    expect(plain(low.data)).toEqual(logOf(3))
    low.data.incidents.i1 = incident('i1', 7)
    delete low.data.incidents.i2
    low.data.sources.s = incident('s')
    low.data.meta = { n: 9 }
    await low.write()
    expect(groups).toEqual([
      [
        [
          ['', 'meta', { n: 9 }],
          ['incidents', 'i1', incident('i1', 7)],
          ['incidents', 'i2', null],
          ['sources', 's', incident('s')],
        ],
      ],
    ])
    await low.write()
    expect(groups.length).toBe(1)
  })

  test('its update assigns and saves', async () => {
    const { adapter, groups } = testJournal(EMPTY_LOG)
    const low = new Low<TestLog>(adapter, adapter.root)
    await low.update((data) => {
      data.incidents.a = incident('a', 1)
    })
    expect(groups).toEqual([[[['incidents', 'a', incident('a', 1)]]]])
    expect(low.data.incidents.a).toEqual(incident('a', 1))
  })

  test('a failed write stays dirty, is seen, and succeeds when tried again', async () => {
    const { adapter, groups, fail } = testJournal(logOf(1))
    const low = new Low<TestLog>(adapter, adapter.root)
    low.data.incidents.i0 = incident('i0', 5)
    fail(2)
    await expect(low.write()).rejects.toThrow(FULL)
    expect(low.data.incidents.i0).toEqual(incident('i0', 5))
    low.data.incidents.b = incident('b')
    await expect(low.write()).rejects.toThrow(FULL)
    expect(groups).toEqual([])
    await low.write()
    expect(groups).toEqual([
      [
        [
          ['incidents', 'i0', incident('i0', 5)],
          ['incidents', 'b', incident('b')],
        ],
      ],
    ])
  })

  test('what was not saved can be thrown away', async () => {
    const { adapter, groups } = testJournal(logOf(1))
    adapter.root.incidents.i0 = incident('i0', 5)
    adapter.root.incidents.b = incident('b')
    adapter.discardAssigned()
    expect(plain(adapter.root)).toEqual(logOf(1))
    await adapter.write(adapter.root)
    expect(groups).toEqual([])
  })

  test('another object than its own data is refused', async () => {
    const { adapter } = testJournal(logOf(1))
    const low = new Low<TestLog>(adapter, EMPTY_LOG)
    await expect(low.write()).rejects.toThrow('not the data itself')
    low.data = { ...adapter.root }
    await expect(low.write()).rejects.toThrow('not the data itself')
  })

  test('a write does not end before what it rests on is saved, and fails with it', async () => {
    const { adapter, fail } = testJournal(EMPTY_LOG)
    adapter.root.incidents.a = incident('a')
    fail(1)
    const first = adapter.write(adapter.root)
    const second = adapter.write(adapter.root)
    await expect(first).rejects.toThrow(FULL)
    await expect(second).rejects.toThrow(FULL)
    await adapter.write(adapter.root)
  })
})

describe('assignments and updates of one record', () => {
  test('an update builds on what was assigned, and replaces it for good', async () => {
    const { low, groups } = testJournal(logOf(1))
    low.data.incidents.i0 = incident('i0', 2)
    await low.update((data) => {
      const record = data.incidents.i0
      if (record !== undefined) record.n += 1
    })
    expect(low.data.incidents.i0).toEqual(incident('i0', 3))
    await low.write()
    expect(low.data.incidents.i0).toEqual(incident('i0', 3))
    expect(groups).toEqual([[[['incidents', 'i0', incident('i0', 3)]]]])
  })

  test('what was assigned while an update is being saved comes after it', async () => {
    const { low, groups, block } = testJournal(logOf(1))
    const release = block()
    const update = low.update((data) => {
      data.incidents.i0 = incident('i0', 1)
    })
    await letRun()
    low.data.incidents.i0 = incident('i0', 2)
    const write = low.write()
    release()
    await Promise.all([update, write])
    expect(low.data.incidents.i0).toEqual(incident('i0', 2))
    expect(groups.flat()).toEqual([
      [['incidents', 'i0', incident('i0', 1)]],
      [['incidents', 'i0', incident('i0', 2)]],
    ])
  })
})

describe('what is not a record', () => {
  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'x'],
    ['another id', incident('b')],
    ['no id', { n: 1 }],
  ])('%s is refused at once', (_name, value) => {
    const { adapter } = testJournal(logOf(1))
    expect(() => Reflect.set(adapter.root.incidents, 'a', value)).toThrow(TypeError)
    expect('a' in adapter.root.incidents).toBe(false)
  })

  test('what the schema refuses is not saved, and nothing of it stays', async () => {
    const { low, groups } = testJournal(logOf(1))
    const wrong = low.update((data) => {
      Reflect.set(data.incidents, 'a', { id: 'a', n: 'one', text: '' })
    })
    await expect(wrong).rejects.toThrow()
    const wrongMeta = low.update((data) => {
      Reflect.set(data, 'meta', { n: 'one' })
    })
    await expect(wrongMeta).rejects.toThrow()
    expect(groups).toEqual([])
    expect(plain(low.data)).toEqual(logOf(1))
  })

  test('a record whose id is changed by an edit is refused', async () => {
    const { low, groups } = testJournal(logOf(1))
    const renamed = low.update((data) => {
      const record = data.incidents.i0
      if (record !== undefined) record.id = 'other'
    })
    await expect(renamed).rejects.toThrow('the key of a record must be its id')
    expect(groups).toEqual([])
    expect(plain(low.data)).toEqual(logOf(1))
  })

  test('a collection, or the whole, cannot be replaced or removed', () => {
    const { adapter } = testJournal(logOf(1))
    const { root } = adapter
    expect(() => Object.assign(root, { incidents: {} })).toThrow(TypeError)
    expect(() => Object.assign(root, { other: {} })).toThrow(TypeError)
    expect(Reflect.deleteProperty(root, 'incidents')).toBe(false)
    expect(Reflect.deleteProperty(root, 'meta')).toBe(false)
    expect(plain(root)).toEqual(logOf(1))
  })
})

test('closing waits for what is being saved, and refuses the rest', async () => {
  const { adapter, low, groups, block } = testJournal(EMPTY_LOG)
  const release = block()
  const saved = low.update((data) => {
    data.incidents.a = incident('a')
  })
  let isClosed = false
  const closed = adapter.close().then(() => {
    isClosed = true
  })
  await letRun()
  expect(isClosed).toBe(false)
  release()
  await Promise.all([saved, closed])
  expect(groups.length).toBe(1)
  await expect(low.update(() => undefined)).rejects.toThrow(/^vault\/closed/)
})

test('while something else needs quiet nothing is saved; afterwards everything is, in order', async () => {
  const { adapter, low, groups, block } = testJournal(EMPTY_LOG)
  const release = block()
  const before = low.update((data) => {
    data.incidents.before = incident('before')
  })
  await letRun()
  const quiet = Promise.withResolvers<void>()
  let seen = -1
  const work = () => {
    seen = groups.length
    return quiet.promise
  }
  const done = [adapter.withoutSaving(work), adapter.withoutSaving(async () => undefined)]
  const after = low.update((data) => {
    data.incidents.after = incident('after')
  })
  await letRun()
  expect(seen).toBe(-1)
  release()
  await before
  await letRun()
  expect([seen, groups.length]).toEqual([1, 1])
  expect('before' in low.data.incidents).toBe(true)
  quiet.resolve()
  await Promise.all([...done, after])
  expect(groups.flat()).toEqual([
    [['incidents', 'before', incident('before')]],
    [['incidents', 'after', incident('after')]],
  ])
})
