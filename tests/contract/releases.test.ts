/** The ledger through the command line: who has a brief, what fell under it, what to tell them, recall and supersede. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliFolder, createCliFolder } from '../support/cli.ts'

let cli: CliFolder
const LINES = [
  { type: 'organisation', id: 'org1', name: 'Readers’ League', kind: 'ngo' },
  { type: 'incident', id: 'inc1', title: 'A', summary: '', when: '2017-03', where: { country: 'RU' } },
  {
    type: 'claim',
    id: 'cla1',
    statement: 'Men were taken.',
    kind: 'event',
    status: 'established',
    credibility: 3,
    standardMet: 'reasonable-grounds',
    asOf: '2019-01-01',
    about: ['inc1'],
  },
].map((line) => ({
  confidentiality: 'CLEAR',
  ...(line.type === 'incident' ? { violationTypes: ['030104000000'], status: 'possible' } : {}),
  ...line,
}))

const run = async (...args: string[]) => {
  const done = await cli.daybook(args)
  expect(done.stderr.replace(/.*Warning.*\n/g, '')).toBe('')
  return done
}
const released = async (...more: string[]) => {
  const document: Record<string, unknown>[] = JSON.parse(
    (await run('releases', 'l.daybook', '--json', ...more)).stdout,
  )
  return document
}

beforeAll(async () => {
  cli = await createCliFolder()
  await run('create', 'l.daybook')
  await cli.write('records.jsonl', LINES.map((line) => JSON.stringify(line)).join('\n'))
  await run('import', 'l.daybook', 'records.jsonl', '--format', 'records')
  const brief = ['brief', 'l.daybook', '--profile', 'internal', '--as-of', '2019-06-30', '--lang', 'ru']
  await run(
    ...brief,
    '--json',
    'one.json',
    '--recipient',
    'readers’ league',
    '--override-disclosure',
    'A test.',
  )
}, 120_000)
afterAll(() => cli.remove())

describe('the ledger', () => {
  it('knows the recipient, and nothing has fallen yet', async () => {
    const [entry] = await released()
    expect(entry).toMatchObject({
      recipient: 'org1',
      tell: [{ name: 'Readers’ League' }],
      changes: [],
      message: null,
    })
    expect(entry).not.toHaveProperty('seed')
  })

  it('lists the brief when a claim falls, with a message in its language, and not after its recall', async () => {
    await run('assess', 'l.daybook', 'cla1', '--status', 'contested', '--when', '2020-05-05', '--reason', 'r')
    const [entry] = await released('--affected')
    expect(entry).toMatchObject({
      changes: [
        { code: 'claim-fell', id: 'cla1', since: '2020-05-05', from: 'established', to: 'contested' },
      ],
    })
    expect(entry?.message).toContain('сводк')
    const id = String(entry?.id)
    const refused = await cli.daybook(['recall', 'l.daybook', id, '--reason', ' '])
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('releases/reason-missing')])
    const { stdout } = await run('recall', 'l.daybook', id, '--reason', 'It fell.', '--on', '2020-05-06')
    expect(stdout).toContain('recalled as of 2020-05-06: It fell.')
    expect(await released('--affected')).toEqual([])
  })

  it('lets a later brief take its place', async () => {
    const brief = ['brief', 'l.daybook', '--profile', 'internal', '--as-of', '2020-06-30']
    await run(...brief, '--json', 'two.json', '--override-disclosure', 'A test.')
    const [later, earlier] = (await released()).map(({ id }) => String(id))
    const { stdout } = await run('supersede', 'l.daybook', String(earlier), String(later))
    expect(stdout).toContain(`superseded by ${later?.slice(0, 10)}`)
  })
})
