/** The command line as scripts rely on it (cli.md): exit codes, streams, counts, round trips. */
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliFolder, createCliFolder, jsonLines } from '../support/cli.ts'

/** Where the frames of a log begin (docs/format/vault-v1.md). */
const FRAMES = 16_384

let cli: CliFolder
beforeAll(async () => {
  cli = await createCliFolder()
})
afterAll(() => cli.remove())

const hash = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

describe('creating and opening', () => {
  it('creates a log, and never over an existing file', async () => {
    const created = await cli.daybook(['create', 'a.daybook'])
    expect(created.code).toBe(0)
    // A folder in memory, as some machines have for temporary files, is noticed.
    expect(created.stderr.replaceAll(/^daybook: notice\/.*\n/gm, '')).toBe('')
    const before = await hash(cli.at('a.daybook'))
    const again = await cli.daybook(['create', 'a.daybook'])
    expect(again.code).toBe(4)
    expect(again.stderr).toMatch(/^daybook: vault\/exists: /)
    expect(await hash(cli.at('a.daybook'))).toBe(before)
  })

  it('tells a wrong passphrase from damage, and touches neither file', async () => {
    await cli.write('wrong', 'not the passphrase\n')
    const wrong = await cli.bare(['info', 'a.daybook', '--passphrase-file', 'wrong'])
    expect(wrong.code).toBe(3)
    expect(wrong.stderr).toMatch(/^daybook: vault\/wrong-passphrase: /)
    const bytes = await readFile(cli.at('a.daybook'))
    // In the first frame and the last: what stands before them is kept twice.
    for (const at of [FRAMES, FRAMES + 100, bytes.length - 1]) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      await writeFile(cli.at('flipped.daybook'), flipped)
      const before = await hash(cli.at('flipped.daybook'))
      const damaged = await cli.daybook(['list', 'flipped.daybook', 'incidents'])
      expect([at, damaged.code, damaged.stderr.split(':')[1]]).toEqual([at, 3, ' vault/damaged'])
      expect(await hash(cli.at('flipped.daybook'))).toBe(before)
    }
  })

  it('reads the second copy where the first is damaged, says so, and leaves the file as it is', async () => {
    const bytes = await readFile(cli.at('a.daybook'))
    bytes[60] = (bytes[60] ?? 0) ^ 1
    await writeFile(cli.at('flipped.daybook'), bytes)
    const run = await cli.daybook(['list', 'flipped.daybook', 'incidents'])
    expect([run.code, run.stderr.split(':')[1]]).toEqual([0, ' notice/repaired'])
    expect(await hash(cli.at('flipped.daybook'))).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it.each([
    [['nonsense'], 2, 'cli/command-unknown'],
    [['list', 'a.daybook'], 2, 'cli/argument-missing'],
    [['list', 'a.daybook', 'things'], 2, 'cli/kind-unknown'],
    [['info', 'a.daybook', '--verbose'], 2, 'cli/option-unknown'],
    [['info', 'missing.daybook'], 3, 'vault/not-found'],
    [['import', 'a.daybook', 'missing.csv'], 4, 'file/unreadable'],
    [['list', 'a.daybook', 'incidents', '--where', 'when:soon'], 2, 'query/date-unreadable'],
    [['list', 'a.daybook', 'incidents', '--where', 'place:Nowhereland'], 2, 'query/place-unknown'],
    [['list', 'a.daybook', 'incidents', '--where=-source:nobody'], 2, 'query/source-unknown'],
    [['show', 'a.daybook', 'nobody'], 2, 'records/not-found'],
    [['brief', 'a.daybook', '--profile', 'public'], 2, 'cli/option-missing'],
    [
      ['brief', 'a.daybook', '--profile', 'public', '--json', 'x.json', '--key', 'k'],
      2,
      'cli/option-conflict',
    ],
    [['brief', 'a.daybook', '--profile', 'nobody', '--json', 'x.json'], 2, 'cli/value-unknown'],
  ])('ends %j with %i %s', async (args, code, error) => {
    const run = await cli.daybook(args)
    expect([run.code, run.stderr.split(':')[1]?.trim()]).toEqual([code, error])
    expect(run.stdout).toBe('')
  })
})

const records = [
  {
    type: 'claim',
    id: 'c-1',
    statement: 'Something happened',
    kind: 'event',
    status: 'rumour',
    credibility: 6,
    about: ['inc-1'],
    evidenceFor: ['item-1'],
  },
  {
    type: 'incident',
    id: 'inc-1',
    title: 'A man was taken',
    summary: 'Short',
    when: '2017-04-12',
    where: { text: 'at home', admin1: 'Chechen Republic', country: 'RU', precision: 4 },
    violationTypes: ['030104000000'],
    status: 'possible',
    claims: ['c-1'],
  },
  { type: 'source', id: 'src-1', name: 'A paper', kind: 'media', reliability: 'C' },
  {
    type: 'source-item',
    id: 'item-1',
    title: 'An article',
    itemType: 'news-article',
    source: 'src-1',
    accessedAt: '2017-05-01',
  },
  {
    type: 'person',
    id: 'p-1',
    codeName: 'Heron-Quill',
    realName: 'Anna Petrova',
    otherNames: [{ text: 'Анна Петрова', script: 'Cyrl' }],
    roles: ['victim'],
  },
  { type: 'organisation', id: 'org-1', name: 'A help group', kind: 'ngo' },
  {
    type: 'contact',
    organisation: 'org-1',
    offers: 'Shelter',
    phone: '+1 555 0100',
    checkedOn: '2017-05-01',
    checkedAgainst: 'its site',
  },
  { type: 'action', what: 'petition', addressedTo: 'A ministry', about: ['inc-1'] },
]

describe('records', () => {
  it('import in any order, and come back unchanged from what list printed', async () => {
    await cli.write('records.jsonl', records.map((each) => JSON.stringify(each)).join('\n'))
    const first = await cli.daybook(['import', 'a.daybook', 'records.jsonl', '--format', 'records', '--json'])
    expect(JSON.parse(first.stdout)).toMatchObject({
      format: 'records',
      rows: 8,
      new: 8,
      updated: 0,
      unchanged: 0,
      rejected: [],
    })
    const kinds = [
      'incidents',
      'sources',
      'source-items',
      'claims',
      'persons',
      'organisations',
      'contacts',
      'actions',
      'evidence',
      'places',
      'profiles',
      'keys',
      'recipient-keys',
      'releases',
    ]
    let lines = ''
    for (const kind of kinds) lines += (await cli.daybook(['list', 'a.daybook', kind, '--json'])).stdout
    expect(jsonLines(lines)).toHaveLength(8)
    await cli.write('again.jsonl', lines)
    const again = await cli.daybook(['import', 'a.daybook', 'again.jsonl', '--format', 'records', '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({
      rows: 8,
      new: 0,
      updated: 0,
      unchanged: 8,
      rejected: [],
    })
  })

  it('are rejected line by line with their reason, and the rest is kept', async () => {
    const bad = [
      { type: 'source', name: 'Good', kind: 'media', reliability: 'F' },
      { type: 'source', name: 'Bad', kind: 'media', reliability: 'Q' },
      { type: 'source', name: 'Bad', kind: 'media', reliability: 'F', nonsense: 1 },
      { type: 'incident', title: 'No date' },
    ]
    await cli.write('bad.jsonl', bad.map((each) => JSON.stringify(each)).join('\n'))
    const run = await cli.daybook([
      'import',
      'a.daybook',
      'bad.jsonl',
      '--format',
      'records',
      '--json',
      '--dry-run',
    ])
    const report = JSON.parse(run.stdout)
    expect(run.code).toBe(0)
    expect(report).toMatchObject({ rows: 4, new: 1 })
    expect([...new Set(report.rejected.map((cell: { row: number }) => cell.row))]).toEqual([2, 3, 4])
    expect(report.rejected.find((cell: { row: number }) => cell.row === 3)).toMatchObject({
      column: 'nonsense',
      code: 'import/unknown-field',
    })
  })

  it('fit the schema that the command prints', async () => {
    const schemas = JSON.parse((await cli.bare(['schema'])).stdout)
    const ajv = new Ajv2020({ strict: false, formats: { date: true } })
    for (const record of records) {
      const validate = ajv.compile(schemas[record.type])
      expect([record.type, validate(record), validate.errors]).toEqual([record.type, true, null])
    }
    expect(schemas.incident.required).toEqual(
      expect.arrayContaining(['type', 'title', 'summary', 'when', 'where']),
    )
    expect(schemas.incident.required).not.toContain('id')
  })

  it('are found by a beginning of their id and by words, never by a locked name', async () => {
    expect(JSON.parse((await cli.daybook(['show', 'a.daybook', 'inc', '--json'])).stdout)).toMatchObject({
      type: 'incident',
      id: 'inc-1',
    })
    expect(jsonLines((await cli.daybook(['search', 'a.daybook', 'heron', '--json'])).stdout)).toHaveLength(1)
    expect((await cli.daybook(['search', 'a.daybook', 'petrova', '--json'])).stdout).toBe('')
  })
})

describe('assessing', () => {
  it('keeps the history and answers for any day', async () => {
    const assess = (status: string, when: string) =>
      cli.daybook([
        'assess',
        'a.daybook',
        'c-1',
        '--status',
        status,
        '--credibility',
        '2',
        '--standard',
        'balance-of-probabilities',
        '--reason',
        `seen ${when}`,
        '--when',
        when,
        '--json',
      ])
    expect((await assess('established', '2018-12-20')).code).toBe(0)
    const second = JSON.parse((await assess('appears-established', '2017-05-01')).stdout)
    expect(second).toMatchObject({ status: 'established', asOf: '2018-12-20', credibility: 2 })
    expect(second.assessments).toHaveLength(2)
    const asOf = async (day: string) =>
      jsonLines((await cli.daybook(['list', 'a.daybook', 'claims', '--json', '--as-of', day])).stdout)[0]
        ?.status
    expect([await asOf('2017-01-01'), await asOf('2017-06-01'), await asOf('2020-01-01')]).toEqual([
      'rumour',
      'appears-established',
      'established',
    ])
  })

  it('refuses what the rules of grading do not allow, with the reason', async () => {
    const refused = async (...options: string[]) => {
      const run = await cli.daybook(['assess', 'a.daybook', 'c-1', '--reason', 'r', ...options])
      return [run.code, run.stderr.split('\n')[0]]
    }
    expect(await refused('--status', 'contested', '--credibility', '1')).toEqual([
      1,
      expect.stringMatching(/^daybook: claim\/capped-one-root: .*two independent roots are needed/),
    ])
    expect(await refused('--status', 'established', '--when', '2017-01-01')).toEqual([
      1,
      expect.stringMatching(/^daybook: claim\/standard-missing: /),
    ])
    expect(await refused('--status', 'superseded')).toEqual([
      1,
      expect.stringMatching(/^daybook: claim\/superseding-missing: /),
    ])
    expect(await refused('--status', 'superseded', '--superseded-by', 'c-1')).toEqual([
      1,
      expect.stringMatching(/^daybook: claim\/supersedes-itself: /),
    ])
  })

  it('shows the roots of a claim and why it stands no higher', async () => {
    const { computed } = JSON.parse((await cli.daybook(['show', 'a.daybook', 'c-1', '--json'])).stdout)
    expect(computed).toMatchObject({
      forIt: { independentRoots: 1, items: ['item-1'] },
      against: { independentRoots: 0 },
      cap: { highest: 2, whyNotHigher: [{ code: 'one-root', fields: { items: 1 } }] },
      contradictions: [],
      stale: false,
    })
    const shown = (await cli.daybook(['show', 'a.daybook', 'c-1'])).stdout
    expect(shown).toContain('independent roots for: 1 (1 item)')
    expect(shown).toContain('root for: item-1 An article')
    expect(shown).toMatch(/why not higher: one item is the only evidence/)
  })

  it('needs a reason and a known status', async () => {
    expect((await cli.daybook(['assess', 'a.daybook', 'c-1', '--status', 'false'])).code).toBe(2)
    expect(
      (await cli.daybook(['assess', 'a.daybook', 'c-1', '--status', 'false', '--reason', ' '])).code,
    ).toBe(2)
    expect(
      (await cli.daybook(['assess', 'a.daybook', 'c-1', '--status', 'true', '--reason', 'r'])).code,
    ).toBe(2)
  })
})

describe('where commands are called from', () => {
  it('is where relative paths start, also under npm', async () => {
    const run = await cli.bare(
      ['info', 'a.daybook', '--json', '--passphrase-file', 'passphrase'],
      { INIT_CWD: cli.folder },
      '/',
    )
    expect(JSON.parse(run.stdout)).toMatchObject({ counts: { incidents: 1, persons: 1 }, health: 'ok' })
  })

  it('leaves no lock behind', async () => {
    await expect(rm(cli.at('a.daybook.lock'))).rejects.toThrow('ENOENT')
  })
})
