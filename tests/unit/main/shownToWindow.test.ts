/** What is locked is in no byte that the window is given of the records of a log. */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyLog } from '../../../src/core/log.ts'
import type { Person } from '../../../src/core/person.ts'
import { SCHEMAS } from '../../../src/core/records.ts'
import type { Source } from '../../../src/core/source.ts'
import { createLogPager } from '../../../src/main/logPages.ts'
import { viewOf } from '../../../src/main/logPatch.ts'
import type { LogPage } from '../../../src/shared/ipc/log.ts'
import { LOCKED_FIELDS } from '../../../src/shared/ipc/views.ts'
import { recordArbitrary } from '../../support/recordArbitrary.ts'
import { createDeskFixture, type DeskFixture, openLogOf, value } from './deskFixture.ts'

const SENTINEL = 'Umbrella-Quartz'
const NOW = '2026-02-03T09:00:00Z'
let desk: DeskFixture
beforeEach(async () => {
  desk = await createDeskFixture()
})
afterEach(() => desk.remove())

/** Puts the sentinel into every text below `target` that may hold it. Returns how many those were. */
function plant(target: object, isValid: () => boolean): number {
  let planted = 0
  for (const name of Object.keys(target)) {
    const before: unknown = Reflect.get(target, name)
    if (typeof before === 'object' && before !== null) planted += plant(before, isValid)
    if (typeof before !== 'string') continue
    Reflect.set(target, name, SENTINEL)
    if (isValid()) planted += 1
    else Reflect.set(target, name, before)
  }
  return planted
}

function withSentinels<K extends 'sources' | 'persons'>(kind: K, id: string) {
  const [sample] = fc.sample(recordArbitrary(kind, 'all'), { seed: 7, numRuns: 1 })
  const record = { ...structuredClone(sample), id }
  const locked = LOCKED_FIELDS[kind] ?? []
  const fields = Object.fromEntries(locked.map((name) => [name, Reflect.get(record, name)]))
  const planted = plant(fields, () => SCHEMAS[kind].safeParse({ ...record, ...fields }).success)
  return { record: { ...record, ...fields }, planted }
}

test('locked fields of sources and persons are neither in the rows nor in the texts, kept or deleted', async () => {
  const source = withSentinels('sources', 's1')
  const person = withSentinels('persons', 'p1')
  expect(source.planted).toBeGreaterThanOrEqual(5)
  expect(person.planted).toBeGreaterThanOrEqual(8)
  const record = SCHEMAS.sources.parse(source.record)
  const human = SCHEMAS.persons.parse(person.record)
  const log = await openLogOf(desk.folder, {
    ...emptyLog(NOW),
    sources: { s1: record },
    persons: { p1: human },
    bin: {
      s2: { id: 's2', kind: 'sources', record: { ...record, id: 's2' }, deletedAt: NOW },
      p2: { id: 'p2', kind: 'persons', record: { ...human, id: 'p2' }, deletedAt: NOW },
    },
  })
  const pager = createLogPager(log)
  let told = ''
  for (let next: string | null = null, isFirst = true; isFirst || next !== null; isFirst = false) {
    const page: LogPage = await value(pager.page(next))
    for (const bytes of [page.rows, page.texts, page.searched]) told += new TextDecoder().decode(bytes)
    next = page.next
  }
  await log.close()
  for (const id of ['s1', 'p1', 's2', 'p2']) expect(told).toContain(`"${id}"`)
  expect(told).not.toContain(SENTINEL)
})

const planted = (): readonly (readonly ['sources', Source] | readonly ['persons', Person])[] => [
  ['sources', { ...SCHEMAS.sources.parse(withSentinels('sources', 's1').record) }],
  ['persons', { ...SCHEMAS.persons.parse(withSentinels('persons', 'p1').record) }],
]

test('a field that nobody said may be shown is not', () => {
  for (const [kind, record] of planted()) {
    Reflect.set(record, 'legalName', SENTINEL)
    expect(JSON.stringify(viewOf(kind, record))).not.toContain(SENTINEL)
  }
})

test('a field that may be shown and is not in its form is told to nobody', () => {
  for (const [kind, record] of planted()) {
    Reflect.set(record, 'tags', [{ contacts: SENTINEL }])
    expect(() => viewOf(kind, record)).toThrow()
  }
})
