/**
 * What the thread of search is still to be told, in order: changes, in portions, and behind them what is asked after
 * they were made. A question that overtook a change would be answered as if it had not been made.
 */
import { recordTexts } from '../../core/search/recordTexts.ts'
import type { RecordTexts } from '../../core/search/toldTexts.ts'
import { EDITABLE_KINDS, type EditableKind, type LogPatch } from '../../shared/ipc/views.ts'
import type { FedDocuments } from './FedDocuments.ts'
import type { SearchRequest } from './searchMessages.ts'

/** Records whose texts are told at once: the thread answers between two portions. */
const PORTION = 200

type Put = readonly [kind: EditableKind, id: string, record: object | null]
type Waiting =
  | { readonly kind: 'puts'; readonly puts: Iterator<Put> }
  | { readonly kind: 'question'; readonly question: SearchRequest }

export class UntoldChanges {
  readonly #documents: FedDocuments
  readonly #waiting: Waiting[] = []

  /** @param documents is kept up with what is told. */
  constructor(documents: FedDocuments) {
    this.#documents = documents
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  change(patch: LogPatch): void {
    this.#waiting.push({ kind: 'puts', puts: changesOf(patch) })
  }

  ask(question: SearchRequest): void {
    this.#waiting.push({ kind: 'question', question })
  }

  /** What is to be told next, which counts as told; null when nothing waits. */
  next(): SearchRequest | null {
    const gone: number[] = []
    const added: RecordTexts[] = []
    while (added.length + gone.length < PORTION) {
      const put = this.#nextPut()
      if (put === null) break
      const [kind, id, record] = put
      const before = this.#documents.take(kind, id)
      if (before !== null) gone.push(before)
      if (record === null) continue
      this.#documents.add(kind, id)
      added.push(recordTexts(kind, record))
    }
    if (added.length + gone.length > 0) return { kind: 'change', gone, added }
    const [first] = this.#waiting
    if (first?.kind !== 'question') return null
    this.#waiting.shift()
    return first.question
  }

  /** Null when nothing waits before the next question. */
  #nextPut(): Put | null {
    for (;;) {
      const [first] = this.#waiting
      if (first?.kind !== 'puts') return null
      const next = first.puts.next()
      if (next.done !== true) return next.value
      this.#waiting.shift()
    }
  }
}

function* changesOf(patch: LogPatch): Generator<Put> {
  for (const kind of EDITABLE_KINDS)
    for (const [id, record] of Object.entries(patch[kind] ?? {})) yield [kind, id, record]
}
