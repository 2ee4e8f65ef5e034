/**
 * Whole records of the kinds that the window holds as rows. One is asked for when something shows it, together with the
 * others of the same moment, and kept for as long as its row is: a change of the log brings another row, and with it
 * the record that was changed.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { type AppError, appError } from '../core/appError.ts'
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

/** Asks for the records that rows stand for, so that they are here when one is opened. Nothing is said when it fails. */
export function askAhead(kind: string, rows: readonly HasId[]): void {
  if (!isRowKind(kind)) return
  for (const row of rows) {
    if (wholeByRow.has(row)) continue
    void askWhole(kind, row.id).then((answer) => {
      if (answer !== null && 'id' in answer) wholeByRow.set(row, answer)
    })
  }
}

interface WholeByKind extends Omit<LogView, RowKind> {
  readonly incidents: Readonly<Record<string, Incident>>
  readonly sourceItems: Readonly<Record<string, SourceItem>>
}

export interface WholeRecord<K extends ViewKind> {
  /** What the last row was made from; undefined until it is here, or when there is no row. */
  readonly record: WholeByKind[K][string] | undefined
  /** Is it what an earlier row was made from? */
  readonly isOutdated: boolean
  /** Why what this row was made from could not be had. */
  readonly failure: AppError | null
  /** Asks for it once more. */
  readonly again: () => void
}

/** Why an answer has no record; null when it has one. */
export function failureOf(answer: Answer): AppError | null {
  if (answer === null) return appError('records/not-found')
  return 'code' in answer ? answer : null
}

export interface WholeInput {
  readonly row: object | undefined
  /** What the row was made from, when that is here. */
  readonly known: object | undefined
  /** What was shown last. */
  readonly before: object | undefined
  /** The last failure, and of which row. */
  readonly failed: { readonly row: object; readonly failure: AppError | null } | null
}

/** What there is to show for a row: what was shown before, as long as it is the same record. Pure. */
export function shownWhole({ row, known, before, failed }: WholeInput) {
  const isSame = row !== undefined && before !== undefined && idOf(before) === idOf(row)
  const record = known ?? (isSame ? before : undefined)
  const isMissing = row !== undefined && known === undefined
  return {
    record,
    isOutdated: isMissing && record !== undefined,
    failure: isMissing && failed?.row === row ? failed.failure : null,
  }
}

const idOf = (record: object): unknown => Reflect.get(record, 'id')

/**
 * The record of which `row` is shown: the row itself for kinds that are held whole. While a newer one is on its way it
 * is the one before.
 */
export function useWholeRecord<K extends ViewKind>(
  kind: K,
  row: LogView[K][string] | undefined,
): WholeRecord<K> {
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState<WholeInput['failed']>(null)
  const last = useRef<object>(undefined)
  const known = row === undefined || !isRowKind(kind) ? row : wholeByRow.get(row)
  const isMissing = row !== undefined && known === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is when to ask again
  useEffect(() => {
    if (!isMissing || row === undefined || !isRowKind(kind) || !('id' in row)) return
    let isWanted = true
    void askWhole(kind, row.id).then((answer) => {
      if (answer !== null && 'id' in answer) wholeByRow.set(row, answer)
      // Also when there is none: what has come is seen by drawing anew.
      if (isWanted) setFailed({ row, failure: failureOf(answer) })
    })
    return () => {
      isWanted = false
    }
  }, [kind, row, isMissing, attempt])
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  const shown = shownWhole({ row, known, before: last.current, failed })
  last.current = shown.record
  // Kind and record belong together by construction.
  return { ...shown, record: shown.record as WholeByKind[K][string] | undefined, again }
}
