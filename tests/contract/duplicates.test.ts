/** Pairs of records of one incident, as scripts read them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CliFolder, createCliFolder, jsonLines } from '../support/cli.ts'
import { plantTwins } from '../support/duplicates/plantedTwins.ts'

let cli: CliFolder
beforeAll(async () => {
  cli = await createCliFolder()
})
afterAll(() => cli.remove())

it('are told with the reasons, and no longer once somebody has decided', async () => {
  const { records, twins, truth } = plantTwins(3, 80)
  const line = (record: object) => JSON.stringify({ type: 'incident', status: 'unknown', ...record })
  await cli.write('lines.jsonl', [...records, ...twins].map(line).join('\n'))
  expect((await cli.daybook(['create', 'a.daybook'])).code).toBe(0)
  const { stdout } = await cli.daybook([
    'import',
    'a.daybook',
    'lines.jsonl',
    '--format',
    'records',
    '--json',
  ])
  expect(JSON.parse(stdout)).toMatchObject({ new: records.length + twins.length, rejected: [] })

  const pairs = async () => jsonLines((await cli.daybook(['duplicates', 'a.daybook', '--json'])).stdout)
  const before = await pairs()
  const isTrue = (pair: Record<string, unknown>) => truth.get(String(pair.other)) === pair.incident
  expect(before.filter(isTrue).length).toBeGreaterThanOrEqual(truth.size * 0.8)
  const decided = before.find(isTrue)
  const [one, other] = [String(decided?.incident), String(decided?.other)]
  const marked = await cli.daybook(['merge', 'a.daybook', one, other, '--duplicate', 'possible'])
  expect(marked.code).toBe(0)
  expect(await pairs()).toHaveLength(before.length - 1)
})
