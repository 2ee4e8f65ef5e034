/** What a save costs while the file is being rewritten, and whether the thread that asked for it ever stands still. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { loadEngine } from '../engines/registry.ts'
import { createRandom, pick } from '../random.ts'
import { quantile } from '../statistics.ts'
import { readIds } from './dataFiles.ts'
import type { JobOf, Outcome } from './job.ts'

/** Journal to be worked in, before the first compaction. */
const SAVES_BEFORE = 200
/** Between two saves: the user of a log is no machine. */
const PAUSE_MS = 2

export async function measureCompaction({
  engine,
  file,
  folder,
  benchFolder,
  rounds,
}: JobOf<'compact'>): Promise<Outcome> {
  const log = await (await loadEngine(engine, benchFolder)).open(file)
  if (log.compact === undefined) throw new Error(`${engine} does not compact`)
  const ids = readIds(folder)
  const random = createRandom(23)
  const save = async (title: string): Promise<number> => {
    const start = performance.now()
    await log.save({ id: pick(random, ids), title, updatedAt: '2026-02-03T09:00:00Z' })
    return performance.now() - start
  }
  const saveTimes: number[] = []
  const compactionTimes: number[] = []
  const pauses: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (let done = 0; done < SAVES_BEFORE; done++) await save(`before ${round} ${done}`)
    const delays = monitorEventLoopDelay({ resolution: 1 })
    delays.enable()
    const start = performance.now()
    let running = true
    const compaction = log.compact().finally(() => {
      running = false
    })
    while (running) {
      saveTimes.push(await save(`meanwhile ${round} ${saveTimes.length}`))
      await wait(PAUSE_MS)
    }
    await compaction
    compactionTimes.push(performance.now() - start)
    delays.disable()
    pauses.push(delays.max / 1e6)
  }
  await log.close()
  const samples = {
    'save-while-compacting': saveTimes,
    'save-while-compacting-p99': [quantile(saveTimes, 0.99)],
    'save-while-compacting-pause': pauses,
    'save-while-compacting-whole': compactionTimes,
  }
  return { samples: { [engine]: samples }, checksum: null, remarks: [] }
}
