/**
 * What is still decided about a brief that has left: that it is recalled, or that a later one takes its place. The rest
 * of its entry in the ledger never changes.
 */
import { type AppError, appError } from '../appError.ts'
import { type Change, type Log, putRecord } from '../log.ts'
import type { Recall, Release } from '../release.ts'
import { err, ok, type Result } from '../result.ts'

type Ledger = Pick<Log, 'releases' | 'organisations'>

/**
 * Recalls a brief, or with null takes the recall back. `now` is the instant of entry.
 * Errors: `records/not-found`; `releases/reason-missing`; `records/link-unknown` {field} for an organisation that is none.
 */
export function recallRelease(
  log: Ledger,
  id: string,
  recall: Recall | null,
  now: string,
): Result<Change, AppError> {
  const release = releaseOf(log, id)
  if (release === null) return err(appError('records/not-found'))
  const { recalled: _recalled, recall: _recall, ...rest } = release
  if (recall === null) return ok(putRecord('releases', { ...rest, updatedAt: now }))
  const reason = recall.reason.trim()
  if (reason === '') return err(appError('releases/reason-missing'))
  if (recall.tell.some((each) => !Object.hasOwn(log.organisations, each)))
    return err(appError('records/link-unknown', { field: 'tell' }))
  const { tellOthers = '', ...stated } = recall
  const told = tellOthers.trim() === '' ? stated : { ...stated, tellOthers: tellOthers.trim() }
  return ok(putRecord('releases', { ...rest, updatedAt: now, recalled: now, recall: { ...told, reason } }))
}

/**
 * Says which later brief takes the place of this one, or with null that none does.
 * Errors: `records/not-found`; `releases/not-later` for a brief that left before it, or the brief itself, so that the
 * links run in no circle.
 */
export function supersedeRelease(
  log: Ledger,
  id: string,
  laterId: string | null,
  now: string,
): Result<Change, AppError> {
  const release = releaseOf(log, id)
  if (release === null) return err(appError('records/not-found'))
  const { supersededBy: _supersededBy, ...rest } = release
  if (laterId === null) return ok(putRecord('releases', { ...rest, updatedAt: now }))
  const later = releaseOf(log, laterId)
  if (later === null) return err(appError('records/not-found'))
  if (!isLater(later, release)) return err(appError('releases/not-later'))
  return ok(putRecord('releases', { ...rest, updatedAt: now, supersededBy: laterId }))
}

/** Did `one` leave after `other`? Of two that left in the same instant, neither did. */
export function isLater(one: Pick<Release, 'at'>, other: Pick<Release, 'at'>): boolean {
  return Date.parse(one.at) > Date.parse(other.at)
}

const releaseOf = ({ releases }: Pick<Log, 'releases'>, id: string): Release | null =>
  (Object.hasOwn(releases, id) ? releases[id] : undefined) ?? null
