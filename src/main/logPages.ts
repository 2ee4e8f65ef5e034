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
import type { LogPage } from '../shared/ipc/contract.ts'
import type { LogPortion, ViewKind } from '../shared/ipc/views.ts'
import { VIEW_KINDS, viewOf } from './logPatch.ts'
import { newestIncidents } from './newestIncidents.ts'
import type { OpenLog } from './openLog.ts'

export interface PageSizes {
  /** Incidents of the first portion: more than any screen shows. */
  readonly first: number
  /** Records of each later one. Small enough that checking it at the door holds nobody up. */
  readonly later: number
}

export const PAGE_SIZES: PageSizes = { first: 200, later: 500 }
/** Records read without a pause; each of the first may cost the decompression of a chunk. */
const READ_AT_ONCE = 20

interface Plan {
  readonly token: string
  /** Incidents of the first portion. */
  readonly newest: ReadonlySet<string>
  readonly idsByKind: ReadonlyMap<ViewKind, readonly string[]>
  readonly total: number
}

export interface LogPager {
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

  /** Reads records into a portion; null when the log was closed meanwhile. */
  const read = async (ids: readonly (readonly [ViewKind, string])[]): Promise<LogPortion | null> => {
    const portion: Record<string, Record<string, unknown>> = {}
    for (const [index, [kind, id]] of ids.entries()) {
      if (index % READ_AT_ONCE === 0) await pause()
      if (!log.isOpen) return null
      const record = log.data[kind][id]
      // Deleted since the ids were listed: the window was told, or will be.
      if (record === undefined) continue
      portion[kind] ??= {}
      portion[kind][id] = viewOf(kind, record)
    }
    return portion as LogPortion
  }

  const begin = async (): Promise<Result<LogPage, AppError>> => {
    const found = await newestIncidents(log.session.rows('incidents'), sizes.first, pause)
    if (!log.isOpen) return err(appError('log/not-open'))
    // Listed next, without a pause in between: `done` must come to `total` exactly.
    const newest = found.filter((id) => Object.hasOwn(log.data.incidents, id))
    const idsByKind = new Map<ViewKind, readonly string[]>()
    let total = 0
    for (const kind of VIEW_KINDS) {
      if (!log.isOpen) return err(appError('log/not-open'))
      const ids = idsOf(log, kind)
      idsByKind.set(kind, ids)
      total += ids.length
      await pause()
    }
    const next: Plan = { token: randomBytes(8).toString('hex'), newest: new Set(newest), idsByKind, total }
    const patch = await read(newest.map((id) => ['incidents', id] as const))
    if (patch === null) return err(appError('log/not-open'))
    plan = next
    const isAll = newest.length === total
    return ok({ patch, done: newest.length, total, next: isAll ? null : cursorOf(next, 0, 0, newest.length) })
  }

  const goOn = async (from: Plan, untrustedCursor: string): Promise<Result<LogPage, AppError>> => {
    const place = parseCursor(from, untrustedCursor)
    if (place === null) return err(appError('log/page-expired'))
    const ids: (readonly [ViewKind, string])[] = []
    let { kindIndex, index } = place
    while (kindIndex < VIEW_KINDS.length && ids.length < sizes.later) {
      const kind = VIEW_KINDS[kindIndex]
      const id = kind === undefined ? undefined : from.idsByKind.get(kind)?.[index]
      if (kind === undefined || id === undefined) {
        kindIndex += 1
        index = 0
        continue
      }
      index += 1
      if (kind !== 'incidents' || !from.newest.has(id)) ids.push([kind, id])
    }
    const patch = await read(ids)
    if (patch === null) return err(appError('log/not-open'))
    const done = place.done + ids.length
    const isLast = kindIndex >= VIEW_KINDS.length || done >= from.total
    const next = isLast ? null : cursorOf(from, kindIndex, index, done)
    return ok({ patch, done: isLast ? from.total : done, total: from.total, next })
  }

  return {
    page: async (cursor) => {
      if (!log.isOpen) return err(appError('log/not-open'))
      if (cursor === null) return begin()
      return plan === null ? err(appError('log/page-expired')) : goOn(plan, cursor)
    },
  }
}

/** Without asking the collection itself: listing the keys of its object asks about each of them. */
function idsOf(log: OpenLog, kind: ViewKind): readonly string[] {
  return log.session.ids(kind)
}

function cursorOf({ token }: Plan, kindIndex: number, index: number, done: number): string {
  return `${token}.${kindIndex}.${index}.${done}`
}

function parseCursor({ token }: Plan, untrustedCursor: string) {
  const match = /^([0-9a-f]{16})\.(\d{1,2})\.(\d{1,9})\.(\d{1,9})$/.exec(untrustedCursor)
  if (match === null || match[1] !== token) return null
  return { kindIndex: Number(match[2]), index: Number(match[3]), done: Number(match[4]) }
}
