/** Singling out through the command line: what is made coarser, left out and refused, and what the user can do. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliFolder, createCliFolder } from '../support/cli.ts'

let cli: CliFolder
beforeAll(async () => {
  cli = await createCliFolder()
  await cli.daybook(['create', 'log.daybook'])
  await add('a', 6, {})
})
afterAll(() => cli.remove())

async function add(prefix: string, count: number, changed: object): Promise<void> {
  const lines = Array.from({ length: count }, (_, n) => ({
    type: 'incident',
    id: `q${prefix}${n}`,
    confidentiality: 'CLEAR',
    title: `Taken, ${prefix}${n}`,
    summary: '',
    when: `2017-02-1${n}`,
    where: { text: 'Somewhere', admin1: 'Dagestan', country: 'RU', precision: 4 },
    violationTypes: ['030104000000'],
    status: 'possible',
    ...changed,
  }))
  await cli.write(`${prefix}.jsonl`, lines.map((each) => JSON.stringify(each)).join('\n'))
  await cli.daybook(['import', 'log.daybook', `${prefix}.jsonl`, '--format', 'records'])
}

const brief = (name: string, ...more: string[]) =>
  cli.daybook([
    'brief',
    'log.daybook',
    ...['--profile', 'public', '--as-of', '2019-06-30', '--json', `${name}.json`],
    ...more,
  ])
const incidents = async (name: string): Promise<{ when: string | null }[]> =>
  JSON.parse(await readFile(cli.at(`${name}.json`), 'utf8')).incidents

describe('a brief by which somebody could be singled out', () => {
  it('shows what can be shown, coarser or with rows left out, and says so', async () => {
    const first = await brief('first')
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain('Singling out: k 5, l 2, enforce')
    expect(await incidents('first')).toHaveLength(6)
    await add('b', 5, { when: '2017-08-01' })
    await add('c', 1, { when: '2017-11-01' })
    const exact = await brief('exact', '--coarsen', 'none', '--dry-run')
    expect(exact.stdout).toMatch(/left out\s+1 of 12 incidents/)
    expect(exact.stdout).toMatch(/record\/small-class\s+1/)
    const coarse = await brief('coarse', '--coarsen', 'date=year', '--dry-run')
    expect(coarse.stdout).toMatch(/smallest class\s+12/)
  })

  it('is refused when an earlier one gives a row away, with the ways out', async () => {
    await add('d', 1, {})
    const refused = await brief('second', '--coarsen', 'none')
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.stderr).toMatch(/^daybook: brief\/disclosure-union: /)
    expect(refused.stderr).toMatch(/1 incidents would be singled out as new since release/)
    expect(refused.stderr).toMatch(/way out\s+--coarsen none --leave-out-linked \(1 incidents stay out\)/)
    await expect(incidents('second')).rejects.toThrow()
    expect(await brief('second', '--coarsen', 'none', '--leave-out-linked')).toMatchObject({ code: 0 })
    expect(await incidents('second')).toHaveLength(11)
  })

  it('leaves with a reason, which the ledger keeps', async () => {
    expect(await brief('third', '--override-disclosure', ' ')).toMatchObject({ code: 2 })
    const forced = await brief('third', '--override-disclosure', 'The families ask for it')
    expect(forced).toMatchObject({ code: 0 })
    expect(await incidents('third')).toHaveLength(13)
    const ledger = await cli.daybook(['list', 'log.daybook', 'releases', '--json'])
    expect(ledger.stdout).toContain('The families ask for it')
  })

  it('takes steps that exist, each once', async () => {
    for (const steps of ['date=week', 'date', 'date=year,date=none', 'colour=none'])
      expect(await brief('fourth', '--coarsen', steps, '--dry-run')).toMatchObject({ code: 2 })
  })
})
