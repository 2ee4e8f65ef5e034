/** Terms of the log's own, settings and merges, as scripts use them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliFolder, createCliFolder, jsonLines } from '../support/cli.ts'

let cli: CliFolder
const json = async (args: readonly string[]): Promise<unknown> => {
  const run = await cli.daybook([...args, '--json'])
  if (run.code !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}
const importLines = async (log: string, lines: readonly object[]) => {
  await cli.write('lines.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
  return json(['import', log, 'lines.jsonl', '--format', 'records'])
}

beforeAll(async () => {
  cli = await createCliFolder()
})
afterAll(() => cli.remove())

const incident = (id: string, fields: object = {}) => ({
  type: 'incident',
  id,
  title: id,
  summary: '',
  when: '2017-04',
  where: {},
  violationTypes: ['030101000000'],
  status: 'possible',
  ...fields,
})
const TERM = {
  type: 'term',
  vocabulary: 'place-types',
  code: 'local:barracks',
  labels: { ru: 'Казарма' },
}

it('a log to work with is created', async () => {
  expect((await cli.daybook(['create', 'a.daybook'])).code).toBe(0)
})

describe('terms', () => {
  it('come in as lines, are known from then on, and go out as lines', async () => {
    const before = [incident('i1', { placeType: 'local:barracks', violationTypes: ['torture'] })]
    expect(await importLines('a.daybook', before)).toMatchObject({
      new: 1,
      unknownCodes: [
        { vocabulary: 'place-types', code: 'local:barracks', uses: 1 },
        { vocabulary: 'violation-types', code: 'torture', uses: 1 },
      ],
      unearnedGrades: [],
    })
    expect(await importLines('a.daybook', [TERM])).toMatchObject({ new: 1, rejected: [] })
    expect(await importLines('a.daybook', [TERM])).toMatchObject({ new: 0, unchanged: 1 })
    expect(await json(['terms', 'a.daybook', '--unknown'])).toEqual([
      { vocabulary: 'violation-types', code: 'torture', uses: 1 },
    ])
    const listed = jsonLines((await cli.daybook(['list', 'a.daybook', 'terms', '--json'])).stdout)
    expect(listed).toEqual([{ id: 'place-types/local:barracks', ...TERM }])
    expect(await json(['terms', 'a.daybook', 'place-types'])).toMatchObject([
      { terms: expect.arrayContaining([expect.objectContaining({ code: 'local:barracks', isOwn: true })]) },
    ])
  })

  it('out of form are refused', async () => {
    const lines = [
      { ...TERM, vocabulary: 'nothing' },
      { ...TERM, labels: {} },
      { ...TERM, code: 'No Code' },
    ]
    const made = await importLines('a.daybook', lines)
    expect(made).toMatchObject({ new: 0, rows: 3 })
    for (const [index, column] of ['vocabulary', 'labels', 'code'].entries())
      expect(made).toMatchObject({
        rejected: expect.arrayContaining([expect.objectContaining({ row: index + 1, column })]),
      })
  })
})

describe('a setting', () => {
  const person = {
    type: 'person',
    id: 'p1',
    codeName: 'Heron',
    roles: ['victim'],
    sexualOrientation: 'gay',
  }

  it('is off at first, and what it lets in is refused until it is on', async () => {
    expect(await json(['settings', 'a.daybook'])).toEqual({ 'sexuality-and-gender': false })
    expect(await importLines('a.daybook', [person])).toMatchObject({
      rejected: [{ row: 1, column: 'sexualOrientation', code: 'import/field-switched-off', value: '' }],
    })
    await json(['settings', 'a.daybook', '--sexuality-and-gender', 'on'])
    expect(await json(['settings', 'a.daybook'])).toEqual({ 'sexuality-and-gender': true })
    expect(await importLines('a.daybook', [person])).toMatchObject({ new: 1, rejected: [] })
    expect(await json(['show', 'a.daybook', 'p1'])).toMatchObject({ sexualOrientation: 'gay', atRisk: true })
    const found = await cli.daybook(['search', 'a.daybook', 'gay', '--json'])
    expect(found.stdout).toBe('')
  })
})

describe('a merge', () => {
  it('redirects, takes the lists over, and is refused when it would run in a circle', async () => {
    await importLines('a.daybook', [incident('m1', { tags: ['x'] }), incident('m2', { tags: ['y'] })])
    expect(await json(['merge', 'a.daybook', 'm2', 'm1'])).toMatchObject({ id: 'm1', tags: ['x', 'y'] })
    expect(await json(['show', 'a.daybook', 'm2'])).toMatchObject({ mergedInto: 'm1', tags: ['y'] })
    const circle = await cli.daybook(['merge', 'a.daybook', 'm1', 'm2'])
    expect([circle.code, circle.stderr.split(':')[1]]).toEqual([1, ' merges/into-itself'])
    expect(
      await importLines('a.daybook', [
        incident('m3', { mergedInto: 'm4' }),
        incident('m4', { mergedInto: 'm3' }),
        incident('m5', { mergedInto: 'm3' }),
      ]),
    ).toMatchObject({
      new: 0,
      rejected: [
        { row: 1, column: 'mergedInto', code: 'import/link-circle' },
        { row: 2, column: 'mergedInto', code: 'import/link-circle' },
        { row: 3, column: 'mergedInto', code: 'import/link-unknown' },
      ],
    })
  })

  it('keeps single values of the record that is named, and of the one that stays where none is', async () => {
    const said = (id: string, title: string, killed: number) =>
      incident(id, { title, when: '2018-01-02', counts: { killed: { best: killed } } })
    await importLines('a.daybook', [said('k1', 'First', 3), said('k2', 'Second', 4), said('k3', 'Third', 5)])
    const refused = async (keep: readonly string[]) =>
      (await cli.daybook(['merge', 'a.daybook', 'k1', 'k2', ...keep.flatMap((each) => ['--keep', each])]))
        .code
    expect(await refused(['tags=k1'])).toBe(2)
    expect(await refused(['title'])).toBe(2)
    expect(await refused(['title='])).toBe(2)
    expect(await refused(['title=k3'])).toBe(2)
    expect(await refused(['title=k1', 'title=k2'])).toBe(2)
    const command = ['merge', 'a.daybook', 'k1', 'k2', '--keep', 'counts.killed=k1', '--keep', 'title=k2']
    expect(await json(command)).toMatchObject({ id: 'k2', title: 'Second', counts: { killed: { best: 3 } } })
    expect(await json(['merge', 'a.daybook', 'k2', 'k3', '--keep', 'title=k2'])).toMatchObject({
      title: 'Second',
      counts: { killed: { best: 5 } },
    })
  })

  it('can be left at saying that two may be one', async () => {
    await importLines('a.daybook', [incident('d1'), incident('d2')])
    expect(await json(['merge', 'a.daybook', 'd1', 'd2', '--duplicate', 'possible'])).toMatchObject({
      id: 'd1',
      possibleDuplicateOf: ['d2'],
    })
  })
})
