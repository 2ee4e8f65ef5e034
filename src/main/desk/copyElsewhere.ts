/** A copy of the log at another place, where the work then goes on: the way out when its file is lost. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { AppError } from '../../core/appError.ts'
import type { Result } from '../../core/result.ts'
import type { OpenLog } from '../openLog.ts'
import type { MainText } from '../texts.ts'
import { toldOutcome } from '../vaultAppError.ts'
import type { DeskContext } from './context.ts'
import { EXTENSION } from './logDesk.ts'
import type { LongTasks } from './longTask.ts'

/** Name of a copy of the chosen log: its own name, a word and the day. */
export function copyName(context: DeskContext, word: MainText): string {
  const file = context.chosen() ?? ''
  return `${path.basename(file, path.extname(file))} ${context.text(word)} ${context.today()}`
}

/** Asks where a copy of the chosen log shall be; null when the user closed the dialog. */
export function chooseCopy(context: DeskContext, title: MainText, word: MainText): Promise<string | null> {
  const suggested = `${copyName(context, word)}.${EXTENSION}`
  return context.ports.dialogs.chooseNewFile(context.text(title), suggested)
}

/** Where nothing is yet, in the folder of the log itself, or the nearest around it where that was removed too. */
export function freePathBeside(context: DeskContext, file: string): string {
  let folder = path.dirname(file)
  while (!existsSync(folder) && folder !== path.dirname(folder)) folder = path.dirname(folder)
  const name = copyName(context, 'file.copy')
  for (let number = 1; ; number += 1) {
    const target = path.join(folder, `${name}${number === 1 ? '' : ` ${number}`}.${EXTENSION}`)
    if (!existsSync(target)) return target
  }
}

/** @param byItself nobody has chosen the place: it is told at the next unlocking. */
export function moveElsewhere(
  context: DeskContext,
  tasks: LongTasks,
  log: OpenLog,
  target: string,
  byItself = false,
): Promise<Result<void, AppError>> {
  return tasks.run('elsewhere', async ({ signal, tell }) => {
    tell('copying', 0, null)
    const onProgress = (done: number, total: number) => tell('copying', done, total)
    const saved = toldOutcome(await log.session.saveElsewhere(target, { signal, onProgress }))
    // Before the task has ended: whoever waits for that may lock the log, and must find the new file.
    if (saved.ok && context.openLog() === log) context.noteMoved(log.session.info().path, byItself)
    return saved
  })
}
