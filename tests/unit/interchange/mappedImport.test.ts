import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyLog } from '../../../src/core/log.ts'
import { parseLog } from '../../support/parseLog.ts'
import { importInto, LATER, NOW, only, plan, refusal, writeCsv } from './planFixture.ts'

const HEADER = ['Id', 'Date', 'Place', 'Point', 'Dead', 'Missing', 'Source', 'Quality', 'Link', 'Note']
const ROW = [
  'A-1',
  'Mon, 01/06/2014 - 12:00',
  'near a border',
  '31.65, -110.36',
  '2.0',
  '',
  'Paper',
  '5.0',
  'http://x',
  'n',
]
const MAP = {
  format: 'csv',
  kind: 'incidents',
  columns: {
    Id: { field: 'externalId' },
    Date: { field: 'when', date: 'mdy' },
    Place: { field: 'where.text' },
    Point: { field: 'where.coordinates' },
    Dead: { field: 'counts.killed.best' },
    Missing: { field: 'counts.missing.low' },
    Source: { field: 'source.name' },
    Quality: { field: 'source.reliability', vocabulary: { '5': 'A', '1': 'E' } },
    Link: { field: 'sourceItem.url' },
  },
  constants: { violationTypes: ['local:death-on-migration-route'], 'where.precision': 5 },
}
const row = (changes: Readonly<Record<string, string>> = {}): string[] =>
  HEADER.map((column, i) => changes[column] ?? ROW[i] ?? '')

describe('a mapped CSV', () => {
  it('becomes incidents, sources, items and number claims', async () => {
    const { plan: made, log } = await importInto(emptyLog(NOW), {
      text: writeCsv([HEADER, row({ Missing: '3' })]),
      untrustedMap: MAP,
    })
    expect(made).toMatchObject({ format: 'csv', rows: 1, new: 1, rejected: [] })
    expect(only(log.incidents)).toMatchObject({
      title: 'Death on migration route: near a border, 2014-01-06',
      when: '2014-01-06',
      where: { text: 'near a border', lat: 31.65, lon: -110.36, precision: 5 },
      counts: { killed: { best: 2 }, missing: { low: 3 } },
      externalId: 'A-1',
      status: 'unknown',
      confidentiality: 'RED',
    })
    expect(only(log.incidents).remarks).toContain('Note: n')
    expect(only(log.sources)).toMatchObject({ name: 'Paper', reliability: 'A' })
    expect(only(log.sourceItems)).toMatchObject({ url: 'http://x', source: only(log.sources).id })
    const claims = Object.values(log.claims)
    expect(claims.map((claim) => claim.statement)).toEqual([
      '2 people died or were killed, near a border, 2014-01-06.',
      'At least 3 people went missing, near a border, 2014-01-06.',
    ])
    expect(claims.every((claim) => claim.kind === 'number' && claim.evidenceFor.length === 1)).toBe(true)
    expect(() => parseLog(log)).not.toThrow()
  })

  it.each([
    [{ Date: '' }, 'Date', 'import/date-unreadable'],
    [{ Date: 'Tue, 01/06/2014 - 12:00' }, 'Date', 'import/date-unreadable'],
    [{ Point: '31.65' }, 'Point', 'import/coordinates-unreadable'],
    [{ Point: '131.65, 2' }, 'Point', 'import/coordinates-unreadable'],
    [{ Dead: '-1.0' }, 'Dead', 'import/number-unreadable'],
    [{ Missing: '1.5' }, 'Missing', 'import/number-unreadable'],
    [{ Quality: '7' }, 'Quality', 'import/code-unknown'],
    [{ Id: '' }, 'Id', 'import/field-missing'],
  ])('rejects %j whole', async (changes, column, code) => {
    const made = await plan({ text: writeCsv([HEADER, row(changes)]), untrustedMap: MAP })
    expect(made.rejected).toMatchObject([{ row: 1, column, code }])
    expect(made.change).toEqual([])
  })

  it('accounts for every row of random cells', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom(...ROW, '', '-1', '"', '01/02/2014', '=1+1', '\r\n'))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(...HEADER.map(() => cell)), { maxLength: 12 }),
        fc.constantFrom(',', ';', '\t'),
        async (rows, delimiter) => {
          const text = writeCsv([HEADER, ...rows], { delimiter, lineEnd: '\r\n' })
          const first = await importInto(emptyLog(NOW), { text, untrustedMap: MAP })
          expect(first.plan.rows).toBe(rows.length)
          const second = await plan({ text, untrustedMap: MAP, log: first.log, now: LATER })
          expect(second).toMatchObject({ new: 0, updated: 0, change: [] })
          expect(second.rejected).toEqual(first.plan.rejected)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('without an id column knows rows by their content', async () => {
    const { Id: _, ...columns } = MAP.columns
    const untrustedMap = { ...MAP, columns }
    const text = writeCsv([HEADER, row(), row(), row({ Dead: '9' })])
    const first = await importInto(emptyLog(NOW), { text, untrustedMap })
    expect(first.plan.new).toBe(3)
    const shuffled = writeCsv([
      HEADER.toReversed(),
      ...[row({ Dead: '9' }), row(), row()].map((r) => r.toReversed()),
    ])
    expect(await plan({ text: shuffled, untrustedMap, log: first.log })).toMatchObject({
      unchanged: 3,
      change: [],
    })
  })

  it('updates a row that has changed', async () => {
    const first = await importInto(emptyLog(NOW), { text: writeCsv([HEADER, row()]), untrustedMap: MAP })
    const second = await importInto(first.log, {
      text: writeCsv([HEADER, row({ Dead: '5', Link: 'http://y', Note: 'm' })]),
      untrustedMap: MAP,
      now: LATER,
    })
    expect(second.plan).toMatchObject({ new: 0, updated: 1 })
    expect(only(second.log.incidents).counts).toEqual({ killed: { best: 5 } })
    expect(only(second.log.incidents).remarks).toContain('Note: m')
    expect(only(second.log.sourceItems)).toMatchObject({ url: 'http://y', accessedAt: '2026-03-01' })
    expect(only(second.log.claims).statement).toContain('5 people')
  })

  it('two data sets whose id columns agree do not overwrite each other', async () => {
    const first = await importInto(emptyLog(NOW), { text: writeCsv([HEADER, row()]), untrustedMap: MAP })
    const other = {
      format: 'csv',
      kind: 'incidents',
      columns: { Id: { field: 'externalId' }, Day: { field: 'when' } },
    }
    const made = await plan({
      text: writeCsv([
        ['Id', 'Day'],
        ['A-1', '2015'],
      ]),
      untrustedMap: other,
      log: first.log,
    })
    expect(made).toMatchObject({ new: 1, updated: 0 })
  })

  it('keeps the grade most rows give a source, and says so', async () => {
    const rows = [row(), row({ Id: '2', Point: '1, 1' }), row({ Id: '3', Point: '2, 2', Quality: '1.0' })]
    const { log } = await importInto(emptyLog(NOW), { text: writeCsv([HEADER, ...rows]), untrustedMap: MAP })
    expect(only(log.sources)).toMatchObject({ reliability: 'A' })
    expect(only(log.sources).reliabilityReason).toContain('A in 2, E in 1')
  })

  it('fills records of any kind', async () => {
    const untrustedMap = {
      format: 'csv',
      kind: 'organisation',
      columns: {
        name: { field: 'name' },
        type: { field: 'kind', vocabulary: { Police: 'police', '*': 'other' } },
        roles: { field: 'roles', split: ';' },
      },
    }
    const text = writeCsv([
      ['name', 'type', 'roles'],
      ['First office', 'Police', 'perpetrator; source'],
      ['Second', 'x', 'queen'],
    ])
    const { plan: made, log } = await importInto(emptyLog(NOW), { text, untrustedMap })
    expect(only(log.organisations)).toMatchObject({
      name: 'First office',
      kind: 'police',
      roles: ['perpetrator', 'source'],
    })
    expect(made.rejected).toEqual([{ row: 2, column: 'roles', code: 'import/code-unknown', value: 'queen' }])
  })

  it('makes a source for items of their own', async () => {
    const untrustedMap = {
      format: 'csv',
      kind: 'source-items',
      columns: { t: { field: 'title' }, s: { field: 'source' } },
    }
    const text = writeCsv([
      ['t', 's'],
      ['One', 'Paper'],
      ['Two', 'paper'],
    ])
    const { log } = await importInto(emptyLog(NOW), { text, untrustedMap })
    expect(Object.values(log.sourceItems).map((item) => item.source)).toEqual([
      only(log.sources).id,
      only(log.sources).id,
    ])
  })

  it('rejects a link that leads nowhere', async () => {
    const untrustedMap = {
      format: 'csv',
      kind: 'claims',
      columns: { s: { field: 'statement' }, a: { field: 'about' } },
    }
    const made = await plan({
      text: writeCsv([
        ['s', 'a'],
        ['It happened', 'nobody'],
      ]),
      untrustedMap,
    })
    expect(made.rejected).toMatchObject([
      { row: 1, column: 'a', code: 'import/link-unknown', value: 'nobody' },
    ])
  })

  it('of our own field names needs no mapping', async () => {
    const { log } = await importInto(emptyLog(NOW), {
      text: writeCsv([
        ['when', 'where.text', 'title'],
        ['2017-04~', 'a town', 'Raid'],
      ]),
    })
    expect(only(log.incidents)).toMatchObject({ title: 'Raid', when: '2017-04~' })
  })

  it.each([
    [{ ...MAP, format: 'xlsx' }],
    [{ ...MAP, kind: 'cases' }],
    [{ ...MAP, columns: {} }],
    [{ ...MAP, extra: 1 }],
    [{ ...MAP, columns: { ...MAP.columns, Note: { field: 'nothing.here' } } }],
    [{ ...MAP, columns: { ...MAP.columns, Note: { field: 'createdAt' } } }],
    [{ ...MAP, columns: { ...MAP.columns, Note: { field: 'constructor' } } }],
    [{ ...MAP, columns: { Place: { field: 'where.text' } } }],
    [{ ...MAP, columns: { ...MAP.columns, Note: { field: 'summary', date: 'ydm' } } }],
    [{ ...MAP, constants: { 'where.nowhere': 1 } }],
    ['a text'],
    [null],
  ])('refuses the mapping %j', async (untrustedMap) => {
    expect(await refusal({ text: writeCsv([HEADER, row()]), untrustedMap })).toBe('import/mapping-invalid')
  })

  it.each([
    ['id', 'externalId', 'n'],
    ['source_item.author', 'author', 'n'],
    ['source-item.author', 'author', 'n'],
    ['source.author', 'author', 'n'],
    ['where.admin1', 'where', { admin1: 'n' }],
    ['admin1', 'where', { admin1: 'n' }],
    ['claim', 'statement', 'n'],
  ])('understands the field %s', async (field, name, value) => {
    const columns = { Date: MAP.columns.Date, Source: MAP.columns.Source, Note: { field } }
    const untrustedMap = { format: 'csv', kind: 'incidents', columns }
    const { log } = await importInto(emptyLog(NOW), { text: writeCsv([HEADER, row()]), untrustedMap })
    const records = [
      ...Object.values(log.incidents),
      ...Object.values(log.sourceItems),
      ...Object.values(log.claims),
    ]
    expect(
      records.some((record) =>
        expect
          .objectContaining({ [name]: typeof value === 'string' ? value : expect.objectContaining(value) })
          .asymmetricMatch(record),
      ),
    ).toBe(true)
  })

  it('names the columns of a range that contradicts itself', async () => {
    const columns = {
      Date: MAP.columns.Date,
      Dead: { field: 'counts.killed.low' },
      Missing: { field: 'counts.killed.high' },
    }
    const untrustedMap = { format: 'csv', kind: 'incidents', columns }
    const made = await plan({ text: writeCsv([HEADER, row({ Dead: '5', Missing: '2' })]), untrustedMap })
    expect(made.rejected).toMatchObject([{ row: 1, column: 'Dead', code: 'import/number-order' }])
  })

  it('reads latitude and longitude from two columns', async () => {
    const columns = {
      Date: MAP.columns.Date,
      Dead: { field: 'where.lat' },
      Missing: { field: 'where.longitude' },
    }
    const untrustedMap = { format: 'csv', kind: 'incidents', columns }
    const rows = [row({ Missing: '7' }), row({ Dead: '95', Missing: '7' }), row({ Dead: '' })]
    const { plan: made, log } = await importInto(emptyLog(NOW), {
      text: writeCsv([HEADER, ...rows]),
      untrustedMap,
    })
    expect(made.rejected).toMatchObject([
      { row: 2, column: 'Dead', code: 'import/coordinates-unreadable', value: '95' },
    ])
    expect(Object.values(log.incidents).map(({ where }) => [where.lat, where.lon])).toEqual([
      [2, 7],
      [undefined, undefined],
    ])
  })

  it('says when a column the rows stand on is not there', async () => {
    expect(await refusal({ text: writeCsv([['Id', 'Day']]), untrustedMap: MAP })).toBe(
      'import/column-missing',
    )
    const made = await plan({
      text: writeCsv([
        ['ID', 'date'],
        ['1', '01/06/2014'],
      ]),
      untrustedMap: MAP,
    })
    expect(made.new).toBe(1)
    expect(made.missingColumns).toContain('Place')
  })
})
