/** A process of the brief bench, as whoever measures sees it: asked for one piece of work after the other. */
import { type ChildProcess, fork } from 'node:child_process'
import { type BriefJob, type BriefReply, type BriefWork, briefReplySchema } from './phases/briefJob.ts'
import { TreeMemory } from './treeMemory.ts'

export type BriefDone = Extract<BriefReply, { kind: 'done' }>

/** As `npm run daybook` starts Node. */
const FLAGS = ['--max-semi-space-size=4']

export class BriefProcess {
  readonly #child: ChildProcess
  readonly #memory: TreeMemory
  #waiting: PromiseWithResolvers<BriefReply> | null = null

  private constructor(script: string, job: BriefJob) {
    this.#child = fork(script, [JSON.stringify(job)], {
      execArgv: FLAGS,
      // The report alone goes to the output.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#memory = new TreeMemory(this.#child.pid ?? 0)
    this.#child.on('message', (untrusted) => this.#waiting?.resolve(briefReplySchema.parse(untrusted)))
    this.#child.once('exit', (code, signal) =>
      this.#waiting?.reject(new Error(`a process of the bench ended with ${signal ?? code}`)),
    )
  }

  /** A process that is ready to begin: what it loads first is not measured. */
  static async start(script: string, job: BriefJob): Promise<BriefProcess> {
    const started = new BriefProcess(script, job)
    await started.#reply()
    return started
  }

  async run(what: BriefWork): Promise<BriefDone> {
    const next = this.#reply()
    this.#child.send(what)
    const reply = await next
    if (reply.kind !== 'done') throw new Error('a process of the bench is ready twice')
    return reply
  }

  /** Bytes: the most that it and what it started held so far. */
  get peakMemory(): number {
    return this.#memory.peak
  }

  end(): void {
    this.#waiting = null
    this.#memory.end()
    this.#child.kill()
  }

  #reply(): Promise<BriefReply> {
    this.#waiting = Promise.withResolvers()
    return this.#waiting.promise
  }
}
