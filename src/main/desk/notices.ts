/** What was noticed when a log was opened, as codes that the window has words for. */
import { type AppError, appError } from '../../core/appError.ts'
import type { OpeningReport } from '../../vault/VaultSession.ts'

export function noticesOf({ tornTail, repaired, rolledBack, warnings }: OpeningReport): readonly AppError[] {
  const notices: AppError[] = []
  // The most serious first.
  if (rolledBack !== null) {
    const missing = Math.max(0, rolledBack.seen.counter - rolledBack.found.counter)
    notices.push(appError('notice/rolled-back', { missing }))
  }
  if (tornTail !== null) {
    const { bytes, keptAs } = tornTail
    notices.push(appError('notice/torn-tail', { bytes, kept: keptAs === null ? 'no' : 'yes' }))
  }
  if (repaired) notices.push(appError('notice/repaired'))
  return [...notices, ...warnings.map((warning) => appError(`notice/${warning}`))]
}
