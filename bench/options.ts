/** The command line of the vault bench. */
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ENGINES, type EngineName } from './engines/registry.ts'

export const METRICS = [
  'save',
  'burst-100',
  'together-100',
  'open-first-screen',
  'open-all',
  'open-and-parse-all',
  'import-10k',
  'save-while-compacting',
  'file-bytes',
  'peak-memory',
] as const
export type Metric = (typeof METRICS)[number]

export interface BenchOptions {
  readonly sizes: readonly number[]
  readonly engines: readonly EngineName[]
  readonly metrics: readonly Metric[]
  /** Where the temporary folder is made; it takes about fifteen times the size of the JSON. */
  readonly dir: string
  readonly json: boolean
  /** Few samples: to see that it runs, not how fast. */
  readonly quick: boolean
}

export const USAGE = `npm run bench -- vault [--n 1000,10000,100000] [--engines a,b] [--metrics a,b] [--dir folder] [--quick] [--json]
npm run bench -- install    compiles the rivals (SQLite, SQLCipher) for this Node
engines: ${ENGINES.join(' ')}
metrics: ${METRICS.join(' ')}`

/** Reads the words behind `vault`; throws an Error whose message is for people. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: 'string', default: '1000,10000,100000' },
      engines: { type: 'string', default: ENGINES.join() },
      metrics: { type: 'string', default: METRICS.join() },
      dir: { type: 'string', default: os.tmpdir() },
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
    },
  })
  const sizes = values.n.split(',').map(Number)
  if (!sizes.every((n) => Number.isInteger(n) && n >= 100))
    throw new Error('--n takes whole numbers from 100')
  return {
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    engines: choose('--engines', values.engines, ENGINES),
    metrics: choose('--metrics', values.metrics, METRICS),
    dir: path.resolve(values.dir),
    json: values.json,
    quick: values.quick,
  }
}

/** The group that a measured metric belongs to, by its name: `peak-memory-import` is one of `peak-memory`. */
export function metricOf(name: string): Metric | undefined {
  const groups = METRICS.filter((metric) => name === metric || name.startsWith(`${metric}-`))
  return groups.sort((a, b) => b.length - a.length)[0]
}

function choose<T extends string>(option: string, text: string, known: readonly T[]): readonly T[] {
  const names = text.split(',')
  const unknown = names.find((name) => !known.some((each) => each === name))
  if (unknown !== undefined)
    throw new Error(`${option}: there is no ${unknown}; known are ${known.join(', ')}`)
  return known.filter((each) => names.includes(each))
}
