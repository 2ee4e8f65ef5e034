/**
 * The records of a log that was just opened, a portion at a time: first the newest incidents, found by the index so
 * that no other record has to be read before the first screen, then everything, kind by kind.
 *
 * What is saved while the window asks for portions reaches it as changes: those are newer than any portion. Records
 * are read between pauses, since each has to be decompressed and parsed.
 */
import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type AppError, appError } from '../core/appError.ts'
import { err, ok, type Result } from '../core/result.ts'
import { recordTexts } from '../core/search/recordTexts.ts'
import type { LogPage } from '../shared/ipc/log.ts'
import { rowOf } from '../shared/ipc/rows.ts'
import { EDITABLE_KINDS, type EditableKind, type ViewKind } from '../shared/ipc/views.ts'
import { VIEW_KINDS, viewOf } from './logPatch.ts'
import { newestIncidents } from './newestIncidents.ts'
import type { OpenLog } from './openLog.ts'
import { storedRecord } from './storedRecords.ts'

export interface PageSizes {
  /** Incidents of the first portion: more than any screen shows. */
  readonly first: number
  /** Characters of each later one, at which it ends. Small enough that reading it holds the window up for no frame. */
  readonly later: number
}

export const PAGE_SIZES: PageSizes = { first: 200, later: 500_000 }
const UTF8 = new TextEncoder()
/** Records read without a pause; each of the first may cost the decompression of a chunk. */
const READ_AT_ONCE = 50

interface Plan {
  readonly token: string
  /** Incidents of the first portion. */
  readonly newest: ReadonlySet<string>
  /** Null until the second portion is asked for: to list all ids of a large log takes a good part of a second. */
  idsByKind: ReadonlyMap<ViewKind, readonly string[]> | null
  /** Records there are, or at most are while they are not listed. */
  total: number
}

export interface LogPager {
  /** Begins to read the first portion, which is sure to be asked for next. */
  readAhead(): void
  /** To be told of every change: what was read ahead is outdated then. */
  noteChange(): void
  /** `log/page-expired` for a cursor of another reading, `log/not-open` once the log is being closed. */
  page(cursor: string | null): Promise<Result<LogPage, AppError>>
}

/** @param pause awaited between steps. */
export function createLogPager(
  log: OpenLog,
  sizes: PageSizes = PAGE_SIZES,
  pause: () => Promise<unknown> = nextTurn,
): LogPager {
  let plan: Plan | null = null
  let ahead: Promise<Result<LogPage, AppError>> | null = null
  /** Of the reading that was begun last. */
  let token = ''

  /**
   * Reads records into a portion until it is full; null when the log was closed meanwhile. A portion is JSON already:
   * as bytes it goes through to the window whole, where each object would be copied and checked value by value.
   */
  const read = async (
    ids: Iterable<readonly [ViewKind, string]>,
    most: number,
  ): Promise<Pick<LogPage, 'rows' | 'texts' | 'searched'> | null> => {
    const rows = new Map<ViewKind, string[]>()
    const texts: string[] = []
    const searched: (readonly [EditableKind, string])[] = []
    let characters = 0
    let count = 0
    for (const [kind, id] of ids) {
      if (count % READ_AT_ONCE === 0) await pause()
      if (!log.isOpen) return null
      count += 1
      const stored = storedRecord(log, kind, id)
      // Deleted since the ids were listed: the window was told, or will be.
      if (stored === undefined) continue
      const record = viewOf(kind, stored)
      const row = JSON.stringify(rowOf(kind, record))
      const ofKind = rows.get(kind) ?? []
      rows.set(kind, ofKind)
      ofKind.push(`${JSON.stringify(id)}:${row}`)
      characters += row.length
      if (isSearched(kind)) {
        const text = JSON.stringify(recordTexts(kind, record))
        texts.push(text)
        searched.push([kind, id])
        characters += text.length
      }
      if (characters >= most) break
    }
    const kinds = [...rows].map(([kind, ofKind]) => `${JSON.stringify(kind)}:{${ofKind.join(',')}}`)
    return {
      rows: UTF8.encode(`{${kinds.join(',')}}`),
      texts: UTF8.encode(`[${texts.join(',')}]`),
      searched: UTF8.encode(JSON.stringify(searched)),
    }
  }

  const begin = async (): Promise<Result<LogPage, AppError>> => {
    token = randomBytes(8).toString('hex')
    const own = token
    const found = await newestIncidents(log.session.rows('incidents'), sizes.first, pause)
    if (!log.isOpen) return err(appError('log/not-open'))
    log.session.locate('incidents', found)
    const newest = found.filter((id) => Object.hasOwn(log.data.incidents, id))
    const total = VIEW_KINDS.reduce((sum, kind) => sum + log.session.sizeAtMost(kind), 0)
    const next: Plan = { token: own, newest: new Set(newest), idsByKind: null, total }
    const portion = await read(
      newest.map((id) => ['incidents', id] as const),
      Number.POSITIVE_INFINITY,
    )
    if (portion === null) return err(appError('log/not-open'))
    if (own === token) plan = next
    const isAll = newest.length === total
    return ok({
      ...portion,
      done: newest.length,
      total,
      next: isAll ? null : cursorOf(next, 0, 0, newest.length),
    })
  }

  /** In steps, so that others get their turn. */
  const makeReady = async (kind: ViewKind): Promise<void> => {
    while (log.isOpen && log.session.makeReady(kind)) await pause()
  }

  /** Lists the ids of all kinds, once; null when the log was closed meanwhile. */
  const list = async (of: Plan): Promise<Plan['idsByKind']> => {
    for (const kind of VIEW_KINDS) await makeReady(kind)
    if (!log.isOpen) return null
    // Without a pause in between, and without those deleted since: `done` must come to `total` exactly.
    const idsByKind = new Map(VIEW_KINDS.map((kind) => [kind, log.session.ids(kind)]))
    const isThere = (id: string) => Object.hasOwn(log.data.incidents, id)
    const listed = [...idsByKind.values()].reduce((sum, { length }) => sum + length, 0)
    of.total = listed + [...of.newest].filter((id) => !isThere(id)).length
    of.idsByKind = idsByKind
    return idsByKind
  }

  const goOn = async (from: Plan, untrustedCursor: string): Promise<Result<LogPage, AppError>> => {
    const place = parseCursor(from, untrustedCursor)
    if (place === null) return err(appError('log/page-expired'))
    const at = { ...place }
    const idsByKind = from.idsByKind ?? (await list(from))
    if (idsByKind === null) return err(appError('log/not-open'))
    const portion = await read(idsFrom(from.newest, idsByKind, at), sizes.later)
    if (portion === null) return err(appError('log/not-open'))
    const isLast = at.kindIndex >= VIEW_KINDS.length || at.done >= from.total
    const next = isLast ? null : cursorOf(from, at.kindIndex, at.index, at.done)
    return ok({ ...portion, done: isLast ? from.total : at.done, total: from.total, next })
  }

  return {
    readAhead: () => {
      ahead = begin()
      // Whoever asks hears of it.
      ahead.catch(() => undefined)
    },
    noteChange: () => {
      ahead = null
    },
    page: async (cursor) => {
      if (!log.isOpen) return err(appError('log/not-open'))
      if (cursor === null) {
        const first = ahead ?? begin()
        ahead = null
        return first
      }
      return plan === null ? err(appError('log/page-expired')) : goOn(plan, cursor)
    },
  }
}

const isSearched = (kind: ViewKind): kind is EditableKind => EDITABLE_KINDS.some((each) => each === kind)

interface Place {
  kindIndex: number
  index: number
  /** Records told so far. */
  done: number
}

/** The ids from a place on; the place goes along, so that it is where reading has stopped. */
function* idsFrom(
  newest: ReadonlySet<string>,
  idsByKind: ReadonlyMap<ViewKind, readonly string[]>,
  place: Place,
): Generator<readonly [ViewKind, string]> {
  while (place.kindIndex < VIEW_KINDS.length) {
    const kind = VIEW_KINDS[place.kindIndex]
    const id = kind === undefined ? undefined : idsByKind.get(kind)?.[place.index]
    if (kind === undefined || id === undefined) {
      place.kindIndex += 1
      place.index = 0
      continue
    }
    place.index += 1
    if (kind === 'incidents' && newest.has(id)) continue
    place.done += 1
    yield [kind, id]
  }
}

function cursorOf({ token }: Plan, kindIndex: number, index: number, done: number): string {
  return `${token}.${kindIndex}.${index}.${done}`
}

function parseCursor({ token }: Plan, untrustedCursor: string): Place | null {
  const match = /^([0-9a-f]{16})\.(\d{1,2})\.(\d{1,9})\.(\d{1,9})$/.exec(untrustedCursor)
  if (match === null || match[1] !== token) return null
  return { kindIndex: Number(match[2]), index: Number(match[3]), done: Number(match[4]) }
}
