/** The vault bench at one size, step by step. Each measurement runs in a process of its own. */
import fs from 'node:fs'
import path from 'node:path'
import type { EngineName, LogEngineName } from './engines/registry.ts'
import { generateData } from './generateData.ts'
import type { BenchOptions, Metric } from './options.ts'
import { type Job, OPEN_GOALS, type Outcome } from './phases/job.ts'
import { createRandom, shuffle } from './random.ts'

/** Engines whose save costs the whole log; they cannot take turns with the others, and are asked less often. */
const WHOLE_FILE: readonly EngineName[] = ['lowdb-json', 'whole-file-encrypted']
const LARGE = 100_000

/** What is known while one size is measured. */
export interface Course {
  readonly n: number
  readonly options: BenchOptions
  readonly folder: string
  readonly engines: readonly EngineName[]
  /** Those that hold records, in the order in which they are asked. */
  readonly logs: readonly LogEngineName[]
  readonly tell: (line: string) => void
  readonly add: (outcome: Outcome) => void
  /** Runs one phase in a process of its own. */
  readonly run: (job: Job) => Promise<Outcome>
  /** What all jobs of this size have in common. */
  readonly shared: Pick<Job, 'n' | 'folder' | 'benchFolder'>
}

/** What is done at each size, in this order. */
export const STEPS: readonly (readonly [string, (course: Course) => Promise<void>])[] = [
  ['making up incidents', generate],
  ['writing them with each engine', create],
  ['opening', openLogs],
  ['importing', importRecords],
  ['saving', save],
  ['saving with engines that rewrite the file', saveWholeFiles],
  ['compacting', compact],
]

async function generate({ n, folder, tell }: Course): Promise<void> {
  tell(await generateData(n, folder))
}

async function create({ folder, logs, run, shared, add }: Course): Promise<void> {
  for (const engine of logs) {
    const file = fileOf(folder, engine)
    await run({ phase: 'create', engine, file, ...shared })
    add(outcomeOf(engine, { 'file-bytes': [fs.statSync(file).size] }))
  }
}

/** Each opening in a process of its own, in random order; all must have read the same. */
async function openLogs(course: Course): Promise<void> {
  const { n, folder, logs, run, shared, add } = course
  const rounds = course.options.quick ? 1 : n >= LARGE ? 3 : 5
  const goals = OPEN_GOALS.filter((goal) => wants(course, `open-${goal}`) || wants(course, 'peak-memory'))
  const random = createRandom(n)
  for (const goal of goals) {
    const checksums = new Set<string | null>()
    for (let round = 0; round < rounds; round++) {
      const turn = [...logs]
      shuffle(random, turn)
      for (const engine of turn) {
        const file = fileOf(folder, engine)
        warmCache(file)
        const outcome = await run({ phase: 'open', engine, file, goal, ...shared })
        checksums.add(outcome.checksum)
        add(outcome)
      }
    }
    if (checksums.size > 1) throw new Error(`open-${goal}: the engines did not read the same`)
  }
}

async function importRecords(course: Course): Promise<void> {
  if (!wants(course, 'import-10k') && !wants(course, 'peak-memory')) return
  const { run, shared, add } = course
  const engines = course.logs.filter((engine) => engine !== 'json-parse')
  for (let round = 0; round < (course.options.quick ? 1 : 3); round++) {
    for (const engine of engines) {
      add(await onCopy(course, engine, (file) => run({ phase: 'import', engine, file, ...shared })))
    }
  }
}

async function save(course: Course): Promise<void> {
  const engines = course.engines.filter((name) => !WHOLE_FILE.includes(name) && name !== 'json-parse')
  const { quick } = course.options
  await saveInTurns(course, engines, {
    saves: quick ? 20 : 300,
    rounds: quick ? 1 : 5,
    burst: 100,
    together: 100,
  })
}

async function saveWholeFiles(course: Course): Promise<void> {
  const { n, options } = course
  const few = options.quick || n >= LARGE
  for (const engine of course.engines.filter((name) => WHOLE_FILE.includes(name))) {
    // lowdb makes the text of the whole log anew for every write, also for those it then leaves out.
    const together = engine === 'lowdb-json' && n >= LARGE ? 10 : 100
    const counts = few
      ? { saves: 3, rounds: 1, burst: 3, together }
      : { saves: n > 1_000 ? 12 : 50, rounds: n > 1_000 ? 1 : 3, burst: n > 1_000 ? 10 : 100, together }
    await saveInTurns(course, [engine], counts)
  }
}

async function saveInTurns(
  course: Course,
  engines: readonly EngineName[],
  counts: {
    readonly saves: number
    readonly rounds: number
    readonly burst: number
    readonly together: number
  },
): Promise<void> {
  const metrics = (['save', 'burst-100', 'together-100'] as const).filter((metric) => wants(course, metric))
  if (metrics.length === 0 || engines.length === 0) return
  const { run, shared, tell, add } = course
  const files = Object.fromEntries(engines.map((engine) => [engine, copyOf(course, engine)]))
  const outcome = await run({ phase: 'save', files, metrics, ...counts, ...shared })
  for (const remark of outcome.remarks) tell(remark)
  add(outcome)
  for (const file of Object.values(files)) removeWithSiblings(file)
}

async function compact(course: Course): Promise<void> {
  const { n, logs, options, run, shared, add } = course
  if (!wants(course, 'save-while-compacting') || !logs.includes('daybook')) return
  const rounds = options.quick ? 1 : n >= LARGE ? 2 : 10
  const engine = 'daybook'
  add(await onCopy(course, engine, (file) => run({ phase: 'compact', engine, file, rounds, ...shared })))
}

const wants = ({ options }: Course, metric: Metric): boolean => options.metrics.includes(metric)
const fileOf = (folder: string, engine: EngineName): string => path.join(folder, `${engine}.log`)
const outcomeOf = (engine: string, byMetric: Outcome['samples'][string]): Outcome => ({
  samples: { [engine]: byMetric },
  checksum: null,
  remarks: [],
})

async function onCopy(
  course: Course,
  engine: EngineName,
  run: (file: string) => Promise<Outcome>,
): Promise<Outcome> {
  const file = copyOf(course, engine)
  try {
    return await run(file)
  } finally {
    removeWithSiblings(file)
  }
}

/** A copy to be changed, on the disk before anything is timed; for the bare append only its name. */
function copyOf({ folder }: Course, engine: EngineName): string {
  const copy = path.join(folder, `${engine}.copy`)
  if (engine === 'append') return copy
  fs.copyFileSync(fileOf(folder, engine), copy)
  const fd = fs.openSync(copy, 'r+')
  fs.fsyncSync(fd)
  fs.closeSync(fd)
  return copy
}

/** Also what the engine left beside it: write-ahead logs, previous files. */
function removeWithSiblings(file: string): void {
  const folder = path.dirname(file)
  for (const name of fs.readdirSync(folder)) {
    if (name.startsWith(path.basename(file)))
      fs.rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

/** Reads the file once, so that no engine is measured on a cold disk and another on a warm one. */
function warmCache(file: string): void {
  const fd = fs.openSync(file, 'r')
  const piece = Buffer.alloc(1024 * 1024)
  while (fs.readSync(fd, piece) > 0);
  fs.closeSync(fd)
}
