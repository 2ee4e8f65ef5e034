/** How the tables of the window are looked at: saved views, which undo takes back, and how each table was left. */
import { type AppError, appError } from '../../core/appError.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { deleteView, leaveTable, readTables, saveView } from '../../core/tableView.ts'
import type { OpenLog } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'

type TableCalls = 'tables.list' | 'tables.leave' | 'tables.saveView' | 'tables.deleteView'

export function createTableDesk(context: DeskContext): HandlersOf<TableCalls> {
  const withLog = async <T>(
    work: (log: OpenLog) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> => {
    const log = context.openLog()
    return log === null ? err(appError('log/not-open')) : work(log)
  }
  return {
    'tables.list': () => withLog(async (log) => ok([...readTables(log.data.tables)])),
    'tables.leave': (left) =>
      withLog(async (log) => {
        const saved = await log.keep(leaveTable(log.data.tables, left))
        return saved.ok ? ok({}) : saved
      }),
    'tables.saveView': (view) =>
      withLog(async (log) => {
        const id = view.id ?? context.newId()
        const saved = await log.commit((before) => saveView(before.tables, { ...view, id }))
        return saved.ok ? ok({ id }) : saved
      }),
    'tables.deleteView': ({ id }) =>
      withLog(async (log) => {
        const saved = await log.commit((before) => deleteView(before.tables, id))
        return saved.ok ? ok({ step: saved.value }) : saved
      }),
  }
}
