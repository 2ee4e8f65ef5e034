/** An edit of single fields is made of what somebody saw in them: when that is gone, nothing is written over it. */
import { type AppError, appError } from './appError.ts'
import { isSameJson } from './history/valueDelta.ts'
import type { Log } from './log.ts'
import type { Kind } from './records.ts'

/** Null when each of the fields still holds what was seen there; null was nothing. `records/changed-meanwhile` {field} otherwise. */
export function checkSeen(
  log: Log,
  kind: Kind,
  id: string,
  seen: Readonly<Record<string, unknown>>,
): AppError | null {
  const record = log[kind][id]
  if (record === undefined) return appError('records/not-found')
  for (const [field, value] of Object.entries(seen)) {
    const held: unknown = Object.hasOwn(record, field) ? Reflect.get(record, field) : undefined
    if (!isSameJson(held ?? null, value)) return appError('records/changed-meanwhile', { field })
  }
  return null
}
