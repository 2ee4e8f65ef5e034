import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, emptyLog, type Log } from '../../../src/core/log.ts'
import { type AnyRecord, KINDS, TYPE_BY_KIND } from '../../../src/core/records.ts'
import { listUnearnedGrades } from '../../../src/core/unearnedGrades.ts'
import { importInto, LATER, NOW, only, plan } from './planFixture.ts'

const jsonl = (lines: readonly unknown[]): string => lines.map((line) => JSON.stringify(line)).join('\n')
/** What `list --json` prints. */
const listed = (log: Log): string =>
  jsonl(
    KINDS.flatMap((kind) =>
      Object.values<AnyRecord>(log[kind]).map((record) => ({ type: TYPE_BY_KIND[kind], ...record })),
    ),
  )

const LINES = [
  {
    type: 'contact',
    organisation: 'org1',
    offers: 'Advice',
    phone: '+7 000 000-00-01',
    checkedOn: '2026-01-01',
    checkedAgainst: 'its site',
  },
  {
    type: 'claim',
    id: 'c1',
    statement: 'It happened',
    kind: 'event',
    status: 'rumour',
    credibility: 6,
    about: ['i1'],
    evidenceFor: ['s1-item'],
  },
  {
    type: 'incident',
    id: 'i1',
    title: 'Raid',
    summary: '',
    when: '2017-04',
    where: { name: 'Town' },
    violationTypes: ['torture'],
    status: 'possible',
    claims: ['c1'],
  },
  {
    type: 'source-item',
    id: 's1-item',
    title: 'Article',
    itemType: 'news-article',
    source: 's1',
    accessedAt: '2026-01-01',
  },
  { type: 'source', id: 's1', name: 'Paper', kind: 'media', reliability: 'F' },
  {
    type: 'person',
    id: 'p1',
    codeName: 'Vesper',
    realName: 'A B',
    otherNames: [{ text: 'Б', script: 'Cyrl' }],
    roles: ['victim'],
  },
  { type: 'organisation', id: 'org1', name: 'Aid', kind: 'ngo' },
  { type: 'action', what: 'petition', addressedTo: 'A ministry', about: ['i1', 'c1'] },
]

describe('the records form', () => {
  it('takes every kind, with links in any order', async () => {
    const { plan: made, log } = await importInto(emptyLog(NOW), {
      text: `\uFEFF${jsonl(LINES)}\r\n\r\n`,
      confidentiality: 'AMBER',
    })
    expect(made).toMatchObject({ format: 'records', rows: 8, new: 8, rejected: [] })
    expect(only(log.claims).about).toEqual([{ id: 'i1' }])
    expect(only(log.incidents)).toMatchObject({
      id: 'i1',
      confidentiality: 'AMBER',
      createdAt: NOW,
      when: '2017-04',
    })
  })

  it('finds everything again on the second import, ids given or not', async () => {
    const first = await importInto(emptyLog(NOW), { text: jsonl(LINES) })
    expect(await plan({ text: jsonl(LINES), log: first.log, now: LATER })).toMatchObject({
      unchanged: 8,
      change: [],
    })
  })

  it('reads back what list prints', async () => {
    const { log } = await importInto(emptyLog(NOW), { text: jsonl(LINES) })
    expect(await plan({ text: listed(log), log, now: LATER })).toMatchObject({
      rows: 8,
      unchanged: 8,
      change: [],
    })
    const copy = await importInto(emptyLog(NOW), { text: listed(log), now: LATER })
    expect(copy.log).toEqual(log)
  })

  it('reads back a link to a deleted record, and one whose target is gone for good', async () => {
    const { log } = await importInto(emptyLog(NOW), { text: jsonl(LINES) })
    const record = only(log.claims)
    const gone = applyChange(log, [{ kind: 'claims', id: 'c1', record: null }]).log
    const binned = applyChange(gone, [
      { kind: 'bin', id: 'c1', record: { id: 'c1', kind: 'claims', record, deletedAt: NOW } },
    ]).log
    for (const left of [gone, binned]) {
      expect(await plan({ text: listed(left), log: left })).toMatchObject({
        unchanged: 7,
        rejected: [],
        change: [],
      })
    }
  })

  it("lets the file's values win, and keeps what a line leaves out of its own account", async () => {
    const { log } = await importInto(emptyLog(NOW), { text: jsonl(LINES), confidentiality: 'GREEN' })
    const line = { ...LINES[2], title: 'Another raid', status: 'confirmed' }
    const second = await importInto(log, { text: jsonl([line]), now: LATER })
    expect(second.plan).toMatchObject({ updated: 1, new: 0 })
    expect(only(second.log.incidents)).toMatchObject({
      title: 'Another raid',
      status: 'confirmed',
      confidentiality: 'GREEN',
      createdAt: NOW,
      updatedAt: LATER,
    })
  })

  it('a line without an id never undoes later work', async () => {
    const line = { type: 'claim', statement: 'x', kind: 'event', status: 'rumour', credibility: 6 }
    const { log } = await importInto(emptyLog(NOW), { text: jsonl([line]) })
    const claim = only(log.claims)
    const judged = applyChange(log, [
      { kind: 'claims', id: claim.id, record: { ...claim, status: 'false' } },
    ]).log
    expect(await plan({ text: jsonl([line]), log: judged })).toMatchObject({ unchanged: 1, change: [] })
  })

  it.each([
    ['{"type":"source"', '', 'import/json-unreadable'],
    ['[]', '', 'import/json-unreadable'],
    ['{"type":"case"}', 'type', 'import/type-unknown'],
    ['{"type":"recipient-key","name":"Desk","use":"seal","publicKey":"age1x"}', 'type', 'import/key-refused'],
    ['{"type":"key"}', 'type', 'import/key-refused'],
    ['{"name":"x"}', 'type', 'import/field-missing'],
    [
      '{"type":"source","name":"x","kind":"media","reliability":"F","colour":1}',
      'colour',
      'import/unknown-field',
    ],
    [
      '{"type":"source","name":"x","kind":"media","reliability":"F","protection":{"a":1}}',
      'protection.a',
      'import/unknown-field',
    ],
    ['{"type":"source","kind":"media","reliability":"F"}', 'name', 'import/field-missing'],
    ['{"type":"source","name":"x","kind":"media","reliability":"Z"}', 'reliability', 'import/value-invalid'],
    [
      '{"type":"source","name":"x","kind":"media","reliability":"F","__proto__":{"a":1}}',
      '__proto__',
      'import/unknown-field',
    ],
    [
      '{"type":"claim","statement":"x","kind":"event","status":"rumour","credibility":6,"madeOn":"soon"}',
      'madeOn',
      'import/date-unreadable',
    ],
    [
      '{"type":"claim","statement":"x","kind":"event","status":"rumour","credibility":6,"about":[{"id":"i9","x":1}]}',
      'about.0.x',
      'import/unknown-field',
    ],
    [
      '{"type":"claim","statement":"x","kind":"event","status":"rumour","credibility":6,"about":["i9"]}',
      'about.0.id',
      'import/link-unknown',
    ],
    [`{"type":"source","a":${'['.repeat(50)}${']'.repeat(50)}}`, '', 'import/too-deep'],
  ])('rejects %s', async (line, column, code) => {
    const made = await plan({ text: `${line}\n${JSON.stringify(LINES[6])}\n`, format: 'records' })
    expect(made).toMatchObject({ rows: 2, new: 1 })
    expect(made.rejected).toMatchObject([{ row: 1, column, code }])
  })

  it('rejects ids used twice, or by another kind', async () => {
    const source = LINES[4]
    const { log } = await importInto(emptyLog(NOW), { text: jsonl([source]) })
    const made = await plan({ text: jsonl([{ ...LINES[6], id: 's1' }, source, source]), log })
    expect(made.rejected.map(({ row, code }) => [row, code])).toEqual([
      [1, 'import/id-taken'],
      [3, 'import/duplicate-id'],
    ])
    expect(made.unchanged).toBe(1)
  })

  it('drops lines that hang on a dropped line, however long the chain', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        fc.nat(),
        async (length, isWhole, seed) => {
          const chain = Array.from({ length }, (_, i) => ({
            type: 'organisation',
            id: `o${i}`,
            name: `Office ${i}`,
            kind: 'police',
            parent: i === 0 ? 'root' : `o${i - 1}`,
          }))
          const root = {
            type: 'organisation',
            id: 'root',
            name: 'Root',
            kind: isWhole ? 'police' : 'NO CODE',
          }
          const turn = seed % (length + 1)
          const lines = [...chain, root]
          const made = await plan({ text: jsonl([...lines.slice(turn), ...lines.slice(0, turn)]) })
          expect(made.new).toBe(isWhole ? length + 1 : 0)
        },
      ),
    )
  })

  it('a link must lead to a record of the right kind', async () => {
    const made = await plan({ text: jsonl([{ ...LINES[3], source: 'org1' }, LINES[6]]) })
    expect(made.rejected).toMatchObject([
      { row: 1, column: 'source', code: 'import/link-unknown', value: 'org1' },
    ])
  })
})

describe('grades in the records form', () => {
  const first = { when: '2017-05-01', from: 'rumour', to: 'contested', credibility: 3, reason: 'r' }
  const later = { when: '2019-01-01', from: 'contested', to: 'false', credibility: 5, reason: 'r' }
  const claim = {
    ...LINES[1],
    about: [],
    evidenceFor: [],
    status: 'contested',
    credibility: 3,
    assessments: [first],
  }
  const planned = async (line: object) => {
    const { log } = await importInto(emptyLog(NOW), { text: jsonl([claim]) })
    return plan({ text: jsonl([{ type: 'claim', id: 'c1', ...line }]), log, now: LATER })
  }

  it.each([
    { credibility: 1 },
    { standardMet: 'reasonable-grounds' },
    { status: 'false' },
    { assessments: [] },
    { assessments: [later], status: 'false', credibility: 5 },
    { assessments: [first, later], status: 'contested', credibility: 3 },
  ])('of a claim with a history move by an assessment only: %j is refused', async (line) => {
    expect((await planned(line)).rejected).toMatchObject([
      { column: 'assessments', code: 'import/value-invalid' },
    ])
  })

  it('of a claim with a history move with an assessment that gives them', async () => {
    const line = { assessments: [first, later], status: 'false', credibility: 5 }
    expect(await planned(line)).toMatchObject({ updated: 1, rejected: [] })
    expect(await planned({ tags: ['x'], credibility: 3 })).toMatchObject({ updated: 1, rejected: [] })
  })

  it('of a new claim are kept, and listed where the rules do not allow them', async () => {
    const item = (id: string, source: string, from: string[]) => ({
      ...LINES[3],
      id,
      source,
      derivesFrom: from,
    })
    const source = (id: string, reliability: string) => ({ ...LINES[4], id, reliability })
    const graded = (id: string, evidenceFor: string[], fields: object) => ({
      ...claim,
      id,
      evidenceFor,
      assessments: [],
      ...fields,
    })
    const lines = [
      source('a', 'B'),
      source('b', 'B'),
      item('x', 'a', []),
      item('y', 'b', []),
      item('z', 'b', ['x']),
      graded('earned', ['x', 'y'], { credibility: 1 }),
      graded('copied', ['x', 'z'], { credibility: 1 }),
      graded('bare', ['x'], { status: 'established' }),
      graded('replaced', [], { status: 'superseded' }),
    ]
    const { plan: made, log } = await importInto(emptyLog(NOW), { text: jsonl(lines) })
    expect(made).toMatchObject({ new: lines.length, rejected: [] })
    const expected = [
      { claim: 'copied', code: 'claim/capped-one-root' },
      { claim: 'bare', code: 'claim/standard-missing' },
    ]
    expect(listUnearnedGrades(made.change, emptyLog(NOW))).toEqual(expected)
    expect(listUnearnedGrades(made.change, log)).toEqual(expected)
  })
})
