/** The vault bench keeps its promise to scripts: with `--json`, rows of one shape and nothing else. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ENGINES, whyAbsent } from '../../bench/engines/registry.ts'
import { makeIncident } from '../../bench/incidents.ts'
import { toRows } from '../../bench/measurement.ts'
import { parseOptions } from '../../bench/options.ts'
import { parseSourcingOptions, runSourcingBench } from '../../bench/sourcing.ts'
import { makeSourcing } from '../../bench/sourcingRecords.ts'
import { formatTable } from '../../bench/table.ts'
import { parseUiOptions } from '../../bench/ui.ts'
import { parseViewsOptions } from '../../bench/views.ts'

const run = promisify(execFile)
const BENCH = path.join(import.meta.dirname, '../../bench/main.ts')
const rowSchema = z.strictObject({
  engine: z.enum(ENGINES),
  n: z.int(),
  metric: z.string(),
  median: z.number().nonnegative(),
  p95: z.number().nonnegative(),
  ratio: z.number().positive().nullable(),
  baseline: z.string().nullable(),
})

describe('bench vault --json --quick', () => {
  let dir = ''
  let stdout = ''
  let stderr = ''
  beforeAll(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'daybook-bench-test-'))
    const metrics = 'save,together-100,open-first-screen,file-bytes'
    const args = [BENCH, 'vault', '--json', '--quick', '--n', '200', '--metrics', metrics, '--dir', dir]
    const done = await run(process.execPath, args, { maxBuffer: 1e8 })
    stdout = done.stdout
    stderr = done.stderr
  }, 120_000)
  afterAll(() => rm(dir, { recursive: true, force: true }))

  it('prints rows of the promised shape and nothing else', () => {
    const rows = z.array(rowSchema).parse(JSON.parse(stdout))
    expect(rows.every(({ n }) => n === 200)).toBe(true)
    expect(rows.every(({ ratio, baseline }) => (ratio === null) === (baseline === null))).toBe(true)
  })

  it('has every engine that is installed, and says which are not', () => {
    const rows = z.array(rowSchema).parse(JSON.parse(stdout))
    const saving = new Set(rows.filter(({ metric }) => metric === 'save').map(({ engine }) => engine))
    for (const engine of ENGINES) {
      const why = whyAbsent(engine, path.dirname(BENCH))
      if (why !== null) expect(stderr).toContain(why)
      expect([engine, saving.has(engine)]).toEqual([engine, why === null && engine !== 'json-parse'])
    }
    expect(rows).toContainEqual(
      expect.objectContaining({ engine: 'daybook', metric: 'save', baseline: 'append' }),
    )
    expect(rows).toContainEqual(
      expect.objectContaining({ engine: 'daybook', metric: 'open-first-screen', baseline: 'json-parse' }),
    )
  })

  it('leaves nothing behind', async () => {
    expect(await readdir(dir)).toEqual([])
  })
})

describe('rows', () => {
  const measured = (engine: string, n: number, metric: string, ...values: number[]) => ({
    engine,
    n,
    metric,
    values,
  })

  it('compares medians with each baseline of the same size, and the largest size with the smallest', () => {
    const rows = toRows([
      measured('daybook', 100, 'save', 1, 2, 9),
      measured('sqlcipher', 100, 'save', 4),
      measured('append', 100, 'save', 1),
      measured('daybook', 1000, 'save', 3),
      measured('sqlcipher', 1000, 'save', 6),
    ])
    const daybook = rows.filter(({ engine }) => engine === 'daybook')
    expect(daybook).toEqual([
      { engine: 'daybook', n: 100, metric: 'save', median: 2, p95: 9, ratio: 0.5, baseline: 'sqlcipher' },
      { engine: 'daybook', n: 100, metric: 'save', median: 2, p95: 9, ratio: 2, baseline: 'append' },
      { engine: 'daybook', n: 1000, metric: 'save', median: 3, p95: 3, ratio: 0.5, baseline: 'sqlcipher' },
      expect.objectContaining({ metric: 'save-growth', n: 1000, ratio: 1.5, baseline: 'n=100' }),
    ])
  })

  it('stand in the table once, with ratios and growth beside them', () => {
    const table = formatTable(
      toRows([
        measured('daybook', 100, 'file-bytes', 1e6),
        measured('json-parse', 100, 'file-bytes', 4e6),
        measured('daybook', 1000, 'file-bytes', 5e6),
      ]),
    )
    expect(table.split('\n')).toHaveLength(4)
    expect(table).toMatch(/file-bytes +100 +daybook +1\.00 MB +1\.00 MB +0\.25× json-parse/)
    expect(table).toMatch(/1,000 +daybook +5\.00 MB +5\.00 MB +5\.00× n=100/)
  })
})

describe('made-up incidents', () => {
  it('are the same every time, and about 2 KB of JSON', () => {
    expect(makeIncident(42, 7)).toEqual(makeIncident(42, 7))
    expect(makeIncident(42, 7).id).not.toBe(makeIncident(42, 8).id)
    const bytes = Array.from({ length: 200 }, (_, index) =>
      Buffer.byteLength(JSON.stringify(makeIncident(42, index))),
    )
    const mean = bytes.reduce((sum, each) => sum + each) / bytes.length
    expect(mean).toBeGreaterThan(1_800)
    expect(mean).toBeLessThan(2_300)
  })

  it('are entered one after the other', () => {
    const entered = Array.from({ length: 50 }, (_, index) => makeIncident(1, index).createdAt)
    expect(entered).toEqual([...entered].sort())
  })
})

describe('options', () => {
  it.each([['--n', '50'], ['--n', 'many'], ['--engines', 'oracle'], ['--metrics', 'mood'], ['--fast']])(
    'refuses %s %s',
    (...args) => {
      expect(() => parseOptions(args)).toThrow()
    },
  )

  it('sorts sizes and keeps engines in their order', () => {
    const { sizes, engines } = parseOptions(['--n', '1000,200,1000', '--engines', 'append,daybook'])
    expect(sizes).toEqual([200, 1000])
    expect(engines).toEqual(['daybook', 'append'])
  })
})

describe('bench sourcing', () => {
  it('says what edits cost beside counting all claims anew, and how it grew', () => {
    const rows = runSourcingBench({ sizes: [100, 200], json: true, quick: true }, () => undefined)
    const metrics = new Set(rows.filter(({ engine }) => engine === 'daybook').map(({ metric }) => metric))
    expect([...metrics].filter((metric) => !metric.endsWith('-growth'))).toEqual([
      'build',
      'edit-one',
      'edit-board',
      'edit-changed',
      'edit-hub',
    ])
    expect(metrics).toContain('edit-one-growth')
    expect(rows).toContainEqual(
      expect.objectContaining({ engine: 'daybook', metric: 'edit-board', baseline: 'afresh', n: 200 }),
    )
  })

  it.each([['--n', '50'], ['--n', 'many'], ['--fast']])('refuses %s %s', (...args) => {
    expect(() => parseSourcingOptions(args)).toThrow()
  })

  it('makes up the same records every time', () => {
    expect(makeSourcing(100, 600)).toEqual(makeSourcing(100, 600))
  })
})

describe('bench ui', () => {
  it('takes several sizes, and is 100,000 incidents unless told', () => {
    expect(parseUiOptions([]).sizes).toEqual([100_000])
    expect(parseViewsOptions([]).sizes).toEqual([100_000])
    expect(parseUiOptions(['--n', '1000,20000', '--quick']).sizes).toEqual([1000, 20_000])
  })

  it.each([['--n', '50'], ['--n', 'many'], ['--fast']])('refuses %s %s', (...args) => {
    expect(() => parseUiOptions(args)).toThrow()
  })
})
