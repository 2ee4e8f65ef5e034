/**
 * What a durable save of one edited incident costs: alone, a hundred in a row, a hundred issued together.
 *
 * The engines take turns in one process, in random order each time, so that whatever else the machine does falls on
 * all of them alike; only then do ratios mean something.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { openAppendedFile } from '../engines/append.ts'
import type { Edit, OpenLog } from '../engines/Engine.ts'
import { type EngineName, LOG_ENGINES, loadEngine } from '../engines/registry.ts'
import { createRandom, pick, type Random, shuffle } from '../random.ts'
import { readIds } from './dataFiles.ts'
import type { JobOf, Outcome } from './job.ts'

const WARM_UP_SAVES = 20
/** What a save weighs when Daybook is not there to tell. */
const ASSUMED_SAVE_BYTES = 2_304
const FULL_BURST = 100

/** The same three questions for a log and for a bare file. */
interface Contestant {
  readonly engine: EngineName
  readonly log: OpenLog | null
  save(edit: Edit): Promise<void>
  saveTogether(edits: readonly Edit[]): Promise<void>
  close(): Promise<void>
}

export async function measureSaves(job: JobOf<'save'>): Promise<Outcome> {
  const random = createRandom(17)
  const ids = readIds(job.folder)
  const logs: Contestant[] = []
  for (const { engine, file } of logFiles(job)) {
    const log = await (await loadEngine(engine, job.benchFolder)).open(file)
    logs.push({
      engine,
      log,
      save: (edit) => log.save(edit),
      saveTogether: (edits) => log.saveTogether(edits),
      close: () => log.close(),
    })
  }
  const warmUps = Math.min(WARM_UP_SAVES, job.saves)
  for (const { save } of logs) {
    for (const edit of makeEdits(random, ids, warmUps)) await save(edit)
  }
  const written = logs.flatMap(({ log }) => log?.written?.() ?? [])[0]
  const saveBytes = written === undefined ? ASSUMED_SAVE_BYTES : Math.round(written.bytes / warmUps)
  const contestants = [...logs, ...bareAppends(job, saveBytes)]
  const samples: Outcome['samples'] = {}
  const note = (engine: string, metric: string, value: number): void => {
    samples[engine] ??= {}
    const values = samples[engine]
    values[metric] = [...(values[metric] ?? []), value]
  }
  await measureTurns(job, contestants, random, ids, note)
  for (const { close } of contestants) await close()
  const weighed = written === undefined ? 'is taken to add' : 'adds'
  const remarks = job.files.append === undefined ? [] : [`a save ${weighed} ${saveBytes} bytes to the file`]
  return { samples, checksum: null, remarks }
}

async function measureTurns(
  job: JobOf<'save'>,
  contestants: Contestant[],
  random: Random,
  ids: readonly string[],
  note: (engine: string, metric: string, value: number) => void,
): Promise<void> {
  const { metrics, saves, rounds, burst, together } = job
  for (let turn = 0; metrics.includes('save') && turn < saves; turn++) {
    const [edit] = makeEdits(random, ids, 1)
    if (edit === undefined) break
    shuffle(random, contestants)
    for (const { engine, log, save } of contestants) {
      // Whoever edits an incident has it on the screen: it was read before. Nobody holds it for the engine meanwhile.
      const shownId = log?.read(edit.id).id
      // It comes in a turn of its own, as what somebody does in a window.
      await nextTurn()
      note(engine, 'save', await timed(() => save(edit)))
      if (shownId !== undefined && shownId !== edit.id) throw new Error(`${engine} read another incident`)
    }
  }
  for (let round = 0; round < rounds; round++) {
    shuffle(random, contestants)
    const inARow = makeEdits(random, ids, burst)
    const atOnce = makeEdits(random, ids, together)
    for (const { engine, log, save, saveTogether } of contestants) {
      if (metrics.includes('burst-100')) {
        const tookMs = await timed(async () => {
          for (const edit of inARow) await save(edit)
        })
        note(engine, 'burst-100', (tookMs * FULL_BURST) / burst)
      }
      if (metrics.includes('together-100')) {
        const before = log?.written?.().syncs ?? null
        const tookMs = await timed(() => saveTogether(atOnce))
        note(engine, 'together-100', (tookMs * FULL_BURST) / together)
        const after = log?.written?.().syncs ?? null
        if (before !== null && after !== null) note(engine, 'together-100-fsyncs', after - before)
      }
    }
  }
}

function logFiles({ files }: JobOf<'save'>) {
  return LOG_ENGINES.flatMap((engine) => {
    const file = files[engine]
    return file === undefined ? [] : [{ engine, file }]
  })
}

function bareAppends({ files }: JobOf<'save'>, saveBytes: number): Contestant[] {
  if (files.append === undefined) return []
  const appended = openAppendedFile(files.append)
  const save = async () => appended.append(saveBytes, 1)
  const saveTogether = async (edits: readonly Edit[]) => appended.append(saveBytes, edits.length)
  const close = async () => appended.close()
  return [{ engine: 'append', log: null, save, saveTogether, close }]
}

function makeEdits(random: Random, ids: readonly string[], count: number): Edit[] {
  return Array.from({ length: count }, () => {
    const updatedAt = new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 1e10)).toISOString()
    return { id: pick(random, ids), title: `Edited · исправлено · عُدّل ${updatedAt}`, updatedAt }
  })
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
