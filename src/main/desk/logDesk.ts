/**
 * Which log is chosen and whether it is open: create, choose, unlock, lock, close. The path stays here; the
 * renderer knows the file's name alone.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { type AppError, appError } from '../../core/appError.ts'
import { createId } from '../../core/ids.ts'
import { type Change, emptyLog, LOG_SCHEMA, type Log } from '../../core/log.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { createDemoLog, demoLanguage } from '../../interchange/demoLog.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { LogState } from '../../shared/ipc/log.ts'
import { findFileSystemWarnings } from '../../vault/fileSystem.ts'
import { createVault } from '../../vault/openVault.ts'
import { passphraseSecret } from '../../vault/secret.ts'
import type { VaultSession } from '../../vault/VaultSession.ts'
import { createDuplicateFinder, type DuplicateFinder } from '../duplicates/duplicateFinder.ts'
import { createLogPager, type LogPager } from '../logPages.ts'
import { patchOf } from '../logPatch.ts'
import { OpenLog } from '../openLog.ts'
import type { MainText } from '../texts.ts'
import { vaultAppError } from '../vaultAppError.ts'
import { type AlikeItems, createAlikeItems } from './alikeItems.ts'
import { type ChangeFeed, createChangeFeed } from './changeFeed.ts'
import type { DeskPorts, HandlersOf, LockReason } from './context.ts'
import type { Guessing } from './guessing.ts'
import type { HeldDrafts } from './heldDrafts.ts'
import { noticesOf } from './notices.ts'
import type { Settling } from './settling.ts'
import { createUnlocking, type OpeningWay, type TypedKey } from './unlocking.ts'

export const EXTENSION = 'daybook'
/**
 * A disk that does not answer (a network drive that is gone) must keep neither records and keys in memory nor the app
 * from ending: this long is a save waited for. What it was about to save was not acknowledged.
 */
const PATIENCE_MS = 5_000

type LogCalls =
  | 'log.state'
  | 'log.choose'
  | 'log.create'
  | 'log.unlock'
  | 'log.unlockWithRecovery'
  | 'log.cancelUnlock'
  | 'log.lock'
  | 'log.close'
  | 'log.page'
  | 'log.dismissNotice'
  | 'items.alike'

export interface LogDesk {
  readonly handlers: HandlersOf<LogCalls>
  openLog(): OpenLog | null
  /** Looks for duplicates in the open log; null when none is open. */
  duplicates(): DuplicateFinder | null
  /** Path of the log that is chosen, open or not. */
  chosen(): string | null
  /** The open log has gone on in another file; `byItself` when nobody has chosen its place. */
  noteMoved(path: string, byItself?: boolean): void
  state(): LogState
  lockFor(reason: LockReason): Promise<void>
}

interface LogDeskOptions {
  readonly text: (key: MainText) => string
  /** Of the window (BCP 47). */
  readonly language: () => string
  readonly beforeClose: () => void
  /** Asked before the open log is let go of; false when it must stay open. */
  readonly secure: (reason: LockReason) => Promise<boolean>
  readonly guessing: Guessing
  readonly settling: Settling
  readonly held: HeldDrafts
}

interface Current {
  readonly log: OpenLog
  readonly pager: LogPager
  readonly feed: ChangeFeed
  readonly alike: AlikeItems
  readonly duplicates: DuplicateFinder
  readonly notices: readonly AppError[]
}

export function createLogDesk(ports: DeskPorts, options: LogDeskOptions): LogDesk {
  const { guessing, settling, held } = options
  const unlocking = createUnlocking(ports, guessing)
  let chosen: string | null = null
  /** A copy that Daybook saved by itself, until it was told. */
  let savedBeside: string | null = null
  let current: Current | null = null
  let closing: Promise<void> = Promise.resolve()
  let isClosing = false
  let locking: Promise<void> | null = null

  const state = (): LogState => ({
    phase: current !== null ? 'open' : chosen !== null ? 'locked' : 'closed',
    name: chosen === null ? null : path.basename(chosen, path.extname(chosen)),
    demo: current?.log.data.meta.demo ?? false,
    readOnly: current?.log.readOnly ?? false,
    optIns: [...(current?.log.data.meta.optIns ?? [])],
    canUndo: current?.log.canUndo ?? false,
    canRedo: current?.log.canRedo ?? false,
    savedAt: current?.log.savedAt ?? null,
    failure: current?.log.failure ?? null,
    notices: [...(current?.notices ?? [])],
    heldDrafts: current !== null || chosen === null ? 0 : held.count(chosen),
  })

  const use = (session: VaultSession<Log>, notices: readonly AppError[]): void => {
    const feed = createChangeFeed((change) => {
      // A save that ends after locking has nothing to show any more.
      if (current?.log === log) ports.emit('log.changed', { state: state(), patch: patchOf(change) })
    })
    const onChange = (change: Change) => {
      alike.change(change)
      duplicates.change(change)
      pager.noteChange()
      feed.push(change)
    }
    const log: OpenLog = new OpenLog(session, onChange, ports.now)
    const alike = createAlikeItems(log)
    const duplicates = createDuplicateFinder(log)
    const pager = createLogPager(log)
    current = { log, pager, feed, alike, duplicates, notices }
    pager.readAhead()
  }

  /** Resolves when the file is closed, or is waited for no longer; nothing of the log is left here then. */
  const close = (): Promise<void> => {
    if (current === null) return closed()
    const { log, feed, duplicates } = current
    current = null
    feed.end()
    duplicates.stop()
    options.beforeClose()
    // What could not be closed must not keep another log, or this one, from being opened for ever.
    const givenUp = ports.delay(PATIENCE_MS)
    const end = log.close(givenUp).catch(() => undefined)
    closing = end
    isClosing = true
    void end.then(() => {
      if (closing === end) isClosing = false
    })
    return Promise.race([end, givenUp.then(() => undefined)])
  }
  /** Waits for a file that is being closed, but not for ever. */
  const closed = async (): Promise<void> => {
    if (isClosing) await Promise.race([closing, ports.delay(PATIENCE_MS)])
  }

  /** Lets go of what is open or being opened, after the window has saved what is half-typed. */
  const leave = async (): Promise<void> => {
    await unlocking.cancel()
    if (current !== null) await settling.ask()
    await close()
  }

  const create = async (passphrase: string, demo: boolean): Promise<Result<LogState, AppError>> => {
    const suggested = `${options.text(demo ? 'file.demoLog' : 'file.newLog')}.${EXTENSION}`
    const target = await ports.dialogs.chooseNewFile(options.text('dialog.createLog'), suggested)
    if (target === null || !(await options.secure('user'))) return ok(state())
    const now = ports.now().toISOString()
    const initial = demo
      ? await createDemoLog(ports.resourcesDir, demoLanguage(options.language()), now, () =>
          createId(randomBytes),
        )
      : emptyLog(now)
    const secret = passphraseSecret(passphrase)
    const made = await createVault<Log>({
      path: target,
      passphrase: secret,
      initial,
      schema: LOG_SCHEMA,
      ...(ports.kdf === undefined ? {} : { kdf: ports.kdf }),
      ports: { now: ports.now, ...ports.vault },
    }).finally(() => secret.wipe())
    if (!made.ok) return err(vaultAppError(made.error))
    await leave()
    chosen = target
    const warnings = findFileSystemWarnings(target)
    use(made.value, noticesOf({ ...made.value.report, warnings }))
    return ok(state())
  }

  const unlock = async (key: TypedKey, way: OpeningWay): Promise<Result<LogState, AppError>> => {
    const target = chosen
    if (target === null) return err(appError('log/none-chosen'))
    if (current !== null) return ok(state())
    // Until then the file is locked by ourselves.
    await closed()
    if (isClosing) return err(appError('log/still-closing'))
    const opened = await unlocking.open(target, key, way)
    if (!opened.ok) return opened
    if (chosen !== target || current !== null) {
      await opened.value.close()
      return err(appError('vault/cancelled'))
    }
    const notices = noticesOf(opened.value.report, way.readOnly)
    const beside =
      savedBeside === target ? [appError('notice/saved-beside', { name: state().name ?? '' })] : []
    savedBeside = null
    use(opened.value, [...beside, ...notices])
    return ok(state())
  }

  const lock = async (reason: LockReason): Promise<void> => {
    // Whoever was about to open the log is gone, or the lid is closed.
    await unlocking.cancel()
    if (current !== null) await settling.ask()
    // It may be closing already, with a save still under way.
    if (current === null) return closed()
    // The window forgets first: closing waits for a save that is under way.
    const dropped = close()
    ports.emit('log.locked', { state: state(), reason })
    await dropped
  }
  const lockFor = (reason: LockReason): Promise<void> => {
    locking ??= lock(reason).finally(() => {
      locking = null
    })
    return locking
  }

  return {
    openLog: () => current?.log ?? null,
    duplicates: () => current?.duplicates ?? null,
    chosen: () => chosen,
    noteMoved: (target, byItself = false) => {
      chosen = target
      savedBeside = byItself ? target : null
      const warnings = findFileSystemWarnings(target).map((warning) => appError(`notice/${warning}`))
      if (current !== null) current = { ...current, notices: warnings }
    },
    state,
    lockFor,
    handlers: {
      'log.state': async () => ok(state()),
      'log.choose': async () => {
        const file = await ports.dialogs.chooseFile(options.text('dialog.openLog'), [])
        if (file === null || !(await options.secure('user'))) return ok(state())
        await leave()
        chosen = file
        return ok(state())
      },
      'log.create': ({ passphrase, demo }) => create(passphrase, demo),
      'log.unlock': ({ passphrase, ...way }) => unlock({ kind: 'passphrase', passphrase }, openingWay(way)),
      'log.unlockWithRecovery': ({ words, ...way }) => unlock({ kind: 'recovery', words }, openingWay(way)),
      'log.cancelUnlock': async () => {
        await unlocking.cancel()
        return ok({})
      },
      'log.lock': async () => {
        if (await options.secure('user')) await lockFor('user')
        return ok(state())
      },
      'log.close': async () => {
        if (!(await options.secure('user'))) return ok(state())
        await leave()
        chosen = null
        return ok(state())
      },
      'log.page': async ({ cursor }) =>
        current === null ? err(appError('log/not-open')) : current.pager.page(cursor),
      'items.alike': async ({ id }) =>
        current === null ? err(appError('log/not-open')) : ok([...(await current.alike.alike(id))]),
      'log.dismissNotice': async ({ code }) => {
        if (current !== null) {
          current = { ...current, notices: current.notices.filter((notice) => notice.code !== code) }
        }
        return ok(state())
      },
    },
  }
}

function openingWay({
  readOnly = false,
  takeOver,
}: Pick<Input<'log.unlock'>, 'readOnly' | 'takeOver'>): OpeningWay {
  return { readOnly, ...(takeOver === undefined ? {} : { takeOver }) }
}
