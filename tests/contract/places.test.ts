/** Places of the log's own, as scripts use them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CliFolder, createCliFolder, jsonLines } from '../support/cli.ts'

let cli: CliFolder
beforeAll(async () => {
  cli = await createCliFolder()
})
afterAll(() => cli.remove())

const DISTRICT = {
  type: 'place',
  id: 'shali',
  name: 'Шалинский район',
  kind: 'admin2',
  country: 'RU',
  division: 'RU-CE',
}
const TOWN = {
  type: 'place',
  id: 'argun',
  name: 'Аргун',
  otherNames: [{ value: 'Argun', language: 'en' }],
  kind: 'town',
  country: 'RU',
  parent: 'shali',
}

async function importLines(lines: readonly object[]): Promise<unknown> {
  await cli.write('lines.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
  const run = await cli.daybook(['import', 'a.daybook', 'lines.jsonl', '--format', 'records', '--json'])
  return JSON.parse(run.stdout)
}
async function json(args: readonly string[]): Promise<unknown> {
  return JSON.parse((await cli.daybook([...args, '--json'])).stdout)
}

it('come in as lines in any order, go out as lines, and have a history', async () => {
  expect((await cli.daybook(['create', 'a.daybook'])).code).toBe(0)
  expect(await importLines([TOWN, DISTRICT])).toMatchObject({ new: 2, rejected: [] })
  const listed = jsonLines((await cli.daybook(['list', 'a.daybook', 'places', '--json'])).stdout)
  expect(listed).toHaveLength(2)
  expect(listed).toEqual(expect.arrayContaining([expect.objectContaining(TOWN)]))
  expect(await importLines([{ ...TOWN, name: 'Аргун (город)' }])).toMatchObject({ updated: 1 })
  expect(await json(['history', 'a.daybook', 'argun'])).toMatchObject({ type: 'place' })
  expect((await cli.daybook(['list', 'a.daybook', 'places'])).stdout).toContain('Аргун (город)')
})

it('are refused out of form, or in a place that nobody has', async () => {
  const made = await importLines([
    { ...TOWN, id: 'p1', parent: 'nowhere' },
    { ...TOWN, id: 'p2', division: 'Chechnya' },
    { ...TOWN, id: 'p3', kind: 'city' },
  ])
  expect(made).toMatchObject({ new: 0 })
  for (const column of ['parent', 'division', 'kind'])
    expect(made).toMatchObject({ rejected: expect.arrayContaining([expect.objectContaining({ column })]) })
})
