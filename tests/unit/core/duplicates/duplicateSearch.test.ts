import { describe, expect, it } from 'vitest'
import {
  DuplicateSearch,
  type SearchedIncident,
  searchedThrough,
} from '../../../../src/core/duplicates/DuplicateSearch.ts'
import { candidate } from '../../../support/duplicates/candidate.ts'
import { plantTwins } from '../../../support/duplicates/plantedTwins.ts'

const searched = (
  of: ReturnType<typeof candidate>,
  said: Partial<SearchedIncident> = {},
): SearchedIncident => ({
  ...of,
  possibleDuplicateOf: [],
  related: [],
  ...said,
})
const { records, twins, truth } = plantTwins(3, 300)
const taken = (id: string) => {
  const twin = twins.find((each) => each.id === id)
  if (twin === undefined) throw new Error(id)
  return twin
}
const searchOf = (...others: readonly SearchedIncident[]) => {
  const search = new DuplicateSearch()
  for (const record of records) search.put(record.id, searched(record))
  for (const record of others) search.put(record.id, record)
  return search
}
/** A twin that is found to be one with its record. */
const found = twins.find((twin) =>
  searchOf()
    .suggest(searched(twin), 5)
    .some(({ incident, isLikely }) => isLikely && incident === truth.get(twin.id)),
)
const [id, known] = [found?.id ?? '', truth.get(found?.id ?? '') ?? '']

describe('the search for duplicates', () => {
  const among = (search: DuplicateSearch) =>
    searchedThrough(search.pairs()).filter(({ of, incident }) => of === id || incident === id)

  it('tells a pair once, and no more once somebody found two incidents in it', () => {
    expect(among(searchOf(searched(taken(id))))).toMatchObject([{ isSetAside: false, isLikely: true }])
    expect(among(searchOf(searched(taken(id), { notDuplicateOf: [known] })))).not.toContainEqual(
      expect.objectContaining({ incident: known }),
    )
    const related = [{ incident: known, relation: 'follows' }]
    const pairs = among(searchOf(searched(taken(id), { related })))
    expect(pairs.some(({ of, incident }) => of === known || incident === known)).toBe(false)
  })

  it('knows what was decided whichever of the two is asked about', () => {
    const namesOf = (one: SearchedIncident, other: SearchedIncident) =>
      searchOf(one, other)
        .suggest(one, 60)
        .map(({ incident }) => incident)
    const record = records.find((each) => each.id === known)
    if (record === undefined) throw new Error(known)
    const says = (of: typeof record, other: string) => searched(of, { notDuplicateOf: [other] })
    for (const [one, other] of [
      [taken(id), record],
      [record, taken(id)],
    ] as const) {
      expect(namesOf(searched(one), searched(other))).toContain(other.id)
      expect(namesOf(says(one, other.id), searched(other))).not.toContain(other.id)
      expect(namesOf(searched(one), says(other, one.id))).not.toContain(other.id)
    }
  })

  it('finds what is open behind more decided pairs than are ever suggested at once', () => {
    const told = {
      title: 'Тимохин увезён вооружёнными людьми из дома на Садовой',
      when: '2021-05-03',
      where: { name: 'Аргун', precision: 3 },
    }
    const other = (n: number) => `other-${String(n).padStart(3, '0')}`
    const decided = Array.from({ length: 90 }, (_, n) => searched(candidate(other(n), told)))
    // Less alike than the others, and so behind all of them.
    const open = searched(candidate('z-open', { ...told, title: 'Тимохин увезён людьми из дома на Садовой' }))
    const asked = searched(candidate('a-asked', told), { notDuplicateOf: decided.map((each) => each.id) })
    const search = searchOf(...decided, open, asked)
    expect(search.suggest(asked, 5).map(({ incident }) => incident)).toEqual(['z-open'])
    const all = [...decided, open].map((each) => ({
      ...each,
      notDuplicateOf: decided.map(({ id: of }) => of),
    }))
    const pairs = searchedThrough(searchOf(...all, asked).pairs())
    const isTold = pairs.some(({ of, incident }) => of === 'a-asked' && incident === 'z-open')
    expect(isTold).toBe(true)
  })

  it('knows what was decided about a record that was merged into another one since', () => {
    const merged = searched(candidate('old', { title: 'As it was' }), { mergedInto: 'older' })
    const older = searched(candidate('older', { title: 'As it was before' }), { mergedInto: known })
    const isTold = (said: Partial<SearchedIncident>) =>
      among(searchOf(merged, older, searched(taken(id), said))).some(
        ({ of, incident }) => of === known || incident === known,
      )
    expect(isTold({})).toBe(true)
    expect(isTold({ notDuplicateOf: ['old'] })).toBe(false)
    expect(isTold({ related: [{ incident: 'old', relation: 'follows' }] })).toBe(false)
    const putOff = among(searchOf(merged, older, searched(taken(id), { possibleDuplicateOf: ['old'] })))
    expect(putOff).toMatchObject([{ of: id, incident: known, isSetAside: true }])
    const asked = searched(taken(id), { notDuplicateOf: ['old'] })
    expect(
      searchOf(merged, older)
        .suggest(asked, 5)
        .map(({ incident }) => incident),
    ).not.toContain(known)
  })

  it('goes on telling what was put off, however unlikely', () => {
    const far = searched(candidate('far', { title: 'Something else', when: '1950-01-01' }), {
      possibleDuplicateOf: [known, 'gone'],
    })
    const pairs = searchedThrough(searchOf(far).pairs()).filter(({ of }) => of === 'far')
    expect(pairs).toMatchObject([{ incident: known, isSetAside: true, isLikely: false, why: [] }])
  })

  it('suggests to a record that is not saved yet, less what it was found not to be', () => {
    const search = searchOf()
    const told = (said: Partial<SearchedIncident>) =>
      search.suggest(searched(taken(id), said), 5).map(({ incident }) => incident)
    expect(told({})).toContain(known)
    expect(told({ notDuplicateOf: [known] })).not.toContain(known)
  })

  it('pairs each new record off with one at most, and forgets what is gone', () => {
    const search = searchOf()
    const pairs = searchedThrough(search.amongNew(twins.map((each) => searched(each))))
    expect(new Set(pairs.map(({ of }) => of)).size).toBe(pairs.length)
    expect(new Set(pairs.map(({ incident }) => incident)).size).toBe(pairs.length)
    for (const record of records) search.put(record.id, null)
    expect(search.size).toBe(0)
    expect(searchedThrough(search.amongNew(twins.map((each) => searched(each))))).toEqual([])
  })
})
