import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../../../src/core/foldText.ts'
import { recordAmong, searchRecords } from '../../../../src/renderer/forms/recordSearch.ts'
import { NO_RECORDS } from '../../../../src/renderer/storeState.ts'
import { MOST_SHOWN } from '../../../../src/renderer/ui/optionSearch.ts'
import type { LogView } from '../../../../src/shared/ipc/views.ts'
import { logOfIncidents } from '../../../support/sampleLog.ts'

function viewOfTitles(titles: readonly string[]): LogView {
  const { incidents } = logOfIncidents(titles.length)
  const named = Object.values(incidents).map((each, index) => ({ ...each, title: titles[index] ?? '' }))
  return { ...NO_RECORDS, incidents: Object.fromEntries(named.map((each) => [each.id, each])) }
}

/** Runs a search to its end; how often it paused, and what it found. */
function run(view: LogView, typed: string, skip?: ReadonlySet<string>) {
  const search = searchRecords(view, ['incidents', 'evidence'], typed, skip)
  let pauses = 0
  let step = search.next()
  for (; step.done !== true; step = search.next()) pauses += 1
  return { pauses, found: step.value }
}

const word = fc.constantFrom('mill', 'Mill', 'river', 'Ñandú', 'bridge', 'at', 'the')
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

test('finds what a plain search would, those that begin with the words first', () => {
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 50 }), phrase, (titles, typed) => {
      const { found } = run(viewOfTitles(titles), typed)
      const words = foldText(typed).split(' ')
      const hits = titles.filter((title) => words.every((each) => foldText(title).includes(each)))
      const leads = (title: string) => foldText(title).startsWith(foldText(typed))
      expect(found.map(({ title }) => title)).toEqual([
        ...hits.filter(leads),
        ...hits.filter((title) => !leads(title)),
      ])
    }),
  )
})

test('pauses in a large log, and lists no more than anybody reads', () => {
  const view: LogView = { ...NO_RECORDS, incidents: logOfIncidents(5_000).incidents }
  const { pauses, found } = run(view, 'river')
  expect(pauses).toBeGreaterThan(5)
  expect(found).toHaveLength(MOST_SHOWN)
})

test('leaves out the record itself, and knows a record by its id', () => {
  const view = viewOfTitles(['one', 'two'])
  const [first] = Object.keys(view.incidents)
  expect(run(view, '', new Set([first ?? ''])).found.map(({ title }) => title)).toEqual(['two'])
  expect(recordAmong(view, ['claims', 'incidents'], first ?? '')).toMatchObject({
    kind: 'incidents',
    title: 'one',
  })
  expect(recordAmong(view, ['claims'], first ?? '')).toBeNull()
})
