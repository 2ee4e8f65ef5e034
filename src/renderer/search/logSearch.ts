/**
 * The search over everything in the open log. The texts of the records go to a thread of their own as they come from
 * main, and what is saved follows, in slices between which the window takes keys. All of it ends with the log: nothing is
 * kept, least of all on the disk.
 */
import { recordTexts } from '../../core/search/recordTexts.ts'
import type { RecordTexts } from '../../core/search/toldTexts.ts'
import type { RowKind } from '../../shared/ipc/rows.ts'
import { EDITABLE_KINDS, type EditableKind, type LogPatch } from '../../shared/ipc/views.ts'
import { createExternalValue } from '../externalValue.ts'
import type { ArrivedTexts } from '../recordsFeed.ts'
import { type DocumentPlace, FedDocuments } from './FedDocuments.ts'
import type { SearchReply, SearchRequest } from './searchMessages.ts'
import SearchWorker from './searchWorker.ts?worker'

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
/** Records whose texts are told at once: the thread answers between two portions. */
const PORTION = 200
/** Portions from main that the thread may have before it. More would fill the memory when it does not keep up. */
const MOST_AHEAD = 8

type FoundDocuments = Extract<SearchReply, { readonly kind: 'found' }>
type Put = readonly [kind: EditableKind, id: string, record: object | null]
interface Running {
  readonly worker: Worker
  readonly documents: FedDocuments
  /** What is not told yet, in order. */
  readonly waiting: Iterator<Put>[]
  timer: ReturnType<typeof setTimeout> | undefined
  readonly answers: Map<number, (reply: FoundDocuments) => void>
  /** Portions from main that it has not read yet, and who waits for fewer. */
  ahead: number
  readonly held: (() => void)[]
}

const progress = createExternalValue<SearchProgress | null>(null)
export const useSearchProgress = progress.use

let running: Running | null = null
let turns = 0

/** Begins with a log that has been opened. */
export function beginSearch(): void {
  endSearch()
  const worker = new SearchWorker()
  const answers: Running['answers'] = new Map()
  const begun: Running = {
    worker,
    documents: new FedDocuments(),
    waiting: [],
    timer: undefined,
    answers,
    ahead: 0,
    held: [],
  }
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    if (data.kind === 'read') {
      begun.ahead -= 1
      begun.held.shift()?.()
      return
    }
    answers.get(data.turn)?.(data)
    answers.delete(data.turn)
  })
  running = begun
  progress.set({ done: 0, total: 1 })
}

/** Takes the texts of a portion of the log. Resolves when the thread may be given another. */
export async function arriveInSearch({
  texts,
  places,
  isOutdated,
  done,
  total,
}: ArrivedTexts): Promise<void> {
  const search = running
  if (search === null) return
  const gone: number[] = []
  for (const [kind, id] of places) {
    if (!isEditable(kind)) continue
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
export function finishSearch(): void {
  if (running === null) return
  tell(running, { kind: 'settle' })
  const { total } = progress.get() ?? { total: 0 }
  progress.set({ done: total, total })
}

/** Forgets everything: the log was locked. */
export function endSearch(): void {
  if (running === null) return
  clearTimeout(running.timer)
  running.worker.terminate()
  for (const resolve of running.held) resolve()
  for (const answer of running.answers.values()) answer({ kind: 'found', turn: 0, total: 0, lists: [] })
  running = null
  progress.set(null)
}

/** Takes a change of the open log. */
export function changeSearch(patch: LogPatch): void {
  if (running === null) return
  running.waiting.push(changesOf(patch))
  goOn(running)
}

/** The best answers to what was typed; null when the log was locked meanwhile. */
export function searchLog(typed: string, most: number): Promise<Found | null> {
  const asked = running
  if (asked === null) return Promise.resolve(null)
  turns += 1
  const turn = turns
  return new Promise((resolve) => {
    asked.answers.set(turn, ({ total, lists: [docs = []] }) => {
      if (running !== asked) return resolve(null)
      const places = [...docs].flatMap((doc) => asked.documents.placeOf(doc) ?? [])
      resolve({ typed, total, places })
    })
    tell(asked, { kind: 'search', turn, typed, most })
  })
}

/** Ids of the records of a kind, by the folded words that they hold. Null when no log is open. */
export function recordsWithWords(
  of: RowKind,
  words: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>> | null> {
  const asked = running
  if (asked === null) return Promise.resolve(null)
  turns += 1
  const turn = turns
  return new Promise((resolve) => {
    asked.answers.set(turn, ({ lists }) => {
      if (running !== asked) return resolve(null)
      resolve(new Map(words.map((word, index) => [word, asked.documents.idsOf(lists[index] ?? [])])))
    })
    tell(asked, { kind: 'words', turn, of, words })
  })
}

const tell = ({ worker }: Running, request: SearchRequest): void => worker.postMessage(request)

const isEditable = (kind: string): kind is EditableKind => EDITABLE_KINDS.some((each) => each === kind)

function* changesOf(patch: LogPatch): Generator<Put> {
  for (const kind of EDITABLE_KINDS)
    for (const [id, record] of Object.entries(patch[kind] ?? {})) yield [kind, id, record]
}

function goOn(search: Running): void {
  search.timer ??= setTimeout(() => {
    search.timer = undefined
    if (search !== running) return
    if (!tellSlice(search)) goOn(search)
  })
}

/** Tells what fits into a slice; true when nothing waits. */
function tellSlice(search: Running): boolean {
  const end = performance.now() + SLICE_MS
  while (performance.now() < end) {
    const gone: number[] = []
    const added: RecordTexts[] = []
    while (added.length + gone.length < PORTION) {
      const put = nextPut(search.waiting)
      if (put === null) break
      const [kind, id, record] = put
      const before = search.documents.take(kind, id)
      if (before !== null) gone.push(before)
      if (record === null) continue
      search.documents.add(kind, id)
      added.push(recordTexts(kind, record))
    }
    if (added.length + gone.length > 0) tell(search, { kind: 'change', gone, added })
    if (search.waiting.length === 0) return true
  }
  return false
}

function nextPut(waiting: Iterator<Put>[]): Put | null {
  for (;;) {
    const [first] = waiting
    if (first === undefined) return null
    const next = first.next()
    if (next.done !== true) return next.value
    waiting.shift()
  }
}
