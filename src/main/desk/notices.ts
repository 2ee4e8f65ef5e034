/** What was noticed when a log was opened, as codes that the window has words for. */
import { type AppError, appError } from '../../core/appError.ts'
import type { OpeningReport } from '../../vault/VaultSession.ts'

/** @param readOnly nothing was cut off and nothing mended: somebody else may be writing just now. */
export function noticesOf(
  { tornTail, repaired, rolledBack, warnings }: OpeningReport,
  readOnly = false,
): readonly AppError[] {
  const notices: AppError[] = []
  // The most serious first.
  if (rolledBack !== null) {
    const missing = Math.max(0, rolledBack.seen.counter - rolledBack.found.counter)
    notices.push(appError('notice/rolled-back', { missing }))
  }
  if (tornTail !== null) {
    const { bytes, keptAs } = tornTail
    notices.push(
      readOnly
        ? appError('notice/unfinished-end', { bytes })
        : appError('notice/torn-tail', { bytes, kept: keptAs === null ? 'no' : 'yes' }),
    )
  }
  if (repaired && !readOnly) notices.push(appError('notice/repaired'))
  return [...notices, ...warnings.map((warning) => appError(`notice/${warning}`))]
}
