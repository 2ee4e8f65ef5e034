/**
 * Whole records of the kinds that the window holds as rows. One is asked for when something shows it, together with the
 * others of the same moment, and kept for as long as its row is: a change of the log brings another row, and with it
 * the record that was changed.
 */
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../core/appError.ts'
import type { Incident } from '../core/incident.ts'
import type { SourceItem } from '../core/sourceItem.ts'
import { isRowKind, type RowKind } from '../shared/ipc/rows.ts'
import type { LogView, ViewKind } from '../shared/ipc/views.ts'
import { daybook } from './bridge.ts'
import { answerOf } from './errorText.ts'

interface HasId {
  readonly id: string
}

/** By row, so that nothing of a log that was locked is held on to. */
const wholeByRow = new WeakMap<object, HasId>()

/** Notes what a row was made from. */
export function noteWhole(row: object, whole: HasId): void {
  if (row !== whole) wholeByRow.set(row, whole)
}

/** More than this in one question are asked for in several. */
const MOST_ASKED = 100

type Answer = HasId | AppError | null
interface Asked {
  readonly id: string
  readonly resolve: (answer: Answer) => void
}
let asked = new Map<RowKind, Asked[]>()

function askWhole(kind: RowKind, id: string): Promise<Answer> {
  return new Promise((resolve) => {
    if (asked.size === 0) queueMicrotask(sendAsked)
    const ofKind = asked.get(kind) ?? []
    asked.set(kind, ofKind)
    ofKind.push({ id, resolve })
  })
}

function sendAsked(): void {
  const sent = asked
  asked = new Map()
  for (const [kind, all] of sent)
    for (let from = 0; from < all.length; from += MOST_ASKED)
      void send(kind, all.slice(from, from + MOST_ASKED))
}

async function send(kind: RowKind, all: readonly Asked[]): Promise<void> {
  const ids = [...new Set(all.map(({ id }) => id))]
  const reply = await answerOf(daybook().recordsWhole({ kind, ids }))
  const records = reply.ok
    ? new Map<string, HasId>(reply.value.records.map((record) => [record.id, record]))
    : null
  for (const { id, resolve } of all) resolve(reply.ok ? (records?.get(id) ?? null) : reply.error)
}

interface WholeByKind extends Omit<LogView, RowKind> {
  readonly incidents: Readonly<Record<string, Incident>>
  readonly sourceItems: Readonly<Record<string, SourceItem>>
}

export interface WholeRecord<K extends ViewKind> {
  /** What the last row was made from; undefined until it is here, or when there is no row. */
  readonly record: WholeByKind[K][string] | undefined
  /** Why it could not be had. */
  readonly failure: AppError | null
}

/**
 * The record of which `row` is shown: the row itself for kinds that are held whole. While a newer one is on its way it
 * is the one before.
 */
export function useWholeRecord<K extends ViewKind>(
  kind: K,
  row: LogView[K][string] | undefined,
): WholeRecord<K> {
  const [, redraw] = useState(0)
  const [failure, setFailure] = useState<AppError | null>(null)
  const last = useRef<object>(undefined)
  const known = row === undefined || !isRowKind(kind) ? row : wholeByRow.get(row)
  const isMissing = row !== undefined && known === undefined
  useEffect(() => {
    if (!isMissing || row === undefined || !isRowKind(kind) || !('id' in row)) return
    let isWanted = true
    void askWhole(kind, row.id).then((answer) => {
      if (answer !== null && 'id' in answer) wholeByRow.set(row, answer)
      if (!isWanted) return
      setFailure(answer !== null && 'code' in answer ? answer : null)
      redraw((count) => count + 1)
    })
    return () => {
      isWanted = false
    }
  }, [kind, row, isMissing])
  if (known !== undefined || row === undefined) last.current = known
  // Kind and record belong together by construction.
  return { record: last.current as WholeByKind[K][string] | undefined, failure }
}
