/** Profiles and accepted texts through the command line: copied, tightened, loosened with a reason, bound to content. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliFolder, createCliFolder, jsonLines } from '../support/cli.ts'

let cli: CliFolder
const RECORDS = [
  {
    type: 'incident',
    id: 'i1',
    confidentiality: 'AMBER',
    title: 'A man was taken',
    summary: 'Ruslan Petrov was taken by men in masks.',
    when: '2017-03-12',
    where: { admin1: 'Chechnya', country: 'RU' },
    violationTypes: ['030104000000'],
    status: 'possible',
    acts: [{ act: '030104000000', victim: 'p1' }],
  },
  {
    type: 'person',
    id: 'p1',
    confidentiality: 'AMBER',
    codeName: 'Kestrel',
    realName: 'Ruslan Petrov',
    roles: ['victim'],
    consents: [{ purpose: 'share-with-organisation', state: 'given-in-writing', expiresOn: '2020-12-31' }],
  },
]

beforeAll(async () => {
  cli = await createCliFolder()
  await cli.daybook(['create', 'a.daybook'])
  await cli.write('records.jsonl', RECORDS.map((each) => JSON.stringify(each)).join('\n'))
  await cli.daybook(['import', 'a.daybook', 'records.jsonl', '--format', 'records'])
})
afterAll(() => cli.remove())

const document = async (args: string[]) => JSON.parse((await cli.daybook(args)).stdout)
/** The log holds one incident, which stands alone. */
const ALONE = ['--override-disclosure', 'The family asks for it']

const brief = (profile: string, ...more: string[]) =>
  cli.daybook(['brief', 'a.daybook', '--profile', profile, '--seed', '1', ...ALONE, ...more])
const withAsOf = (profile: string, ...more: string[]) => brief(profile, '--as-of', '2021-01-01', ...more)
const add = async (rules: object, ...more: string[]) => {
  await cli.write('profile.json', JSON.stringify(rules))
  return cli.daybook(['profiles', 'a.daybook', '--add', 'profile.json', ...more])
}

describe('profiles', () => {
  it('are the four shipped ones at first, and can be shown', async () => {
    const names = (await document(['profiles', 'a.daybook', '--json'])).map(
      (each: { name: string }) => each.name,
    )
    expect(names).toEqual(['public', 'partner', 'un', 'internal'])
    const shown = await document(['profiles', 'a.daybook', '--show', 'un'])
    expect(shown).toMatchObject({
      name: 'un',
      precision: { date: 'day' },
      fields: { persons: { realName: 'drop' } },
    })
    expect((await cli.daybook(['profiles', 'a.daybook', '--show', 'nobody'])).code).toBe(2)
  })

  it('are copied and tightened freely, and loosened with a reason alone', async () => {
    const tight = {
      name: 'careful',
      basedOn: 'partner',
      precision: { date: 'year' },
      fields: { incidents: { title: 'drop' } },
    }
    expect(await add(tight)).toMatchObject({ code: 0, stderr: '' })
    expect(await document(['profiles', 'a.daybook', '--show', 'careful'])).toMatchObject({
      version: 1,
      precision: { date: 'year', place: 'admin1' },
      fields: { incidents: { title: 'drop', summary: 'text' } },
    })
    const loose = { name: 'daily', basedOn: 'partner', precision: { date: 'day' } }
    const refused = await add(loose)
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('profiles/reason-missing')])
    expect(refused.stderr).toContain('precision.date: month → day')
    expect((await add(loose, '--reason', 'They asked for days.')).code).toBe(0)
    expect((await add({ ...loose, name: 'un' }, '--reason', 'x')).code).toBe(2)
    expect((await add({ ...loose, fields: { persons: { realName: 'keep' } } }, '--reason', 'x')).code).toBe(2)
    expect(jsonLines((await cli.daybook(['list', 'a.daybook', 'profiles', '--json'])).stdout)).toHaveLength(2)
  })
})

describe('texts', () => {
  it('leave when they were read and accepted as they are, with the reason of the profile in the ledger', async () => {
    const read = await document([
      'brief',
      'a.daybook',
      ...ALONE,
      '--profile',
      'daily',
      '--as-of',
      '2020-06-01',
      '--dry-run',
      '--json',
    ])
    const summary = read.texts.find(({ where }: { where: string }) => where === 'incidents/i1/summary')
    expect(summary.text).toMatch(/\[person\]/)
    expect(summary.text).not.toMatch(/Ruslan|Petrov/)
    await cli.write('accepted.jsonl', JSON.stringify({ text: summary.text }))
    const made = await brief(
      'daily',
      '--as-of',
      '2020-12-31',
      '--json',
      'out.json',
      '--accept-text',
      'accepted.jsonl',
    )
    // Its consent ran out since: the brief may be looked at, and is not released.
    expect([made.code, made.stderr]).toEqual([1, expect.stringContaining('brief/consent-expired-since')])
    await expect(readFile(cli.at('out.json'))).rejects.toThrow('ENOENT')
  })

  it('are left out when one letter differs, and shown when none does', async () => {
    const records = [
      { ...RECORDS[1], consents: [{ purpose: 'share-with-organisation', state: 'given-orally' }] },
    ]
    await cli.write('renewed.jsonl', JSON.stringify(records[0]))
    await cli.daybook(['import', 'a.daybook', 'renewed.jsonl', '--format', 'records'])
    const read = await document(['brief', 'a.daybook', '--profile', 'daily', ...ALONE, '--dry-run', '--json'])
    const texts: string[] = read.texts.map(({ text }: { text: string }) => text)
    await cli.write('all.json', JSON.stringify(texts))
    await cli.write('other.json', JSON.stringify(texts.map((text) => `${text}.`)))
    expect(await withAsOf('daily', '--json', 'yes.json', '--accept-text', 'all.json')).toMatchObject({
      code: 0,
    })
    expect(await withAsOf('daily', '--json', 'no.json', '--accept-text', 'other.json')).toMatchObject({
      code: 0,
    })
    const [yes, no] = await Promise.all(
      ['yes.json', 'no.json'].map(async (name) => JSON.parse(String(await readFile(cli.at(name))))),
    )
    expect(yes.incidents).toMatchObject([{ title: 'A man was taken', when: '2017-03-12', people: ['w1'] }])
    expect(yes.incidents[0].summary).toMatch(/^\[person\].* taken by men in masks\.$/)
    expect(yes.profile).toMatchObject({ name: 'partner', adapted: true, text: 'accepted' })
    expect(no.incidents).toMatchObject([{ title: null, summary: null }])
    const releases = jsonLines((await cli.daybook(['list', 'a.daybook', 'releases', '--json'])).stdout)
    expect(releases).toMatchObject([
      { profile: 'daily', profileReason: 'They asked for days.' },
      { profile: 'daily' },
    ])
  })

  it('that cannot be read are refused', async () => {
    await cli.write('broken.json', '{"a":')
    const run = await withAsOf('partner', '--json', 'x.json', '--accept-text', 'broken.json')
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('cli/accepted-unreadable')])
  })
})
