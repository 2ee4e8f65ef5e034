/**
 * The search over everything in the open log. The texts of the records go to a thread of their own as they come from
 * main, and what is saved follows, in slices between which the window takes keys. All of it ends with the log: nothing is
 * kept, least of all on the disk.
 */
import type { RowKind } from '../../shared/ipc/rows.ts'
import type { LogPatch } from '../../shared/ipc/views.ts'
import { createExternalValue } from '../externalValue.ts'
import type { ArrivedTexts, RecordsFollower } from '../recordsFeed.ts'
import { type DocumentPlace, FedDocuments } from './FedDocuments.ts'
import type { SearchReply, SearchRequest } from './searchMessages.ts'
import SearchWorker from './searchWorker.ts?worker'
import { UntoldChanges } from './UntoldChanges.ts'

export interface Found {
  readonly typed: string
  readonly total: number
  readonly places: readonly DocumentPlace[]
}

/** How far the index is; null while no log is open. It answers from the beginning, with what it has. */
export interface SearchProgress {
  readonly done: number
  readonly total: number
}

/** The window is not kept longer than this by one slice. */
const SLICE_MS = 6
/** Portions from main that the thread may have before it. More would fill the memory when it does not keep up. */
const MOST_AHEAD = 8

type FoundDocuments = Extract<SearchReply, { readonly kind: 'found' }>
interface Running {
  readonly worker: Worker
  readonly documents: FedDocuments
  readonly untold: UntoldChanges
  timer: ReturnType<typeof setTimeout> | undefined
  /** Told null when there will be no answer. */
  readonly answers: Map<number, (reply: FoundDocuments | null) => void>
  /** Portions from main that it has not read yet, and who waits for fewer. */
  ahead: number
  readonly held: (() => void)[]
  /** The thread answers no more: the log was locked, or the thread has failed. */
  isOver: boolean
}

const progress = createExternalValue<SearchProgress | null>(null)
export const useSearchProgress = progress.use

let running: Running | null = null
let turns = 0

/** Begins with a log that has been opened. */
function beginSearch(): void {
  endSearch()
  const documents = new FedDocuments()
  const begun: Running = {
    worker: new SearchWorker(),
    documents,
    untold: new UntoldChanges(documents),
    timer: undefined,
    answers: new Map(),
    ahead: 0,
    held: [],
    isOver: false,
  }
  begun.worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    if (data.kind === 'read') {
      begun.ahead -= 1
      begun.held.shift()?.()
      return
    }
    const answer = begun.answers.get(data.turn)
    begun.answers.delete(data.turn)
    answer?.(data)
  })
  // What it has read of the log may be a part from now on: better no answer than half of one.
  for (const failure of ['error', 'messageerror'])
    begun.worker.addEventListener(failure, () => {
      stop(begun)
      if (begun === running) progress.set(null)
    })
  running = begun
  progress.set({ done: 0, total: 1 })
}

/** Takes the texts of a portion of the log. Resolves when the thread may be given another. */
async function arriveInSearch({ texts, places, isOutdated, done, total }: ArrivedTexts): Promise<void> {
  const search = running
  if (search === null || search.isOver) return
  const gone: number[] = []
  for (const [kind, id] of places) {
    if (isOutdated(kind, id)) gone.push(search.documents.skip())
    else search.documents.add(kind, id)
  }
  tell(search, { kind: 'texts', texts, gone })
  search.ahead += 1
  // All is here only once it was told so.
  progress.set({ done: Math.min(done, total - 1), total })
  if (search.ahead > MOST_AHEAD) await new Promise<void>((resolve) => search.held.push(resolve))
}

/** All texts have been told. */
function finishSearch(): void {
  if (running === null || running.isOver) return
  tell(running, { kind: 'settle' })
  const { total } = progress.get() ?? { total: 0 }
  progress.set({ done: total, total })
}

/** Forgets everything: the log was locked. */
function endSearch(): void {
  if (running === null) return
  const ended = running
  // First: whoever waits for an answer may ask again.
  running = null
  progress.set(null)
  stop(ended)
}

/** Ends the thread, and lets go whoever waits for it. */
function stop(search: Running): void {
  search.isOver = true
  clearTimeout(search.timer)
  search.worker.terminate()
  for (const resolve of search.held.splice(0)) resolve()
  const open = [...search.answers.values()]
  search.answers.clear()
  for (const answer of open) answer(null)
}

/** Takes a change of the open log. */
function changeSearch(patch: LogPatch): void {
  if (running === null || running.isOver) return
  running.untold.change(patch)
  goOn(running)
}

/** How the search follows the open log. */
export const SEARCH_FOLLOWER: RecordsFollower = {
  begin: beginSearch,
  arrive: arriveInSearch,
  change: changeSearch,
  finish: finishSearch,
  end: endSearch,
}

/** The best answers to what was typed; null when there is no search, or none any more. */
export async function searchLog(typed: string, most: number): Promise<Found | null> {
  const reply = await ask((turn) => ({ kind: 'search', turn, typed, most }))
  if (reply === null) return null
  const [docs = []] = reply.found.lists
  return {
    typed,
    total: reply.found.total,
    places: [...docs].flatMap((doc) => reply.documents.placeOf(doc) ?? []),
  }
}

/**
 * Ids of the records of a kind, by the folded words that they hold, with all changes until now. Null when there is no
 * search, or none any more.
 */
export async function recordsWithWords(
  of: RowKind,
  words: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>> | null> {
  const reply = await ask((turn) => ({ kind: 'words', turn, of, words }))
  if (reply === null) return null
  const { found, documents } = reply
  return new Map(words.map((word, index) => [word, documents.idsOf(found.lists[index] ?? [])]))
}

interface Answer {
  readonly found: FoundDocuments
  readonly documents: FedDocuments
}

/** Asks behind the changes that are not told yet. */
function ask(question: (turn: number) => SearchRequest): Promise<Answer | null> {
  const asked = running
  if (asked === null || asked.isOver) return Promise.resolve(null)
  turns += 1
  const turn = turns
  return new Promise((resolve) => {
    asked.answers.set(turn, (found) => resolve(found === null ? null : { found, documents: asked.documents }))
    asked.untold.ask(question(turn))
    if (asked.timer === undefined && !tellSlice(asked)) goOn(asked)
  })
}

const tell = ({ worker }: Running, request: SearchRequest): void => worker.postMessage(request)

function goOn(search: Running): void {
  search.timer ??= setTimeout(() => {
    search.timer = undefined
    if (!search.isOver && !tellSlice(search)) goOn(search)
  })
}

/** Tells what fits into a slice; true when nothing waits. */
function tellSlice(search: Running): boolean {
  const end = performance.now() + SLICE_MS
  while (performance.now() < end) {
    const next = search.untold.next()
    if (next === null) return true
    tell(search, next)
  }
  return search.untold.isEmpty
}
