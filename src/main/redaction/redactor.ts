/** Redacts briefs on a thread of its own, which has a copy of the open log from the first brief until the log is closed. */
import { Worker } from 'node:worker_threads'
import { type AppError, appError } from '../../core/appError.ts'
import { err, type Result } from '../../core/result.ts'
import { findWorker } from '../../vault/workerFile.ts'
import type { OpenLog } from '../openLog.ts'
import { createLogMirror, type LogMirror } from './logMirror.ts'
import type { ForPages, RedactionJob, RedactorReply, Reviewed, Settled } from './redactMessages.ts'

type Asked = Omit<RedactionJob, 'what'>
type Job<D extends RedactionJob['what']['do']> = Asked & {
  readonly what: Extract<RedactionJob['what'], { readonly do: D }>
}

export interface Redactor {
  review(log: OpenLog, job: Job<'review'>): Promise<Result<Reviewed, AppError>>
  settle(log: OpenLog, job: Job<'settle'>): Promise<Result<Settled, AppError>>
  /** `isWanted` is asked once more before the work begins; `brief/cancelled` when it is not. */
  pages(log: OpenLog, job: Job<'pages'>, isWanted: () => boolean): Promise<Result<ForPages, AppError>>
  /** Ends the thread, and its copy of the log with it. What is under way answers `log/not-open`. */
  stop(): void
}

interface Running {
  readonly worker: Worker
  readonly mirror: LogMirror
  readonly log: OpenLog
  readonly waiting: Map<number, Waiting>
}
interface Waiting {
  readonly resolve: (result: RedactorReply['result']) => void
  readonly reject: (error: Error) => void
}

export function createRedactor(): Redactor {
  let running: Running | null = null
  let lastId = 0
  /** Jobs are told one after another: each on the log as it is by then. */
  let turn: Promise<unknown> = Promise.resolve()

  const stop = () => {
    const stopped = running
    running = null
    if (stopped === null) return
    for (const { resolve } of stopped.waiting.values()) resolve(err(appError('log/not-open')))
    void stopped.worker.terminate()
  }

  const start = (log: OpenLog): Running => {
    if (running?.log === log) return running
    stop()
    const worker = new Worker(findWorker('redactWorker', '../main/redaction/redactWorker.ts'), {
      env: {},
      argv: [],
      execArgv: [],
    })
    const waiting = new Map<number, Waiting>()
    const started = {
      worker,
      log,
      waiting,
      mirror: createLogMirror((message) => worker.postMessage(message)),
    }
    worker.on('message', ({ id, result }: RedactorReply) => {
      waiting.get(id)?.resolve(result)
      waiting.delete(id)
    })
    worker.once('error', (error) => {
      if (running === started) running = null
      for (const { reject } of waiting.values()) reject(error)
    })
    running = started
    return started
  }

  const ask = async (
    log: OpenLog,
    job: RedactionJob,
    isWanted: () => boolean,
  ): Promise<Result<Reviewed | Settled | ForPages, AppError>> => {
    if (!isWanted()) return err(appError('brief/cancelled'))
    const { worker, mirror, waiting } = start(log)
    await mirror.sync(log)
    if (running?.worker !== worker) return err(appError('log/not-open'))
    if (!isWanted()) return err(appError('brief/cancelled'))
    lastId += 1
    const id = lastId
    const result = await new Promise<RedactorReply['result']>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ kind: 'job', id, job })
    })
    if (result === null) throw new Error('brief/redaction-failed')
    return result
  }
  const inTurn = <T>(log: OpenLog, job: RedactionJob, isWanted = () => true): Promise<T> => {
    const done = turn.then(() => ask(log, job, isWanted))
    turn = done.catch(() => undefined)
    // What comes back is told by the kind of job; the thread is ours.
    return done as Promise<T>
  }

  return {
    review: (log, job) => inTurn(log, job),
    settle: (log, job) => inTurn(log, job),
    pages: (log, job, isWanted) => inTurn(log, job, isWanted),
    stop,
  }
}
