/** A filter by words over what is saved, from the bridge through the store to the thread of search. */
import { expect, test, vi } from 'vitest'
import { followRecords } from '../../../src/renderer/recordsFeed.ts'
import { recordsWithWords, SEARCH_FOLLOWER } from '../../../src/renderer/search/logSearch.ts'
import { currentState, resetStore, startStore, subscribe } from '../../../src/renderer/store.ts'
import { createFakeBridge } from '../../support/fakeBridge.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

vi.mock('../../../src/renderer/search/searchWorker.ts?worker', async () => ({
  default: (await import('../../support/FakeSearchWorker.ts')).FakeSearchWorker,
}))

test('an edited record stays in the filter, a new one comes in, and one that matches no more goes', async () => {
  followRecords(SEARCH_FOLLOWER)
  const bridge = createFakeBridge({ log: logOfIncidents(3) })
  const stop = await startStore(bridge)
  await vi.waitUntil(() => currentState().reading === null && currentState().records !== null)
  // As a table does: it asks when its records are others.
  let asked: Promise<readonly string[]> = Promise.resolve([])
  const ask = () => {
    asked = recordsWithWords('incidents', ['mill']).then((found) => [...(found?.get('mill') ?? [])].sort())
  }
  const stopAsking = subscribe(ask)
  const [first = '', second = ''] = Object.keys(currentState().records?.incidents ?? {})
  const save = (id: string, summary: string) =>
    bridge.recordsSave({ kind: 'incidents', id, fields: { summary } })

  await save(first, 'the old mill')
  expect(await asked).toEqual([first])
  await save(first, 'the old mill, seen again')
  expect(await asked).toEqual([first])
  await save(second, 'near the mill')
  expect(await asked).toEqual([first, second])
  await save(first, 'nothing of it')
  expect(await asked).toEqual([second])
  stopAsking()
  stop()
  resetStore()
})
