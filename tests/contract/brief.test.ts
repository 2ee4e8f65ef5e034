/**
 * A brief through the command line, end to end: reproducible, free of protected values, refused when it is not.
 * The finished files are read by other programs than wrote them (poppler where installed).
 */
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliFolder, createCliFolder, jsonLines } from '../support/cli.ts'

let cli: CliFolder
beforeAll(async () => {
  cli = await createCliFolder()
})
afterAll(() => cli.remove())

const OPTIONS = ['--profile', 'public', '--seed', '0123abcd', '--as-of', '2019-06-30']
const brief = (log: string, name: string, env: Record<string, string> = {}, more: string[] = []) =>
  cli.daybook(['brief', log, ...OPTIONS, '--pdf', `${name}.pdf`, '--json', `${name}.json`, ...more], env)
const bytes = (name: string) => readFile(cli.at(name))

interface Variant {
  readonly name: string
  readonly contact: string
  readonly address: string
  readonly prefix: string
}

/** Twenty incidents with links of every kind; only protected values differ between variants. */
function variantRecords({ name, contact, address, prefix }: Variant): string {
  const id = (what: string, n: number) => `${prefix}${what}${n}`
  const lines = Array.from({ length: 20 }, (_, n) => [
    {
      type: 'incident',
      id: id('x', n),
      confidentiality: 'CLEAR',
      title: `${name} was taken, ${n}`,
      summary: `As told by ${name}`,
      when: `2017-0${(n % 3) + 1}-1${n % 10}`,
      where: {
        text: address,
        name: address,
        admin1: n % 2 ? 'Chechen Republic' : 'Dagestan',
        country: 'RU',
        lat: 43.123 + name.length / 1000,
        lon: 45.6,
        precision: 1,
      },
      violationTypes: ['030104000000'],
      status: 'possible',
      claims: [id('k', n % 4)],
      acts: [{ act: '030104000000', victim: id('w', 0) }],
    },
  ]).flat()
  const others = [
    {
      type: 'person',
      id: id('w', 0),
      codeName: `Code ${name}`,
      realName: name,
      otherNames: [{ text: `${name} other` }],
      roles: ['victim'],
      contacts: [{ kind: 'phone', value: contact }],
    },
    {
      type: 'source',
      id: id('q', 0),
      confidentiality: 'CLEAR',
      name: `${name} Gazette`,
      kind: 'media',
      reliability: 'B',
      contacts: [contact],
    },
    {
      type: 'source-item',
      id: id('t', 0),
      confidentiality: 'CLEAR',
      title: `Seen by ${name}`,
      itemType: 'news-article',
      source: id('q', 0),
      accessedAt: '2017-05-02',
      author: name,
    },
    ...Array.from({ length: 4 }, (_, n) => ({
      type: 'claim',
      id: id('k', n),
      confidentiality: 'CLEAR',
      statement: `${name} says so`,
      kind: 'event',
      status: ['rumour', 'false', 'contested', 'established'][n],
      credibility: 3,
      evidenceFor: [id('t', 0)],
      safeWording: 'Men are said to have been taken from their homes.',
    })),
  ]
  return [...lines, ...others].map((each) => JSON.stringify(each)).join('\n')
}

describe('two logs that differ only in protected values', () => {
  it('give the same bytes, in any time zone and folder, and show their incidents', async () => {
    const variants: Record<string, Variant> = {
      one: {
        name: 'Anna Petrova',
        contact: '+7 928 555-01-11',
        address: 'Lenin street 12, flat 4',
        prefix: 'za',
      },
      two: {
        name: 'Муса Хаджиев-Орстхоев',
        contact: 'musa.secret@example.net',
        address: 'Мельничная 7',
        prefix: 'yyyy',
      },
    }
    for (const [name, variant] of Object.entries(variants)) {
      await cli.daybook(['create', `${name}.daybook`])
      await cli.write(`${name}.jsonl`, variantRecords(variant))
      const run = await cli.daybook([
        'import',
        `${name}.daybook`,
        `${name}.jsonl`,
        '--format',
        'records',
        '--json',
      ])
      expect(JSON.parse(run.stdout)).toMatchObject({ rows: 27, new: 27 })
    }
    expect(await brief('one.daybook', 'one')).toMatchObject({ code: 0, stderr: '' })
    expect(
      await brief('one.daybook', 'again', { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8' }),
    ).toMatchObject({ code: 0 })
    expect(await brief('two.daybook', 'two', { TZ: 'America/Los_Angeles' })).toMatchObject({
      code: 0,
      stderr: '',
    })
    for (const form of ['pdf', 'json']) {
      expect((await bytes(`again.${form}`)).equals(await bytes(`one.${form}`))).toBe(true)
      expect((await bytes(`two.${form}`)).equals(await bytes(`one.${form}`))).toBe(true)
    }
    const data = JSON.parse(String(await bytes('one.json')))
    expect(data.incidents).toHaveLength(20)
    expect(data.claims.map((claim: { status: string }) => claim.status).sort()).toEqual([
      'contested',
      'established',
      'false',
      'rumour',
    ])
    expect(JSON.stringify(data)).not.toMatch(/Petrova|Lenin|928|43\.1|2017-0[123]/)
  })

  it('differ when what may be shown differs, so that equality is not empty', async () => {
    await cli.daybook(['create', 'three.daybook'])
    const text = variantRecords({
      name: 'Anna Petrova',
      contact: '+7 928 555-01-11',
      address: 'Lenin street 12',
      prefix: 'za',
    })
    await cli.write('three.jsonl', text.replaceAll('Dagestan', 'Ingushetia'))
    await cli.daybook(['import', 'three.daybook', 'three.jsonl', '--format', 'records'])
    await brief('three.daybook', 'three')
    expect((await bytes('three.json')).equals(await bytes('one.json'))).toBe(false)
  })
})

describe('protected values that resemble what every brief prints', () => {
  it('do not stop a brief: "IS", "report", a governor, the day in a namespace', async () => {
    const records = [
      ...['IS', 'report', 'governor', 'Syria'].map((receivedFrom, n) => ({
        type: 'source-item',
        id: `item-${n}`,
        confidentiality: 'CLEAR',
        title: `Item ${n}`,
        itemType: 'news-article',
        source: 'src',
        accessedAt: '2020-01-01',
        receivedFrom,
      })),
      { type: 'source', id: 'src', confidentiality: 'CLEAR', name: 'Media', kind: 'media', reliability: 'F' },
      {
        type: 'incident',
        id: 'i1',
        confidentiality: 'CLEAR',
        title: 'Torture',
        summary: '',
        when: '1999-02-22',
        where: { name: 'Homs', admin1: 'Homs Governorate', country: 'SY' },
        violationTypes: ['020111110000'],
        status: 'likely',
      },
    ]
    await cli.daybook(['create', 'common.daybook'])
    await cli.write('common.jsonl', records.map((each) => JSON.stringify(each)).join('\n'))
    await cli.daybook(['import', 'common.daybook', 'common.jsonl', '--format', 'records'])
    expect(
      await brief('common.daybook', 'common', {}, ['--override-disclosure', 'No such people']),
    ).toMatchObject({ code: 0, stderr: '' })
    const data = JSON.parse(String(await bytes('common.json')))
    expect(data.incidents).toMatchObject([
      { id: 'i1', when: '1999-33', place: { country: 'SY', admin1: 'Homs' } },
    ])
    for (const form of ['pdf', 'json']) {
      const check = await cli.daybook([
        'check',
        `common.${form}`,
        '--log',
        'common.daybook',
        '--with-tools',
        '--json',
      ])
      expect([check.code, JSON.parse(check.stdout).findings]).toEqual([0, []])
    }
  })
})

/** Of the demo log by the tests below: one in each of three languages, one in the further forms. */
const RELEASES = 4

describe('the demo log', () => {
  beforeAll(async () => {
    await cli.daybook(['demo', 'demo.daybook'])
  })

  it.each(['en', 'ru', 'ar'])(
    'gives a brief in %s that passes the gate and its published schema',
    async (language) => {
      expect(await brief('demo.daybook', language, {}, ['--lang', language])).toMatchObject({
        code: 0,
        stderr: '',
      })
      const data = JSON.parse(String(await bytes(`${language}.json`)))
      const schema = JSON.parse(await readFile('docs/format/brief-v1.schema.json', 'utf8'))
      const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(schema)
      expect([validate(data), validate.errors]).toEqual([true, null])
      expect(data.incidents.length).toBeGreaterThanOrEqual(40)
      for (const form of ['pdf', 'json']) {
        const check = await cli.daybook(['check', `${language}.${form}`, '--log', 'demo.daybook', '--json'])
        expect([check.code, JSON.parse(check.stdout).findings]).toEqual([0, []])
      }
    },
  )

  it('leaves in the forms that are asked for, each of which the check takes for clean', async () => {
    await mkdir(cli.at('forms'))
    const form = ['--form', 'geojson,csv,claimreview', '--out', 'forms']
    const run = await cli.daybook(['brief', 'demo.daybook', ...OPTIONS, ...form])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const files = (await readdir(cli.at('forms'))).sort()
    expect(files.map((file) => file.replace(/^brief-[0-9a-f]{12}\./, ''))).toEqual([
      'claimreview.json',
      'csv',
      'geojson',
    ])
    for (const file of files) {
      const check = await cli.daybook(['check', `forms/${file}`, '--log', 'demo.daybook', '--json'])
      expect([check.code, JSON.parse(check.stdout).findings]).toEqual([0, []])
    }
    const half = await cli.daybook(['brief', 'demo.daybook', ...OPTIONS, '--form', 'csv'])
    expect(half.stderr).toContain('cli/option-missing')
  })

  it('holds no protected value, by another reader of PDF', async ({ skip }) => {
    if (!hasPoppler()) return skip('pdftotext is not installed')
    const text = execFileSync('pdftotext', ['-layout', cli.at('en.pdf'), '-'], { encoding: 'utf8' })
    const json = String(await bytes('en.json'))
    const list = async (kind: string) =>
      jsonLines((await cli.daybook(['list', 'demo.daybook', kind, '--json'])).stdout)
    const persons = await list('persons')
    const incidents = await list('incidents')
    const guarded = incidents.filter((incident) => incident.confidentiality !== 'CLEAR')
    const strings = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : value !== null && typeof value === 'object'
          ? Object.values(value).flatMap(strings)
          : []
    const secrets = [
      ...persons.flatMap((p) => [
        p.realName,
        p.codeName,
        ...strings(p.otherNames),
        ...contactValues(p.contacts),
      ]),
      ...incidents.flatMap((i) => [i.id, i.title, i.summary]),
      ...guarded.flatMap((i) => [
        i.when,
        ...strings({ ...(i.where as object), admin1: undefined, country: undefined }),
      ]),
    ].filter((text): text is string => typeof text === 'string' && text.length > 3)
    expect(secrets.length).toBeGreaterThan(200)
    const flat = text.replace(/\s+/g, ' ')
    expect(secrets.filter((secret) => flat.includes(secret) || json.includes(secret))).toEqual([])
    const info = execFileSync('pdfinfo', [cli.at('en.pdf')], { encoding: 'utf8' })
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+\S/)
    expect(info).not.toMatch(/typst|pdf-lib|pdfkit/i)
    expect(info).not.toMatch(/Date:.*\d\d:[0-5][1-9]|Date:.*[1-9]:00:00/)
  })

  it('is checked against the log: a planted name is found', async () => {
    const data = JSON.parse(String(await bytes('en.json')))
    const [person] = jsonLines((await cli.daybook(['list', 'demo.daybook', 'persons', '--json'])).stdout)
    data.title = `About ${person?.realName}`
    await cli.write('planted.json', JSON.stringify(data))
    const check = await cli.daybook(['check', 'planted.json', '--log', 'demo.daybook', '--json'])
    expect(check.code).toBe(1)
    expect(JSON.parse(check.stdout).findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ class: 'leak/identity' })]),
    )
  })

  it('refuses a title that names somebody, and writes nothing', async () => {
    const [person] = jsonLines((await cli.daybook(['list', 'demo.daybook', 'persons', '--json'])).stdout)
    const run = await brief('demo.daybook', 'named', {}, ['--title', `The case of ${person?.realName}`])
    expect([run.code, run.stderr.split(':')[1]]).toEqual([1, ' brief/gate-refused'])
    await expect(bytes('named.pdf')).rejects.toThrow('ENOENT')
    await expect(bytes('named.json')).rejects.toThrow('ENOENT')
  })

  it('enters each release in the ledger, with its seed', async () => {
    const releases = jsonLines((await cli.daybook(['list', 'demo.daybook', 'releases', '--json'])).stdout)
    expect(releases).toHaveLength(RELEASES)
    expect(releases[0]).toMatchObject({
      profile: 'public',
      asOf: '2019-06-30',
      seed: '0123abcd'.padStart(64, '0'),
    })
  })

  it('changes nothing in a dry run', async () => {
    const run = await cli.daybook(['brief', 'demo.daybook', ...OPTIONS, '--dry-run'])
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/record\/label\s+\d+/)
    expect(
      jsonLines((await cli.daybook(['list', 'demo.daybook', 'releases', '--json'])).stdout),
    ).toHaveLength(RELEASES)
  })
})

const contactValues = (contacts: unknown): unknown[] =>
  Array.isArray(contacts) ? contacts.map((contact: { value?: unknown }) => contact.value) : []

function hasPoppler(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
