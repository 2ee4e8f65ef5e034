/** How long until a log can be worked with, and what memory that takes. */
import { createHash } from 'node:crypto'
import { loadEngine } from '../engines/registry.ts'
import { createRandom, shuffle } from '../random.ts'
import { readIds } from './dataFiles.ts'
import type { JobOf, Outcome } from './job.ts'
import { peakMemoryBytes } from './peakMemory.ts'

const SCREEN_ROWS = 50
const SAMPLED_RECORDS = 1_000

/**
 * first-screen: open, and the 50 newest rows · all: open, and 1,000 records at random · and-parse-all: open, and every
 * record. The checksum covers what was read, so that engines that read something else are found out.
 */
export async function measureOpening({
  engine,
  file,
  goal,
  folder,
  benchFolder,
}: JobOf<'open'>): Promise<Outcome> {
  const opening = await loadEngine(engine, benchFolder)
  const sampled = goal === 'all' ? sampleIds(readIds(folder)) : []
  const read: string[] = []
  const start = performance.now()
  const log = await opening.open(file)
  if (goal === 'first-screen')
    for (const { id, title, when } of log.newest(SCREEN_ROWS)) read.push(id, title, when)
  for (const id of sampled) read.push(id, log.read(id).title)
  let characters = 0
  let count = 0
  if (goal === 'and-parse-all') {
    for (const { title, summary } of log.readAll()) {
      characters += title.length + summary.length
      count++
    }
  }
  const tookMs = performance.now() - start
  const memory = peakMemoryBytes()
  await log.close()
  const samples = { [`open-${goal}`]: [tookMs], [`peak-memory-open-${goal}`]: [memory] }
  const checksum = createHash('sha256')
    .update(JSON.stringify([read, characters, count]))
    .digest('hex')
  return { samples: { [engine]: samples }, checksum, remarks: [] }
}

function sampleIds(ids: string[]): string[] {
  shuffle(createRandom(7), ids)
  return ids.slice(0, SAMPLED_RECORDS)
}
