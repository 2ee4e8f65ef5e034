/** Processes of their own for each phase: what one engine leaves in memory burdens no other. */
import { type ChildProcess, spawn } from 'node:child_process'
import { type Job, type Outcome, outcomeSchema } from './phases/job.ts'

const running = new Set<ChildProcess>()

/** Runs one job by the script that `bundlePhases` made. Rejects when its process fails; what that had to say is on stderr. */
export function runPhase(script: string, job: Job): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, JSON.stringify(job)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running.add(child)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      running.delete(child)
      if (code === 0) resolve(outcomeSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))))
      else reject(new Error(`phase ${job.phase} ended with ${signal ?? code}: ${JSON.stringify(job)}`))
    })
  })
}

/** Ends what is under way; for when the bench itself is ended. */
export function stopPhases(): void {
  for (const child of running) child.kill('SIGKILL')
}
