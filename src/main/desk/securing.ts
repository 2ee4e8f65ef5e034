/**
 * Before a log is locked whose file will not open again, or is another's: memory holds all there is of it, and locking wipes that.
 * Whoever is there is asked; when nobody is, a copy is saved beside the file, under the same passphrases.
 */
import { isInMemoryAlone } from '../../core/fileLost.ts'
import type { OpenLog } from '../openLog.ts'
import type { DeskContext, LockReason } from './context.ts'
import { chooseCopy, freePathBeside, moveElsewhere } from './copyElsewhere.ts'
import type { LongTasks } from './longTask.ts'

/** A disk that hangs must not keep a log open for ever behind a locked screen. */
const PATIENCE_MS = 120_000
/** For a look at the file; a disk of this computer answers at once. */
const LOOK_MS = 3_000

export interface Securing {
  /** False when the user would rather not lock. */
  secure(reason: LockReason): Promise<boolean>
}

export function createSecuring(context: DeskContext, tasks: LongTasks): Securing {
  const { ports } = context
  let asking: Promise<boolean> | null = null

  const ask = async (log: OpenLog, reason: 'user' | 'quit'): Promise<boolean> => {
    while (isLostByLocking(log)) {
      const answer = await ports.dialogs.ask({
        message: context.text('dialog.loseLog.title'),
        detail: context.text('dialog.loseLog.text'),
        buttons: [
          context.text('dialog.loseLog.stay'),
          context.text('dialog.loseLog.save'),
          context.text(reason === 'quit' ? 'dialog.loseLog.quit' : 'dialog.loseLog.lock'),
        ],
      })
      if (answer === 2) return true
      // There is no window any more, so nothing to come back to.
      if (answer === null) {
        await saveBeside(log)
        return true
      }
      if (answer !== 1) return false
      const target = await chooseCopy(context, 'dialog.saveElsewhere', 'file.copy')
      if (target === null) return false
      // Where it fails the question comes again: nothing is saved yet.
      if (isLostByLocking(log)) await moveElsewhere(context, tasks, log, target)
    }
    return true
  }

  const saveBeside = async (log: OpenLog): Promise<void> => {
    const givenUp = ports.delay(PATIENCE_MS)
    const running = tasks.running()
    // A copy that is on its way already will do; anything else reads the file that is lost.
    if (running?.name === 'elsewhere') await Promise.race([running.end, givenUp])
    if (!isLostByLocking(log)) return
    await tasks.stop()
    const target = freePathBeside(context, log.session.info().path)
    await Promise.race([moveElsewhere(context, tasks, log, target, true), givenUp])
  }

  return {
    secure: async (reason) => {
      const log = context.openLog()
      if (log === null) return true
      // Another program may have replaced the file since the last save, and memory has what was saved.
      await Promise.race([log.session.look(), ports.delay(LOOK_MS)])
      if (!isLostByLocking(log)) return true
      if (reason !== 'user' && reason !== 'quit') {
        // Whatever goes wrong: nobody is there, so the log is locked.
        await saveBeside(log).catch(() => undefined)
        return true
      }
      asking ??= ask(log, reason).finally(() => {
        asking = null
      })
      return asking
    },
  }
}

function isLostByLocking(log: OpenLog): boolean {
  return log.isOpen && isInMemoryAlone(log.failure)
}
