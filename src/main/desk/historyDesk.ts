/** What became of a record, field by field; the way back to any of its states; and the bin emptied for good. */
import { appError } from '../../core/appError.ts'
import { restoreState } from '../../core/history/restoreState.ts'
import { err, ok } from '../../core/result.ts'
import { historyPage } from '../historyView.ts'
import type { OpenLog } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'

export function createHistoryDesk(
  context: DeskContext,
): HandlersOf<'history.of' | 'history.restore' | 'bin.empty'> {
  return {
    'history.of': async (request) => {
      const log = context.openLog()
      return log === null ? err(appError('log/not-open')) : historyPage(log.data, request)
    },
    'history.restore': async ({ kind, id, version, reason }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const now = context.now()
      const saved = await log.commit((before) => restoreState(before, kind, id, version, now), [], {
        what: 'restored',
        reason,
      })
      return saved.ok ? ok({ step: saved.value }) : saved
    },
    'bin.empty': async ({ ids }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const removed = await log.emptyBin(ids)
      if (!removed.ok) return removed
      return ok({ removed: removed.value, isCleared: removed.value > 0 && (await clearFile(log)) })
    },
  }
}

/**
 * What is removed stays in the journal until the file is written anew, and in the copy that is kept beside it until that
 * happens once more.
 */
async function clearFile(log: OpenLog): Promise<boolean> {
  const first = await log.session.compact()
  const second = first.ok ? await log.session.compact() : first
  return second.ok
}
