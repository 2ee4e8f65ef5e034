/** When the file of an open log is no longer the log: it rotted on its disk, or another program put its own hand to it. */
import type { AppError } from './appError.ts'

const LOST: ReadonlySet<string> = new Set(['vault/rotten', 'vault/changed-on-disk'])

/** Does memory alone hold what was saved, so that locking would lose it? `failure`: why nothing can be saved any more. */
export function isInMemoryAlone(failure: Pick<AppError, 'code'> | null): boolean {
  return failure !== null && LOST.has(failure.code)
}
