/**
 * Looks for records of one incident on a thread of its own. That begins when somebody asks: the incidents are read in
 * portions between which others get their turn, and every change of the log is told from then on.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type AppError, appError } from '../../core/appError.ts'
import type { SearchedIncident } from '../../core/duplicates/DuplicateSearch.ts'
import { searchedIncident } from '../../core/duplicates/searchedIncident.ts'
import type { Change } from '../../core/log.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { findWorker } from '../../vault/workerFile.ts'
import type { OpenLog } from '../openLog.ts'
import { storedRecord } from '../storedRecords.ts'
import type {
  DuplicateAnswers,
  DuplicateQuestion,
  DuplicateReply,
  DuplicateRequest,
} from './duplicateMessages.ts'

/** Main is not kept longer than this by one portion. */
const SLICE_MS = 12
/** Records looked at between two looks at the clock. */
const LOOK = 16

export type FinderStep = 'read' | 'compare'
export interface Finding {
  readonly signal: AbortSignal
  readonly tell: (step: FinderStep, done: number, total: number) => void
}

type Answer<D extends keyof DuplicateAnswers> = Promise<Result<DuplicateAnswers[D], AppError>>

/**
 * Each answers `log/not-open` when the log is closed meanwhile, `duplicates/stopped` when its signal says so, and
 * `duplicates/search-failed` when the thread ends by itself; whoever asks next has another one.
 */
export interface DuplicateFinder {
  suggest(record: SearchedIncident, limit: number): Answer<'suggest'>
  pairs(finding: Finding): Answer<'pairs'>
  amongNew(records: readonly SearchedIncident[], finding: Finding): Answer<'new'>
  /** Takes in a change of the log. */
  change(change: Change): void
  /** Ends the thread, and what it has of the log with it. */
  stop(): void
}

interface Waiting {
  readonly resolve: (result: Result<DuplicateAnswers[keyof DuplicateAnswers], AppError>) => void
  readonly tell: (done: number, total: number) => void
}

interface Running {
  readonly worker: Worker
  /** Resolves when it has ended, whatever was asked of it. */
  readonly ended: Promise<void>
  readonly tellEnded: () => void
  readonly waiting: Map<number, Waiting>
  readonly read: Promise<void>
  /** Told of how many of the records have been read. */
  readonly readers: Set<(done: number, total: number) => void>
}

const NOT_OPEN = appError('log/not-open')
const STOPPED = appError('duplicates/stopped')
const FAILED = appError('duplicates/search-failed')

const startThread = (): Worker =>
  new Worker(findWorker('duplicateWorker', '../main/duplicates/duplicateWorker.ts'), {
    env: {},
    argv: [],
    execArgv: [],
  })

/**
 * @param pause awaited between portions.
 * @param thread begins the one that compares.
 */
export function createDuplicateFinder(
  log: OpenLog,
  pause: () => Promise<unknown> = nextTurn,
  thread: () => Worker = startThread,
): DuplicateFinder {
  let running: Running | null = null
  let isOver = false
  let lastId = 0
  const isClosed = () => isOver || !log.isOpen

  const end = (over: Running, why: AppError) => {
    if (running === over) running = null
    over.tellEnded()
    for (const { resolve } of over.waiting.values()) resolve(err(why))
    over.waiting.clear()
    void over.worker.terminate()
  }

  const start = (): Running => {
    if (running !== null) return running
    const worker = thread()
    const waiting = new Map<number, Waiting>()
    const readers: Running['readers'] = new Set()
    const tellWorker = (message: DuplicateRequest) => worker.postMessage(message)
    const { promise: ended, resolve: tellEnded } = Promise.withResolvers<void>()
    let hasEnded = false
    void ended.then(() => {
      hasEnded = true
    })
    const read = readAll(
      tellWorker,
      (done, total) => {
        for (const reader of readers) reader(done, total)
      },
      () => hasEnded,
    )
    const started: Running = { worker, ended, tellEnded, waiting, readers, read }
    const fail = () => end(started, FAILED)
    // Whoever asks next has them read anew.
    read.catch(fail)
    worker.on('message', (reply: DuplicateReply) => {
      const asked = waiting.get(reply.id)
      if (reply.kind === 'progress') return asked?.tell(reply.done, reply.total)
      waiting.delete(reply.id)
      asked?.resolve(reply.answer === null ? err(FAILED) : ok(reply.answer))
    })
    worker.once('error', fail)
    worker.once('exit', fail)
    running = started
    return started
  }

  const readAll = async (
    tellWorker: (message: DuplicateRequest) => void,
    tell: (done: number, total: number) => void,
    isGone: () => boolean,
  ) => {
    const ids = [...log.session.ids('incidents')]
    let puts: [string, SearchedIncident][] = []
    await pause()
    let until = performance.now() + SLICE_MS
    for (const [index, id] of ids.entries()) {
      if (isClosed() || isGone()) return
      const incident = storedRecord(log, 'incidents', id)
      if (incident !== undefined) puts.push([id, searchedIncident(incident)])
      if (index % LOOK !== 0 || performance.now() < until) continue
      tellWorker({ kind: 'records', puts })
      tell(index, ids.length)
      puts = []
      await pause()
      until = performance.now() + SLICE_MS
    }
    tellWorker({ kind: 'records', puts })
  }

  const ask = async <D extends keyof DuplicateAnswers>(
    question: DuplicateQuestion & { readonly do: D },
    { signal, tell }: Partial<Finding> = {},
  ): Answer<D> => {
    const isStopped = () => signal?.aborted === true
    if (isClosed()) return err(NOT_OPEN)
    if (isStopped()) return err(STOPPED)
    const started = start()
    const { worker, waiting, read, readers, ended } = started
    const reader = (done: number, total: number) => tell?.('read', done, total)
    readers.add(reader)
    const aborted = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
    await Promise.race([read.catch(() => ended), aborted, ended])
    readers.delete(reader)
    if (isClosed()) return err(NOT_OPEN)
    if (isStopped()) return err(STOPPED)
    // It may have ended before anything was asked of it.
    if (running !== started) return err(FAILED)
    lastId += 1
    const id = lastId
    const answer = await new Promise<Result<DuplicateAnswers[keyof DuplicateAnswers], AppError>>(
      (resolve) => {
        waiting.set(id, { resolve, tell: (done, total) => tell?.('compare', done, total) })
        worker.postMessage({ kind: 'ask', id, question } satisfies DuplicateRequest)
        signal?.addEventListener('abort', () => {
          if (!waiting.delete(id)) return
          worker.postMessage({ kind: 'stop', id } satisfies DuplicateRequest)
          resolve(err(STOPPED))
        })
      },
    )
    // What comes back is told by the kind of question; the thread is ours.
    return answer as Result<DuplicateAnswers[D], AppError>
  }

  return {
    suggest: (record, limit) => ask({ do: 'suggest', record, limit }),
    pairs: (finding) => ask({ do: 'pairs' }, finding),
    amongNew: (records, finding) => ask({ do: 'new', records }, finding),
    change: (change) => {
      if (running === null) return
      const puts = change.flatMap((put): [string, SearchedIncident | null][] =>
        put.kind !== 'incidents' ? [] : [[put.id, put.record === null ? null : searchedIncident(put.record)]],
      )
      if (puts.length > 0) running.worker.postMessage({ kind: 'records', puts } satisfies DuplicateRequest)
    },
    stop: () => {
      isOver = true
      if (running !== null) end(running, NOT_OPEN)
    },
  }
}
