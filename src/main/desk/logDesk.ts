/**
 * Which log is chosen and whether it is open: create, choose, unlock, lock, close. The path stays here; the
 * renderer knows the file's name alone. Wrong passphrases cost a growing delay.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { type AppError, appError } from '../../core/appError.ts'
import { createId } from '../../core/ids.ts'
import { type Change, emptyLog, type Log, parseLog } from '../../core/log.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { createDemoLog } from '../../interchange/demoLog.ts'
import type { LogState } from '../../shared/ipc/contract.ts'
import { passphraseSecret } from '../../vault/secret.ts'
import { createVault, openVault, type VaultSession } from '../../vault/VaultSession.ts'
import { patchOf, viewOfLog } from '../logPatch.ts'
import { OpenLog, vaultAppError } from '../openLog.ts'
import type { MainText } from '../texts.ts'
import type { DeskPorts, HandlersOf, LockReason } from './context.ts'

const EXTENSION = 'daybook'
/** Tries that cost nothing; each later one doubles the wait, up to a minute. */
const FREE_TRIES = 3
const LONGEST_WAIT_SECONDS = 60

type LogCalls =
  | 'log.state'
  | 'log.choose'
  | 'log.create'
  | 'log.unlock'
  | 'log.lock'
  | 'log.close'
  | 'log.records'

/** Wrong passphrases for one file, for as long as the app runs: choosing it again does not start anew. */
interface Guesses {
  readonly failures: number
  /** Epoch milliseconds. */
  readonly notBefore: number
}

export interface LogDesk {
  readonly handlers: HandlersOf<LogCalls>
  openLog(): OpenLog | null
  state(): LogState
  lockFor(reason: LockReason): Promise<void>
}

interface LogDeskOptions {
  readonly text: (key: MainText) => string
  readonly beforeClose: () => void
}

export function createLogDesk(ports: DeskPorts, options: LogDeskOptions): LogDesk {
  let chosen: string | null = null
  let current: OpenLog | null = null
  const guesses = new Map<string, Guesses>()

  const state = (): LogState => ({
    phase: current !== null ? 'open' : chosen !== null ? 'locked' : 'closed',
    name: chosen === null ? null : path.basename(chosen, path.extname(chosen)),
    demo: current?.data.meta.demo ?? false,
    canUndo: current?.canUndo ?? false,
    canRedo: current?.canRedo ?? false,
    savedAt: current?.savedAt ?? null,
  })

  const use = (session: VaultSession<Log>): void => {
    const open = new OpenLog(session, (change: Change) => {
      // A save that ends after locking has nothing to show any more.
      if (current === open) ports.emit('log.changed', { state: state(), patch: patchOf(change) })
    })
    current = open
    if (chosen !== null) guesses.delete(chosen)
  }

  const close = async (): Promise<void> => {
    const open = current
    current = null
    if (open === null) return
    options.beforeClose()
    await open.close()
  }

  const create = async (passphrase: string, demo: boolean): Promise<Result<LogState, AppError>> => {
    const suggested = `${options.text(demo ? 'file.demoLog' : 'file.newLog')}.${EXTENSION}`
    const target = await ports.dialogs.chooseNewFile(options.text('dialog.createLog'), suggested)
    if (target === null) return ok(state())
    const now = ports.now().toISOString()
    const initial = demo
      ? await createDemoLog(ports.resourcesDir, now, () => createId(randomBytes))
      : emptyLog(now)
    const secret = passphraseSecret(passphrase)
    const kdf = ports.kdf === undefined ? {} : { kdf: ports.kdf }
    const made = await createVault<Log>({ path: target, passphrase: secret, initial, ...kdf })
    secret.wipe()
    if (!made.ok) return err(vaultAppError(made.error))
    await close()
    chosen = target
    use(made.value)
    return ok(state())
  }

  const unlock = async (passphrase: string): Promise<Result<LogState, AppError>> => {
    if (chosen === null) return err(appError('log/none-chosen'))
    if (current !== null) return ok(state())
    const { failures, notBefore } = guesses.get(chosen) ?? { failures: 0, notBefore: 0 }
    const wait = Math.ceil((notBefore - ports.now().getTime()) / 1_000)
    if (wait > 0) return err(appError('vault/throttled', { seconds: wait }))
    const secret = passphraseSecret(passphrase)
    const opened = await openVault<Log>({ path: chosen, passphrase: secret, parse: parseLog })
    secret.wipe()
    if (opened.ok) {
      use(opened.value)
      return ok(state())
    }
    if (opened.error.code === 'vault/wrong-passphrase') {
      const seconds =
        failures + 1 < FREE_TRIES ? 0 : Math.min(2 ** (failures + 1 - FREE_TRIES), LONGEST_WAIT_SECONDS)
      guesses.set(chosen, { failures: failures + 1, notBefore: ports.now().getTime() + seconds * 1_000 })
    }
    return err(vaultAppError(opened.error))
  }

  const lockFor = async (reason: LockReason): Promise<void> => {
    if (current === null) return
    // The window forgets first: closing waits for a save that is under way.
    const closing = close()
    ports.emit('log.locked', { state: state(), reason })
    await closing
  }

  return {
    openLog: () => current,
    state,
    lockFor,
    handlers: {
      'log.state': async () => ok(state()),
      'log.choose': async () => {
        const file = await ports.dialogs.chooseFile(options.text('dialog.openLog'), [])
        if (file === null) return ok(state())
        await close()
        chosen = file
        return ok(state())
      },
      'log.create': ({ passphrase, demo }) => create(passphrase, demo),
      'log.unlock': ({ passphrase }) => unlock(passphrase),
      'log.lock': async () => {
        await lockFor('user')
        return ok(state())
      },
      'log.close': async () => {
        await close()
        chosen = null
        return ok(state())
      },
      'log.records': async () =>
        current === null ? err(appError('log/not-open')) : ok(viewOfLog(current.data)),
    },
  }
}
