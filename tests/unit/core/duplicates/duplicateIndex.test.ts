import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DuplicateIndex } from '../../../../src/core/duplicates/DuplicateIndex.ts'
import { pairOff } from '../../../../src/core/duplicates/pairOff.ts'
import { wordKey } from '../../../../src/core/duplicates/wordKeys.ts'
import { foldText } from '../../../../src/core/foldText.ts'
import { candidate } from '../../../support/duplicates/candidate.ts'
import { plantTwins } from '../../../support/duplicates/plantedTwins.ts'

const taken = (id: string, title: string, when: string) =>
  candidate(id, { title, when, where: { precision: 3, name: 'Аргун' }, violationTypes: ['030104000000'] })

describe('the key of a word', () => {
  it.each([
    ['Грозный', 'Грозного', 'Grozny', 'Groznyj', 'غروزني'],
    ['Хасавюрт', 'Хасавюрте', 'Khasavyurt', 'Hasavjurt', 'خاسافيورت'],
    ['Магомедов', 'Магомедовым', 'Magomedov', 'Mahomedov'],
    ['دمشق', 'Dimashq', 'Дамаск'],
  ])('is one in every case and script: %s', (...words) => {
    const keys = new Set(words.map((word) => wordKey(foldText(word))))
    expect(keys.size, [...keys].join(' ')).toBe(1)
  })

  it('keeps names apart', () => {
    const names = ['Аргун', 'Гудермес', 'Ракка', 'Идлиб', 'Херсон', 'Тимохин', 'Бельский']
    expect(new Set(names.map((name) => wordKey(foldText(name)))).size).toBe(names.length)
  })
})

describe('the index of duplicates', () => {
  it('says why, and finds nothing where days or countries rule it out', () => {
    // Among others, so that a name is rarer than a word.
    const { records } = plantTwins(9, 200)
    const index = new DuplicateIndex([...records, taken('a', 'Тимохин увезён в Аргуне', '2026-05-03')])
    const [found] = index.suggest(taken('b', 'В Аргуне похитили Тимохина', '2026-05-04'))
    expect(found?.incident).toBe('a')
    expect(found?.why.map((each) => each.code)).toEqual([
      'near-days',
      'same-place-name',
      'same-kind',
      'same-words',
    ])
    expect(index.suggest(taken('b', 'В Аргуне похитили Тимохина', '2026-08-04'))).toEqual([])
    const elsewhere = { ...taken('b', 'В Аргуне похитили Тимохина', '2026-05-03') }
    const withCountry = (id: string, country: string) => ({
      ...elsewhere,
      id,
      where: { ...elsewhere.where, country },
    })
    index.put('a', withCountry('a', 'RU'))
    expect(index.suggest(withCountry('b', 'RU'))).not.toEqual([])
    expect(index.suggest(withCountry('b', 'GE'))).toEqual([])
  })

  it('takes two kinds of the user’s own for two', () => {
    const index = new DuplicateIndex(plantTwins(9, 200).records)
    const own = (id: string, code: string) => ({
      ...taken(id, 'Тимохин увезён в Аргуне', '2026-05-03'),
      violationTypes: [code],
    })
    index.put('a', own('a', 'local:raid'))
    const why = (code: string) => index.suggest(own('b', code))[0]?.why.map((each) => each.code)
    expect(why('local:raid')).toContain('same-kind')
    expect(why('local:outing')).not.toContain('same-kind')
  })

  it('never answers with the record itself, nor with one that stands for another', () => {
    const record = taken('a', 'Тимохин увезён в Аргуне', '2021-05-03')
    const index = new DuplicateIndex([
      record,
      { ...record, id: 'b', mergedInto: 'a' },
      { ...record, id: 'c', duplicateOf: 'a' },
    ])
    expect(index.suggest(record)).toEqual([])
    expect(index.suggest({ ...record, id: 'd' }).map((each) => each.incident)).toEqual(['a'])
  })

  it('reads a record as it is given, not as it was saved', () => {
    const saved = taken('b', 'A well is dug', '1999-01-01')
    const index = new DuplicateIndex([
      ...plantTwins(9, 200).records,
      taken('a', 'Тимохин увезён в Аргуне', '2026-05-03'),
      saved,
    ])
    const typed = taken('b', 'В Аргуне похитили Тимохина', '2026-05-03')
    expect(index.suggest(typed)[0]?.incident).toBe('a')
    expect(index.suggest(saved).map((each) => each.incident)).not.toContain('a')
    expect(index.suggestFor('b').map((each) => each.incident)).not.toContain('a')
  })

  it('takes a figure that both say is nought for no reason', () => {
    const none = (id: string) => ({
      ...taken(id, 'Тимохин увезён в Аргуне', '2026-05-03'),
      counts: { killed: { best: 0 }, injured: { best: 3 } },
    })
    const index = new DuplicateIndex([...plantTwins(9, 200).records, none('a')])
    const figures = index.suggest(none('b'))[0]?.why.filter(({ code }) => code === 'same-figure')
    expect(figures).toEqual([{ code: 'same-figure', value: 3 }])
  })

  it('answers the same after changes as one made anew', () => {
    const { records, twins } = plantTwins(5, 300)
    fc.assert(
      fc.property(fc.array(fc.nat({ max: records.length - 1 }), { maxLength: 40 }), (touched) => {
        const index = new DuplicateIndex(records)
        const gone = new Set<string>()
        for (const at of touched) {
          const record = records[at]
          if (record === undefined) continue
          const isGone = !gone.delete(record.id)
          if (isGone) gone.add(record.id)
          index.apply([{ kind: 'incidents', id: record.id, record: isGone ? null : record }])
        }
        const fresh = new DuplicateIndex(records.filter(({ id }) => !gone.has(id)))
        for (const twin of twins.slice(0, 10)) {
          const told = (each: DuplicateIndex) => each.suggest(twin).map(({ incident }) => incident)
          expect(new Set(told(index))).toEqual(new Set(told(fresh)))
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('pairing off', () => {
  it('takes each record once, the surest pair first', () => {
    const pair = (of: string, incident: string, bits: number) => ({
      of,
      incident,
      bits,
      isLikely: true,
      why: [],
    })
    const pairs = [pair('x', 'a', 6), pair('y', 'a', 9), pair('x', 'b', 7), pair('z', 'b', 8)]
    expect(pairOff(pairs).map(({ of, incident }) => of + incident)).toEqual(['ya', 'zb'])
  })
})
