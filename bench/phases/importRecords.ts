/** How long 10,000 new incidents take, durable in one step, in a log that is open already. */
import { loadEngine } from '../engines/registry.ts'
import { readImport } from './dataFiles.ts'
import type { JobOf, Outcome } from './job.ts'
import { peakMemoryBytes } from './peakMemory.ts'

export async function measureImport({
  engine,
  file,
  folder,
  benchFolder,
}: JobOf<'import'>): Promise<Outcome> {
  const log = await (await loadEngine(engine, benchFolder)).open(file)
  const incidents = readImport(folder)
  const start = performance.now()
  await log.import(incidents)
  const tookMs = performance.now() - start
  const memory = peakMemoryBytes()
  await log.close()
  const samples = { 'import-10k': [tookMs], 'peak-memory-import': [memory] }
  return { samples: { [engine]: samples }, checksum: null, remarks: [] }
}
