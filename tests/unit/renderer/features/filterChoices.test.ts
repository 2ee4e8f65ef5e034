/** A filter by words that were not looked for yet: nothing may be taken by it. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { NOTHING_CHOSEN } from '../../../../src/renderer/features/briefs/briefChoice.ts'
import { FilterChoices } from '../../../../src/renderer/features/briefs/FilterChoices.tsx'
import { RecordChoice } from '../../../../src/renderer/features/briefs/RecordChoice.tsx'
import { logOfIncidents } from '../../../support/sampleLog.ts'

vi.mock('../../../../src/renderer/search/searchWorker.ts?worker', async () => ({
  default: (await import('../../../support/FakeSearchWorker.ts')).FakeSearchWorker,
}))

vi.mock('react', async (original) =>
  (await import('../../../support/firstDrawing.ts')).firstDrawing(original),
)

const { incidents, claims, contacts, actions } = logOfIncidents(3)
const nothing = () => {}

const filterLine = (query: string) =>
  renderToStaticMarkup(
    createElement(FilterChoices, {
      kind: 'incidents',
      filters: [{ kind: 'incidents', query }],
      records: Object.values(incidents),
      chosen: new Set<string>(),
      passedOver: new Set<string>(),
      onTake: nothing,
      onForget: nothing,
      onShow: nothing,
    }),
  )
const choice = (filter: string) =>
  renderToStaticMarkup(
    createElement(RecordChoice, {
      records: { incidents, claims, contacts, actions },
      draft: { chosen: NOTHING_CHOSEN, passedOver: NOTHING_CHOSEN, filters: [] },
      kind: 'incidents',
      onKind: nothing,
      filter,
      onFilter: nothing,
      onChange: nothing,
      onlyLeftOut: null,
    }),
  )
const disabledButtons = (html: string) => html.match(/<button[^>]*\sdisabled=""/g)?.length ?? 0

describe('a remembered filter', () => {
  test('offers what is new once it is known', () => {
    expect(filterLine('label:AMBER')).toContain('3 new')
  })

  test('offers nothing while its words are looked for', () => {
    const html = filterLine('clash')
    expect(html).toContain('Looking…')
    expect(html.match(/<button/g)).toHaveLength(1)
  })
})

describe('the filter of the choice', () => {
  test('may be taken as a whole once it is answered', () => {
    expect(disabledButtons(choice('label:AMBER'))).toBe(0)
    expect(choice('')).toContain('3 shown')
  })

  test('may not while its words are looked for, and shows nothing else under them', () => {
    const html = choice('clash')
    expect(disabledButtons(html)).toBe(2)
    expect(html).not.toContain('3 shown')
    expect(html).not.toContain('Armed clash')
  })
})
