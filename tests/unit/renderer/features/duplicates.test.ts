/** @vitest-environment node */
import { describe, expect, it } from 'vitest'
import { incidentSchema } from '../../../../src/core/incident.ts'
import { pairFields, textPieces } from '../../../../src/renderer/features/duplicates/pairFields.ts'
import { joinedPairs, pairsIn, waitingIn } from '../../../../src/renderer/features/duplicates/pairState.ts'
import type { IncidentRow } from '../../../../src/shared/ipc/views.ts'

const NOW = '2026-01-01T00:00:00Z'
const incident = (id: string, fields: object = {}) =>
  incidentSchema.parse({
    ...{ id, createdAt: NOW, updatedAt: NOW, confidentiality: 'CLEAR', title: id, summary: '' },
    ...{ when: '2017', where: {}, violationTypes: [], status: 'possible', ...fields },
  })
const words = {
  field: (path: string) => path,
  value: (_path: string, value: unknown) => JSON.stringify(value),
}

describe('two records field by field', () => {
  it('tell what differs, and offer a choice where a merge keeps one value', () => {
    const fields = pairFields(
      incident('a', { summary: 'x', tags: ['t'], counts: { killed: { best: 1 } } }),
      incident('b', { counts: { killed: { best: 2 } } }),
      words,
    )
    const told = (path: string) => fields.find((each) => each.path === path)
    expect(told('title')).toMatchObject({ isEqual: false, choice: 'title' })
    expect(told('when')).toMatchObject({ isEqual: true, choice: null })
    expect(told('summary')).toMatchObject({ one: '"x"', other: '', isEqual: false, choice: null })
    expect(told('tags')).toMatchObject({ isEqual: false, choice: null })
    expect(told('counts.killed')).toMatchObject({ choice: 'counts.killed' })
    expect(told('remarks')).toBeUndefined()
  })

  it('mark the words that stand on one side only, and lose no sign', () => {
    const text = 'Three men  were taken, at night.'
    const pieces = textPieces(text, 'Two MEN taken at night')
    expect(pieces.map((each) => each.text).join('')).toBe(text)
    expect(pieces.filter((each) => !each.isShared).map((each) => each.text.trim())).toEqual(['Three', 'were'])
  })
})

describe('pairs that were found', () => {
  const found = (of: string, isSetAside = false) => ({
    ...{ of, incident: 'x', bits: 6, isLikely: true, why: [], isSetAside },
  })

  it('are counted with those that the window was not told of', () => {
    const list = { pairs: [found('a'), found('b'), found('c', true)], open: 700, setAside: 1 }
    expect(waitingIn(list, 'open', 2)).toBe(700)
    // All that were told are decided: hundreds wait.
    expect(waitingIn(list, 'open', 0)).toBe(698)
    expect(waitingIn(list, 'setAside', 0)).toBe(0)
    // One of those set aside is open again.
    expect(waitingIn({ ...list, open: 2 }, 'open', 3)).toBe(3)
  })

  it('stay known behind those of a new search, each once', () => {
    const other = { ...found('x'), incident: 'b' }
    expect(joinedPairs([found('a'), other], [found('b'), found('c')])).toEqual([
      found('a'),
      other,
      found('c'),
    ])
  })

  it('follow what the log says by now', () => {
    const pair = { of: 'a', incident: 'b', bits: 6, isLikely: true, why: [], isSetAside: false }
    const state = (a: Partial<IncidentRow>, b: Partial<IncidentRow> | null = {}) => {
      const incidents = { a: incident('a', a), ...(b === null ? {} : { b: incident('b', b) }) }
      return (['open', 'setAside', 'decided'] as const).filter(
        (each) => pairsIn(incidents, [pair], each).length > 0,
      )
    }
    expect(state({})).toEqual(['open'])
    expect(state({}, { possibleDuplicateOf: ['a'] })).toEqual(['setAside'])
    expect(state({ notDuplicateOf: ['b'] })).toEqual(['decided'])
    expect(state({}, { mergedInto: 'a' })).toEqual(['decided'])
    expect(state({}, null)).toEqual(['decided'])
    const old = incident('old', { mergedInto: 'a' })
    const sinceMerge = (b: Partial<IncidentRow>) => {
      const incidents = { old, a: incident('a'), b: incident('b', b) }
      return (['setAside', 'decided'] as const).filter((each) => pairsIn(incidents, [pair], each).length > 0)
    }
    expect(sinceMerge({ notDuplicateOf: ['old'] })).toEqual(['decided'])
    expect(sinceMerge({ possibleDuplicateOf: ['old'] })).toEqual(['setAside'])
  })
})
