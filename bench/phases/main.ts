/**
 * One phase in a process of its own: the job is the only argument, the outcome the only output. Only the code of that
 * phase is loaded, since it counts as memory.
 */
import { loadEngine } from '../engines/registry.ts'
import { readData } from './dataFiles.ts'
import { type Job, jobSchema, type Outcome } from './job.ts'

async function run(job: Job): Promise<Outcome> {
  switch (job.phase) {
    case 'create':
      await (await loadEngine(job.engine, job.benchFolder)).create(job.file, readData(job.folder))
      return { samples: {}, checksum: null, remarks: [] }
    case 'open':
      return (await import('./openLog.ts')).measureOpening(job)
    case 'import':
      return (await import('./importRecords.ts')).measureImport(job)
    case 'save':
      return (await import('./saveRecords.ts')).measureSaves(job)
    case 'compact':
      return (await import('./compactLog.ts')).measureCompaction(job)
  }
}

const outcome = await run(jobSchema.parse(JSON.parse(process.argv[2] ?? 'null')))
process.stdout.write(JSON.stringify(outcome))
