import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, emptyLog } from '../../../src/core/log.ts'
import { parseLog } from '../../support/parseLog.ts'
import { importInto, LATER, NOW, only, plan, refusal, UCDP_COLUMNS, ucdpCsv, ucdpRow } from './planFixture.ts'

describe('a UCDP row', () => {
  it('becomes an incident, sources, items and a number claim', async () => {
    const { plan: made, log } = await importInto(emptyLog(NOW), { text: ucdpCsv([ucdpRow()]) })
    expect(made).toMatchObject({ format: 'ucdp', rows: 1, new: 1, rejected: [] })
    const incident = only(log.incidents)
    expect(incident).toMatchObject({
      when: '2013-01-03',
      where: {
        text: 'in the al-Rami village',
        name: 'Rami village',
        admin1: 'Idlib governorate',
        country: 'SY',
        lat: 35.763369,
        lon: 36.558974,
        precision: 2,
      },
      status: 'likely',
      confidentiality: 'RED',
      externalId: '300380',
      counts: { killed: { low: 1, best: 2, high: 4 } },
    })
    const claim = only(log.claims)
    expect(claim).toMatchObject({
      kind: 'number',
      status: 'not-assessed',
      credibility: 6,
      value: { low: 1, best: 2, high: 4, unit: 'killed' },
      about: [{ id: incident.id }],
    })
    expect(claim.statement).toContain('Between 1 and 4 people were killed (best estimate 2)')
    const items = Object.values(log.sourceItems)
    expect(claim.evidenceFor.map((link) => link.item).toSorted()).toEqual(items.map((i) => i.id).toSorted())
    expect(items.map((item) => [item.title, item.publishedAt, item.receivedFrom])).toEqual([
      ['First', '2013-01-03', 'army colonel'],
      ['Second', '2013-01-04', 'army colonel'],
    ])
    expect(Object.values(log.sources).map((s) => [s.name, s.kind, s.reliability])).toEqual([
      ['Paper One', 'media', 'F'],
      ['VDC', 'ngo', 'F'],
    ])
    expect(() => parseLog(log)).not.toThrow()
  })

  it('keeps every column that has no field of its own', async () => {
    const columns = [...UCDP_COLUMNS, 'extra']
    const { log } = await importInto(emptyLog(NOW), {
      text: ucdpCsv([ucdpRow({ extra: '=HYPERLINK("x")', number_of_sources: '-1' })], { columns }),
    })
    const lines = only(log.incidents).remarks?.split('\n') ?? []
    expect(lines).toContain('extra: =HYPERLINK("x")')
    expect(lines).toContain('conflict_name: Syria: Government')
    expect(lines).toContain('deaths_civilians: 0')
    expect(lines).toContain('number_of_sources: -1 (not known)')
  })

  it('finds headlines with a semicolon by the article column', async () => {
    const row = ucdpRow({ source_headline: 'First; with a semicolon;Second' })
    const { log } = await importInto(emptyLog(NOW), { text: ucdpCsv([row]) })
    expect(Object.values(log.sourceItems).map((item) => item.title)).toEqual([
      'First; with a semicolon',
      'Second',
    ])
  })

  it.each([
    ['Reuters 1989-05-17 "REBELS BLOW UP POWER LINES', 'Reuters', '1989-05-17'],
    ['Sudan Tribune 2008-09-10 "South Sudan apologizes', 'Sudan Tribune', '2008-09-10'],
    ['Reuters2/5/1990 ONE KILLED', 'Reuters', undefined],
    ["Militant succumbs to injuries in forces' custody\n23 December 2010", 'Outlet not named', undefined],
    ['', 'Uppsala Conflict Data Program (UCDP)', undefined],
  ])('has a source even where only %j is given', async (article, name, publishedAt) => {
    const none = { source_office: '', source_date: '', source_headline: '', source_article: article }
    const { log } = await importInto(emptyLog(NOW), { text: ucdpCsv([ucdpRow(none)]) })
    expect(only(log.sources).name).toBe(name)
    expect(only(log.sourceItems).publishedAt).toBe(publishedAt)
  })

  it('widens a range that contradicts its best estimate, and says so', async () => {
    const { log } = await importInto(emptyLog(NOW), {
      text: ucdpCsv([ucdpRow({ low: '3', best: '2', high: '3' })]),
    })
    expect(only(log.incidents).counts.killed).toEqual({ low: 2, best: 2, high: 3 })
    expect(only(log.incidents).remarks).toContain('low: 3\n')
  })

  it.each([
    [{ date_start: 'unknown' }, [['date_start', 'import/date-unreadable', 'unknown']]],
    [{ date_start: '3/1/2013' }, [['date_start', 'import/date-unreadable', '3/1/2013']]],
    [{ date_end: '2012-12-31' }, [['date_end', 'import/date-order', '2012-12-31']]],
    [{ date_prec: '9' }, [['date_prec', 'import/precision-unreadable', '9']]],
    [{ where_prec: '' }, [['where_prec', 'import/precision-unreadable', '']]],
    [{ latitude: '35,7' }, [['latitude', 'import/coordinates-unreadable', '35,7']]],
    [{ longitude: '' }, [['longitude', 'import/coordinates-unreadable', '']]],
    [{ best: '-4' }, [['best', 'import/number-unreadable', '-4']]],
    [{ type_of_violence: '4' }, [['type_of_violence', 'import/code-unknown', '4']]],
    [{ event_clarity: 'constructor' }, [['event_clarity', 'import/code-unknown', 'constructor']]],
    [{ id: '' }, [['id', 'import/field-missing', '']]],
    [{ region: 'a\u0000b' }, [['region', 'import/forbidden-character', 'a␀b']]],
    [
      { date_end: '2013-02-30', latitude: '91', longitude: '181' },
      [
        ['date_end', 'import/date-unreadable', '2013-02-30'],
        ['latitude', 'import/coordinates-unreadable', '91'],
        ['longitude', 'import/coordinates-unreadable', '181'],
      ],
    ],
  ])('is rejected whole for %j', async (changes, cells) => {
    const made = await plan({ text: ucdpCsv([ucdpRow({ id: '1' }), ucdpRow({ id: '2', ...changes })]) })
    expect(made.new).toBe(1)
    expect(made.rejected).toEqual(cells.map(([column, code, value]) => ({ row: 2, column, code, value })))
  })

  it('reads numeric dates once their order is told', async () => {
    const row = ucdpRow({ date_start: '3/1/2013', date_end: '03/01/2013' })
    const made = await importInto(emptyLog(NOW), { text: ucdpCsv([row]), dateOrder: 'dmy' })
    expect(only(made.log.incidents).when).toBe('2013-01-03')
  })

  it('may have no coordinates and a country that is gone', async () => {
    const row = ucdpRow({ latitude: '', longitude: '', country: 'Yemen (North Yemen)', country_id: '678' })
    const { log } = await importInto(emptyLog(NOW), { text: ucdpCsv([row]) })
    expect(only(log.incidents).where).toMatchObject({ country: 'YE', name: 'Rami village' })
    expect(only(log.incidents).where.lat).toBeUndefined()
    expect(only(log.incidents).remarks).toContain('country: Yemen (North Yemen)')
  })
})

describe('a UCDP file', () => {
  it('accounts for every row, whatever its columns, delimiter, line ends and bad cells', async () => {
    const badCell = fc.constantFrom<readonly [string, string]>(
      ['date_start', 'x'],
      ['date_end', ''],
      ['latitude', '1,5'],
      ['longitude', 'NA'],
      ['date_prec', '0'],
      ['best', 'many'],
    )
    const row = fc.record({ id: fc.integer({ min: 1, max: 30 }), bad: fc.array(badCell, { maxLength: 3 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 20 }),
        fc.shuffledSubarray(UCDP_COLUMNS, { minLength: UCDP_COLUMNS.length }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        async (rows, columns, delimiter, lineEnd, bom) => {
          const cells = rows.map(({ id, bad }) => ucdpRow({ id: String(id), ...Object.fromEntries(bad) }))
          const made = await plan({ text: ucdpCsv(cells, { columns, delimiter, lineEnd, bom }) })
          const badRows = rows.map(({ bad }, i) => [new Set(bad.map(([column]) => column)), i + 1] as const)
          expect(made.rows).toBe(rows.length)
          for (const [columnsOfRow, number] of badRows) {
            const found = made.rejected.filter((cell) => cell.row === number)
            expect(new Set(found.map((cell) => cell.column))).toEqual(columnsOfRow)
          }
          const goodIds = new Set(rows.filter(({ bad }) => bad.length === 0).map(({ id }) => id))
          expect(made.new).toBe(goodIds.size)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is the same file with shuffled columns, another name and another delimiter', async () => {
    const rows = [ucdpRow(), ucdpRow({ id: '2', latitude: '30.1' })]
    const first = await importInto(emptyLog(NOW), { text: ucdpCsv(rows) })
    const columns = UCDP_COLUMNS.toReversed()
    const again = await plan({
      text: ucdpCsv(rows, { columns, delimiter: ';', bom: true }),
      fileName: 'other.txt',
      log: first.log,
      now: LATER,
    })
    expect(again).toMatchObject({ new: 0, updated: 0, unchanged: 2, possibleDuplicates: 0, change: [] })
  })

  it('updates what the file says and leaves what the researcher judged', async () => {
    const first = await importInto(emptyLog(NOW), { text: ucdpCsv([ucdpRow()]) })
    const incident = only(first.log.incidents)
    const claim = only(first.log.claims)
    const [source] = Object.values(first.log.sources)
    if (!source) throw new Error('no source')
    const judged = applyChange(first.log, [
      {
        kind: 'incidents',
        id: incident.id,
        record: {
          ...incident,
          status: 'confirmed',
          confidentiality: 'CLEAR',
          tags: ['mine'],
          remarks: `my own note\n${incident.remarks}`,
          where: { ...incident.where, admin2: 'Ariha district' },
        },
      },
      {
        kind: 'claims',
        id: claim.id,
        record: {
          ...claim,
          status: 'contested',
          credibility: 3,
          safeWording: 'Several people were killed.',
          assessments: [{ when: '2026-03-01', from: 'not-assessed', to: 'contested', reason: 'two counts' }],
        },
      },
      { kind: 'sources', id: source.id, record: { ...source, reliability: 'B', name: 'Paper One (daily)' } },
    ]).log
    const same = await plan({ text: ucdpCsv([ucdpRow()]), log: judged, now: LATER })
    expect(same).toMatchObject({ unchanged: 1, change: [] })

    const changed = ucdpRow({ best: '3', high: '5', region: 'Levant', date_prec: '4' })
    const { plan: made, log } = await importInto(judged, { text: ucdpCsv([changed]), now: LATER })
    expect(made).toMatchObject({ new: 0, updated: 1, unchanged: 0, possibleDuplicates: 0 })
    expect(log.incidents[incident.id]).toMatchObject({
      status: 'confirmed',
      confidentiality: 'CLEAR',
      tags: ['mine'],
      when: '2013-01',
      counts: { killed: { low: 1, best: 3, high: 5 } },
      createdAt: NOW,
      updatedAt: LATER,
    })
    expect(log.incidents[incident.id]?.remarks).toContain('region: Levant')
    expect(log.incidents[incident.id]?.remarks).toContain('my own note')
    expect(log.claims[claim.id]).toMatchObject({
      status: 'contested',
      credibility: 3,
      safeWording: 'Several people were killed.',
      value: { low: 1, best: 3, high: 5 },
    })
    expect(log.claims[claim.id]?.statement).toContain('best estimate 3')
    expect(log.claims[claim.id]?.assessments).toHaveLength(1)
    expect(log.sources[source.id]).toMatchObject({ reliability: 'B', name: 'Paper One (daily)' })
    expect(Object.keys(log.sourceItems)).toEqual(Object.keys(first.log.sourceItems))
  })

  it('does not bring back what was deleted', async () => {
    const first = await importInto(emptyLog(NOW), { text: ucdpCsv([ucdpRow()]) })
    const record = only(first.log.incidents)
    const deleted = applyChange(first.log, [
      { kind: 'incidents', id: record.id, record: null },
      { kind: 'bin', id: record.id, record: { id: record.id, kind: 'incidents', record, deletedAt: NOW } },
    ]).log
    expect(await plan({ text: ucdpCsv([ucdpRow()]), log: deleted })).toMatchObject({
      unchanged: 1,
      change: [],
    })
  })

  it('shares sources by folded name and items by content', async () => {
    const rows = [
      ucdpRow(),
      ucdpRow({ id: '2', source_office: 'PAPER  one;VDC' }),
      ucdpRow({ id: '3', source_original: 'somebody else' }),
    ]
    const { log } = await importInto(emptyLog(NOW), { text: ucdpCsv(rows) })
    expect(Object.keys(log.sources)).toHaveLength(2)
    expect(Object.keys(log.sourceItems)).toHaveLength(4)
  })

  it('flags equal incidents under another id, within the file and against the log', async () => {
    const first = await importInto(emptyLog(NOW), { text: ucdpCsv([ucdpRow(), ucdpRow({ id: '2' })]) })
    expect(first.plan).toMatchObject({ new: 2, possibleDuplicates: 1 })
    const incidents = Object.values(first.log.incidents)
    const [original, twin] = [
      incidents.find((i) => i.externalId === '300380'),
      incidents.find((i) => i.externalId === '2'),
    ]
    expect(twin?.possibleDuplicateOf).toEqual([original?.id])
    const second = await plan({
      text: ucdpCsv([ucdpRow({ id: '3', date_prec: '2' }), ucdpRow({ id: '4' })]),
      log: first.log,
    })
    expect(second).toMatchObject({ new: 2, possibleDuplicates: 1 })
  })

  it('tells a repeated row from another row with the same id', async () => {
    const made = await plan({ text: ucdpCsv([ucdpRow(), ucdpRow(), ucdpRow({ best: '3' })]) })
    expect(made).toMatchObject({ rows: 3, new: 1, unchanged: 1 })
    expect(made.rejected).toEqual([{ row: 3, column: 'id', code: 'import/duplicate-id', value: '300380' }])
  })

  it('labels what it makes', async () => {
    const { log } = await importInto(emptyLog(NOW), { text: ucdpCsv([ucdpRow()]), confidentiality: 'AMBER' })
    for (const kind of ['incidents', 'sources', 'sourceItems', 'claims'] as const) {
      for (const record of Object.values(log[kind])) expect(record.confidentiality).toBe('AMBER')
    }
  })

  it('rejects rows of another length and keeps the rest', async () => {
    const text = `${ucdpCsv([ucdpRow()])}"cut","off"\n\n`
    const made = await plan({ text })
    expect(made.rejected).toMatchObject([{ row: 2, code: 'import/row-length' }])
    expect(made.rows).toBe(2)
  })

  it('may lack optional columns, not the ones a row stands on', async () => {
    const without = (name: string) => UCDP_COLUMNS.filter((column) => column !== name)
    expect((await plan({ text: ucdpCsv([ucdpRow()], { columns: without('where_description') }) })).new).toBe(
      1,
    )
    expect(await refusal({ text: ucdpCsv([ucdpRow()], { columns: without('date_start') }) })).toBe(
      'import/column-missing',
    )
  })
})

describe('files that cannot be read', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
  it('are refused with a code', async () => {
    expect(await refusal({ text: '' })).toBe('import/empty')
    expect(await refusal({ text: 'a,b\n1,2\n' })).toBe('import/mapping-needed')
    expect(await refusal({ text: ucdpCsv([ucdpRow()]), format: 'acled' })).toBe('import/format-not-yet')
    expect(await refusal({ bytes: bytes(0x50, 0x4b, 3, 4) })).toBe('import/format-not-yet')
    expect(await refusal({ text: '{"type":"FeatureCollection","features":[]}' })).toBe(
      'import/format-unknown',
    )
    expect(await refusal({ bytes: bytes(0x69, 0x64, 0x2c, 0xe9, 0x0a) })).toBe('import/encoding-unreadable')
    expect(await refusal({ bytes: bytes(0x69, 0, 0x64, 0, 0x0a, 0) })).toBe('import/encoding-unreadable')
    expect(await refusal({ text: `${'a,'.repeat(1_500)}b\n` })).toBe('import/too-many-columns')
    expect(await refusal({ text: `${ucdpCsv([ucdpRow()])}"never closed,1,2\n` })).toBe(
      'import/csv-unreadable',
    )
  })

  it('UTF-16 is read where its mark says so', async () => {
    const text = ucdpCsv([ucdpRow({ where_coordinates: 'Деревня' })])
    const units = Uint16Array.from([0xfeff, ...Array.from(text, (char) => char.charCodeAt(0))])
    const { log } = await importInto(emptyLog(NOW), { bytes: new Uint8Array(units.buffer) })
    expect(only(log.incidents).where.name).toBe('Деревня')
  })

  it('an import can be cancelled', async () => {
    const signal = AbortSignal.abort()
    expect(await refusal({ text: ucdpCsv([ucdpRow()]), signal })).toBe('import/cancelled')
  })
})
