/**
 * The search over everything in the open log. The records go to a thread of their own in slices, between which the window
 * takes keys; what is saved follows. All of it ends with the log: nothing is kept, least of all on the disk.
 */
import type { AnyRecord } from '../../core/records.ts'
import { type RecordText, recordText } from '../../core/search/recordText.ts'
import { EDITABLE_KINDS, type EditableKind, type LogPatch, type LogView } from '../../shared/ipc/views.ts'
import { rowsOf } from '../collectionRows.ts'
import { createExternalValue } from '../externalValue.ts'
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

type Put = readonly [kind: EditableKind, id: string, record: object | null]
interface Running {
  readonly worker: Worker
  readonly documents: FedDocuments
  /** What is not told yet, in order. */
  readonly waiting: Iterator<Put>[]
  timer: ReturnType<typeof setTimeout> | undefined
  readonly answers: Map<number, (reply: SearchReply) => void>
}

const progress = createExternalValue<SearchProgress | null>(null)
export const useSearchProgress = progress.use

let running: Running | null = null
let turns = 0

/** Begins to read the records of a log that has been opened. */
export function beginSearch(records: LogView): void {
  endSearch()
  const worker = new SearchWorker()
  const answers: Running['answers'] = new Map()
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    answers.get(data.turn)?.(data)
    answers.delete(data.turn)
  })
  running = { worker, documents: new FedDocuments(), waiting: [allOf(records)], timer: undefined, answers }
  const total = EDITABLE_KINDS.reduce((sum, kind) => sum + rowsOf<object>(records[kind]).length, 0)
  progress.set({ done: 0, total })
  goOn(running)
}

/** Forgets everything: the log was locked. */
export function endSearch(): void {
  if (running === null) return
  clearTimeout(running.timer)
  running.worker.terminate()
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
    asked.answers.set(turn, ({ total, docs }) => {
      if (running !== asked) return resolve(null)
      const places = [...docs].flatMap((doc) => asked.documents.placeOf(doc) ?? [])
      resolve({ typed, total, places })
    })
    tell(asked, { kind: 'search', turn, typed, most })
  })
}

const tell = ({ worker }: Running, request: SearchRequest): void => worker.postMessage(request)

function* allOf(records: LogView): Generator<Put> {
  for (const kind of EDITABLE_KINDS)
    for (const record of rowsOf<{ readonly id: string }>(records[kind])) yield [kind, record.id, record]
}

function* changesOf(patch: LogPatch): Generator<Put> {
  for (const kind of EDITABLE_KINDS)
    for (const [id, record] of Object.entries(patch[kind] ?? {})) yield [kind, id, record]
}

function goOn(search: Running): void {
  search.timer ??= setTimeout(() => {
    search.timer = undefined
    if (search !== running) return
    const isAll = tellSlice(search)
    if (isAll) {
      tell(search, { kind: 'settle' })
      const { total } = progress.get() ?? { total: 0 }
      progress.set({ done: total, total })
    } else goOn(search)
  })
}

/** Tells what fits into a slice; true when nothing waits. */
function tellSlice(search: Running): boolean {
  const end = performance.now() + SLICE_MS
  let told = 0
  while (performance.now() < end) {
    const gone: number[] = []
    const added: RecordText[] = []
    while (added.length + gone.length < PORTION) {
      const put = nextPut(search.waiting)
      if (put === null) break
      told += 1
      const [kind, id, record] = put
      const before = search.documents.take(kind, id)
      if (before !== null) gone.push(before)
      if (record === null) continue
      search.documents.add(kind, id)
      added.push(recordText(kind, record as AnyRecord))
    }
    if (added.length + gone.length > 0) tell(search, { kind: 'change', gone, added })
    if (search.waiting.length === 0) return true
  }
  const { done, total } = progress.get() ?? { done: 0, total: 0 }
  progress.set({ done: Math.min(total, done + told), total })
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
