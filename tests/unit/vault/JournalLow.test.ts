import { describe, expect, test } from 'vitest'
import type { TestLog, TestRecord } from '../../support/vault/testLog.ts'
import { letRun, testJournal } from './journalFixture.ts'
import { EMPTY_LOG, logOf, plain } from './vaultFixture.ts'

const incident = (id: string, n = 0, text = '') => ({ id, n, text })
const FULL = /^disk\/full/

function mustHave(record: TestRecord | undefined): TestRecord {
  if (record === undefined) throw new Error('no such record')
  return record
}

const increase = (id: string) => (data: TestLog) => {
  mustHave(data.incidents[id]).n += 1
}

describe('inside an update', () => {
  test('records can be edited, put and deleted, and what was done is seen at once', async () => {
    const { low, groups } = testJournal(logOf(3))
    await low.update((data) => {
      mustHave(data.incidents.i0).text = 'edited'
      expect(mustHave(data.incidents.i0).text).toBe('edited')
      data.incidents.a = incident('a')
      expect(data.incidents.a).toEqual(incident('a'))
      delete data.incidents.i1
      expect('i1' in data.incidents).toBe(false)
      expect(data.incidents.i1).toBeUndefined()
      expect(Object.keys(data.incidents)).toEqual(['i0', 'i2', 'a'])
      expect(Object.values(data.incidents).map(({ id }) => id)).toEqual(['i0', 'i2', 'a'])
      expect(Object.entries(data.incidents).map(([id]) => id)).toEqual(['i0', 'i2', 'a'])
      data.meta.n = 8
    })
    expect(groups).toEqual([
      [
        [
          ['', 'meta', { n: 8 }],
          ['incidents', 'i0', { id: 'i0', n: 0, text: 'edited' }],
          ['incidents', 'a', incident('a')],
          ['incidents', 'i1', null],
        ],
      ],
    ])
  })

  test('reading alone, also of every record, saves nothing', async () => {
    const { low, groups } = testJournal(logOf(5))
    await low.update((data) => {
      expect(Object.values(data.incidents).reduce((sum, { n }) => sum + n, 0)).toBe(10)
      expect(JSON.stringify(data)).toBe(JSON.stringify(low.data))
    })
    expect(groups).toEqual([])
  })

  test('an edit of every record through iteration is kept', async () => {
    const { low } = testJournal(logOf(5))
    await low.update((data) => {
      for (const record of Object.values(data.incidents)) record.n += 100
    })
    expect(Object.values(low.data.incidents).map(({ n }) => n)).toEqual([100, 101, 102, 103, 104])
  })

  test('a record made by spreading another one is its own', async () => {
    const { low } = testJournal(logOf(1))
    await low.update((data) => {
      data.incidents.copy = { ...mustHave(data.incidents.i0), id: 'copy' }
      mustHave(data.incidents.i0).n = 50
    })
    expect(low.data.incidents.copy).toEqual({ id: 'copy', n: 0, text: 'случай 0' })
    expect(low.data.incidents.i0?.n).toBe(50)
  })

  test('a record put in its own place is kept with its edits', async () => {
    const { low } = testJournal(logOf(1))
    await low.update((data) => {
      const record = mustHave(data.incidents.i0)
      record.n = 1
      data.incidents.i0 = record
      record.text = 'after'
    })
    expect(low.data.incidents.i0).toEqual({ id: 'i0', n: 1, text: 'after' })
  })

  test('a record deleted and put again is put', async () => {
    const { low, groups } = testJournal(logOf(1))
    await low.update((data) => {
      delete data.incidents.i0
      data.incidents.i0 = incident('i0', 3)
    })
    expect(low.data.incidents.i0).toEqual(incident('i0', 3))
    expect(groups.flat(2)).toEqual([['incidents', 'i0', incident('i0', 3)]])
  })

  test('the state before is there to compare with, and cannot be changed', async () => {
    const { low } = testJournal(logOf(1))
    await low.update((data, before) => {
      mustHave(data.incidents.i0).n = 9
      data.incidents.a = incident('a')
      expect(before.incidents.i0?.n).toBe(0)
      expect('a' in before.incidents).toBe(false)
      expect(Object.isFrozen(before.incidents.i0)).toBe(true)
      expect(() => {
        before.incidents.b = incident('b')
      }).toThrow(TypeError)
    })
  })

  test('a throw undoes everything, also in the other collections', async () => {
    const { low, groups } = testJournal(logOf(2))
    const broken = low.update((data) => {
      increase('i0')(data)
      delete data.incidents.i1
      data.sources.s = incident('s')
      data.meta.n = 0
      throw new Error('on purpose')
    })
    await expect(broken).rejects.toThrow('on purpose')
    expect(plain(low.data)).toEqual(logOf(2))
    await low.update(increase('i0'))
    expect(groups.flat(2)).toEqual([['incidents', 'i0', { id: 'i0', n: 1, text: 'случай 0' }]])
  })

  test('an update inside an update, and an asynchronous one, are refused', async () => {
    const { low, groups } = testJournal(logOf(1))
    let inner: Promise<void> = Promise.resolve()
    await low.update(() => {
      inner = low.update(increase('i0'))
      inner.catch(() => undefined)
    })
    await expect(inner).rejects.toThrow('an update inside an update')
    const late = low.update(async (data) => {
      increase('i0')(data)
      await Promise.resolve()
      throw new Error('nobody would hear this')
    })
    await expect(late).rejects.toThrow('must not be asynchronous')
    expect(groups).toEqual([])
    expect(plain(low.data)).toEqual(logOf(1))
  })

  test('what JSON cannot hold is refused, and nothing of it stays', async () => {
    const { low, groups } = testJournal(logOf(1))
    const bad = low.update((data) => {
      Reflect.set(mustHave(data.incidents.i0), 'n', 1n)
    })
    await expect(bad).rejects.toThrow()
    const cycle: Record<string, unknown> = { id: 'c', n: 0, text: '' }
    cycle.self = cycle
    const round = low.update((data) => {
      Reflect.set(data.incidents, 'c', cycle)
    })
    await expect(round).rejects.toThrow()
    expect(groups).toEqual([])
    expect(plain(low.data)).toEqual(logOf(1))
  })
})

describe('outside an update', () => {
  test('records are frozen, all the way down, however they got there', async () => {
    const { low } = testJournal(logOf(1))
    await low.update((data) => {
      data.incidents.put = incident('put')
      increase('i0')(data)
    })
    const mine = incident('mine')
    low.data.incidents.mine = mine
    for (const record of [...Object.values(low.data.incidents), low.data.meta, mine]) {
      expect(() => Object.assign(record, { n: 77 })).toThrow(TypeError)
    }
  })

  test('the data behave like plain objects', () => {
    const { low } = testJournal(logOf(2))
    const { incidents } = low.data
    expect(Object.keys(low.data)).toEqual(['meta', 'incidents', 'sources'])
    expect({ ...incidents }).toEqual(logOf(2).incidents)
    expect(JSON.parse(JSON.stringify(low.data))).toEqual(logOf(2))
    expect([Object.hasOwn(incidents, 'i0'), 'i0' in incidents, 'toString' in incidents]).toEqual([
      true,
      true,
      false,
    ])
    const seen: string[] = []
    for (const id in incidents) seen.push(id)
    expect(seen).toEqual(['i0', 'i1'])
    expect(() => Object.defineProperty(incidents, 'x', { value: 1 })).toThrow(TypeError)
    expect(() => Object.freeze(incidents)).toThrow(TypeError)
    expect(Reflect.setPrototypeOf(incidents, {})).toBe(false)
  })

  test('any text may be an id', async () => {
    const ids = ['__proto__', 'constructor', 'toJSON', 'then', 'hasOwnProperty', '', '1', '\n', 'ü', '\ud800']
    const { low, groups } = testJournal(EMPTY_LOG)
    await low.update((data) => {
      for (const id of ids) data.incidents[id] = incident(id)
    })
    expect(Object.keys(low.data.incidents)).toEqual(ids)
    expect(ids.map((id) => low.data.incidents[id]?.id)).toEqual(ids)
    expect(groups.flat(2).map(([, id]) => id)).toEqual(ids)
    expect(Object.getPrototypeOf(low.data.incidents)).toBeNull()
  })

  test('writing another object is refused', async () => {
    const { low } = testJournal(logOf(1))
    low.data = EMPTY_LOG
    await expect(low.write()).rejects.toThrow('not the data itself')
  })
})

describe('several updates', () => {
  test('each sees those before it; nobody else does before they are saved', async () => {
    const { low, groups, block } = testJournal(logOf(1))
    const release = block()
    const updates = Array.from({ length: 50 }, () => low.update(increase('i0')))
    await letRun()
    expect(low.data.incidents.i0?.n).toBe(0)
    release()
    await Promise.all(updates)
    expect(low.data.incidents.i0?.n).toBe(50)
    expect(groups.length).toBe(1)
    expect(groups[0]?.length).toBe(50)
  })

  test('what is issued during a saving goes together in the next', async () => {
    const { low, groups, block } = testJournal(logOf(1))
    const release = block()
    const first = low.update(increase('i0'))
    await letRun()
    const others = Array.from({ length: 10 }, () => low.update(increase('i0')))
    release()
    await Promise.all([first, ...others])
    expect(groups.map(({ length }) => length)).toEqual([1, 10])
    expect(low.data.incidents.i0?.n).toBe(11)
  })

  test('a failed group fails those built on it, and leaves all as it was', async () => {
    const { low, groups, block, fail } = testJournal(logOf(2))
    const release = block()
    fail(1)
    const first = low.update(increase('i0'))
    await letRun()
    // Issued when nobody knew yet, and built on what is going to fail.
    const second = low.update(increase('i0'))
    const other = low.update(increase('i1'))
    const outcomes = Promise.allSettled([first, second, other])
    release()
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(plain(low.data)).toEqual(logOf(2))
    await low.update(increase('i0'))
    expect(groups).toEqual([[[['incidents', 'i0', { id: 'i0', n: 1, text: 'случай 0' }]]]])
    await expect(first).rejects.toThrow(FULL)
  })

  test('an update that changes nothing fails with what it rests on', async () => {
    const { low, fail } = testJournal(EMPTY_LOG)
    fail(1)
    const putOnce = (data: TestLog) => {
      data.incidents.a ??= incident('a')
    }
    const outcomes = await Promise.allSettled([low.update(putOnce), low.update(putOnce)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect('a' in low.data.incidents).toBe(false)
  })

  test('one that throws between others fails alone', async () => {
    const { low } = testJournal(logOf(1))
    const broken = () => {
      throw new Error('on purpose')
    }
    const outcomes = await Promise.allSettled([
      low.update(increase('i0')),
      low.update(broken),
      low.update(increase('i0')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(low.data.incidents.i0?.n).toBe(2)
  })
})
