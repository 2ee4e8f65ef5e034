import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Incident } from '../../../src/core/incident.ts'
import { recordTexts } from '../../../src/core/search/recordTexts.ts'
import { recordsWithWords, SEARCH_FOLLOWER, searchLog } from '../../../src/renderer/search/logSearch.ts'
import { FakeSearchWorker } from '../../support/FakeSearchWorker.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

vi.mock('../../../src/renderer/search/searchWorker.ts?worker', async () => ({
  default: (await import('../../support/FakeSearchWorker.ts')).FakeSearchWorker,
}))

const incidents = Object.values(logOfIncidents(3).incidents)
const incidentAt = (n: number): Incident => {
  const incident = incidents[n]
  if (incident === undefined) throw new Error('the sample log is too small')
  return incident
}
const saying = (n: number, summary: string): Incident => ({ ...incidentAt(n), summary })
const put = (...records: readonly Incident[]) =>
  SEARCH_FOLLOWER.change({ incidents: Object.fromEntries(records.map((record) => [record.id, record])) })
const idsWith = async (word: string) =>
  [...((await recordsWithWords('incidents', [word]))?.get(word) ?? [])].sort()

const arrive = (records: readonly Incident[]) =>
  SEARCH_FOLLOWER.arrive({
    texts: new TextEncoder().encode(JSON.stringify(records.map((each) => recordTexts('incidents', each)))),
    places: records.map(({ id }) => ['incidents', id] as const),
    isOutdated: () => false,
    done: records.length,
    total: 3,
  })

beforeEach(async () => {
  FakeSearchWorker.isDeaf = false
  SEARCH_FOLLOWER.begin()
})
afterEach(() => SEARCH_FOLLOWER.end())

test('words are looked for in what was saved just before', async () => {
  const [a, b, c] = [saying(0, 'the old mill'), saying(1, 'the old mill'), saying(2, 'a bridge')]
  await arrive([a, b, c])
  SEARCH_FOLLOWER.finish()
  expect(await idsWith('mill')).toEqual([a.id, b.id])
  put({ ...a, remarks: 'seen again' })
  expect(await idsWith('mill')).toEqual([a.id, b.id])
  put({ ...c, summary: 'near the mill' })
  expect(await idsWith('mill')).toEqual([a.id, b.id, c.id])
  put({ ...b, summary: 'nothing of it' })
  expect(await idsWith('mill')).toEqual([a.id, c.id])
  SEARCH_FOLLOWER.change({ incidents: { [a.id]: null } })
  expect(await idsWith('mill')).toEqual([c.id])
})

test('a record that is saved while the answer is on its way is found as it was when it was asked for', async () => {
  const a = saying(0, 'the old mill')
  await arrive([a])
  const asked = idsWith('mill')
  put({ ...a, remarks: 'seen again' })
  const later = idsWith('again')
  expect(await asked).toEqual([a.id])
  expect(await later).toEqual([a.id])
})

test('what is searched over everything goes behind the changes too', async () => {
  put(saying(0, 'the old mill'))
  expect(await searchLog('mill', 5)).toMatchObject({ total: 1, places: [{ id: incidentAt(0).id }] })
})

test('a question stands behind the changes before it, however many, and before those after it', async () => {
  const many = logOfIncidents(1_000).incidents
  const before = Object.values(many).map((each) => ({ ...each, summary: 'the old mill' }))
  put(...before)
  const asked = idsWith('mill')
  put(...before.map((each) => ({ ...each, summary: 'nothing' })))
  expect(await asked).toHaveLength(1_000)
  expect(await idsWith('mill')).toEqual([])
})

test.each(['error', 'messageerror'])('after an %s of the thread nobody waits for it', async (failure) => {
  FakeSearchWorker.isDeaf = true
  const arriving = Array.from({ length: 12 }, () => arrive([]))
  const asked = recordsWithWords('incidents', ['mill'])
  FakeSearchWorker.last?.dispatchEvent(new Event(failure))
  await Promise.all(arriving)
  expect(await asked).toBeNull()
  await arrive([])
  expect(await searchLog('mill', 5)).toBeNull()
  put(saying(0, 'the old mill'))
  SEARCH_FOLLOWER.finish()
})

test('whoever is told that the search has ended finds none', async () => {
  FakeSearchWorker.isDeaf = true
  const again = recordsWithWords('incidents', ['mill']).then(async (first) => [first, await idsWith('mill')])
  SEARCH_FOLLOWER.end()
  expect(await again).toEqual([null, []])
})
