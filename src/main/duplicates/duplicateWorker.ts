/**
 * The thread that looks for duplicates: it keeps what it compares of each incident in memory, as main tells it. Long searches
 * are made in slices, so that a short question need not wait for them. It opens no file and ends when the log is closed.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { DuplicateSearch } from '../../core/duplicates/DuplicateSearch.ts'
import type {
  DuplicateAnswers,
  DuplicateQuestion,
  DuplicateReply,
  DuplicateRequest,
} from './duplicateMessages.ts'

const port = parentPort
if (port === null) throw new Error('to be run as a worker thread')

const SLICE_MS = 30
const BETWEEN_PROGRESS_MS = 100

const search = new DuplicateSearch()
const stopped = new Set<number>()
const reply = (message: DuplicateReply) => port.postMessage(message)

port.on('message', (request: DuplicateRequest) => {
  if (request.kind === 'records') for (const [id, record] of request.puts) search.put(id, record)
  else if (request.kind === 'stop') stopped.add(request.id)
  else void answer(request.id, request.question)
})

async function answer(id: number, question: DuplicateQuestion): Promise<void> {
  try {
    const found = await answerTo(id, question)
    if (!stopped.delete(id)) reply({ kind: 'answer', id, answer: found })
  } catch {
    reply({ kind: 'answer', id, answer: null })
  }
}

function answerTo(
  id: number,
  question: DuplicateQuestion,
): Promise<DuplicateAnswers[keyof DuplicateAnswers]> {
  switch (question.do) {
    case 'suggest':
      return Promise.resolve(search.suggest(question.record, question.limit))
    case 'pairs':
      return inSlices(id, search.pairs(), search.size, [])
    case 'new':
      return inSlices(id, search.amongNew(question.records), question.records.length, [])
  }
}

/** Goes through a search with pauses; gives `none` once it is stopped. */
async function inSlices<T>(id: number, steps: Generator<number, T>, total: number, none: T): Promise<T> {
  let end = performance.now() + SLICE_MS
  let toldAt = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    const now = performance.now()
    if (now < end) continue
    if (now - toldAt >= BETWEEN_PROGRESS_MS) {
      reply({ kind: 'progress', id, done: step.value, total })
      toldAt = now
    }
    await nextTurn()
    if (stopped.has(id)) return none
    end = performance.now() + SLICE_MS
  }
}
