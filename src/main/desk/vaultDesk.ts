/**
 * The file of the log: how it opens, copies of it, and what can be rescued of a damaged one. Paths come from dialogs
 * and stay here; the window is told names.
 */
import path from 'node:path'
import { type AppError, appError } from '../../core/appError.ts'
import { withoutHistories } from '../../core/history/withoutHistories.ts'
import { dateOfRow, emptyLog, LOG_SCHEMA, type Log } from '../../core/log.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { VaultInfoView } from '../../shared/ipc/vault.ts'
import { parseRecoveryWords, recoveryWords } from '../../vault/recoveryKey.ts'
import { rescueVault } from '../../vault/rescueVault.ts'
import { passphraseSecret, type Secret } from '../../vault/secret.ts'
import type { VaultKey } from '../../vault/slots.ts'
import type { VaultSession } from '../../vault/VaultSession.ts'
import type { VaultError } from '../../vault/vaultError.ts'
import type { OpenLog } from '../openLog.ts'
import { toldOutcome, vaultAppError } from '../vaultAppError.ts'
import type { DeskContext, HandlersOf } from './context.ts'
import { chooseCopy, moveElsewhere } from './copyElsewhere.ts'
import type { Guessing } from './guessing.ts'
import { createLongTasks } from './longTask.ts'
import { createSecuring, type Securing } from './securing.ts'

type VaultCalls =
  | 'vault.info'
  | 'vault.changePassphrase'
  | 'vault.resetPassphrase'
  | 'vault.addPassphrase'
  | 'vault.addRecoveryKey'
  | 'vault.removeSlot'
  | 'vault.rekey'
  | 'vault.backup'
  | 'vault.saveElsewhere'
  | 'vault.rescue'
  | 'vault.cancelTask'

/** Lost records that the window is told of one by one; the command line tells of all. */
const MOST_NAMED = 500

export interface VaultDesk extends Securing {
  readonly handlers: HandlersOf<VaultCalls>
  /** Stops a backup, a copy elsewhere, a rescue or a new encryption; resolves when nothing of it is left. */
  stop(): Promise<void>
  /** Is one of these under way? */
  isBusy(): boolean
}

export function createVaultDesk(context: DeskContext, guessing: Guessing): VaultDesk {
  const { ports } = context
  const tasks = createLongTasks(ports)

  /** Work that asks for a passphrase of the open log, with the same wait after wrong ones as unlocking. */
  const withPassphrase = async <T>(
    passphrase: string,
    work: (session: VaultSession<Log>, current: Secret) => Promise<Result<T, VaultError>>,
  ): Promise<Result<T, AppError>> => {
    const log = context.openLog()
    const file = context.chosen()
    if (log === null || file === null) return err(appError('log/not-open'))
    const refusal = guessing.refusal(file)
    if (refusal !== null) return err(refusal)
    const current = passphraseSecret(passphrase)
    const done = await work(log.session, current).finally(() => current.wipe())
    if (done.ok) guessing.noteRight(file)
    else if (done.error.code === 'vault/wrong-passphrase') guessing.noteWrong(file)
    return done.ok ? done : err(vaultAppError(done.error))
  }

  /** The same, answered with what the file is now. */
  const changeKeys = async (
    passphrase: string,
    work: (session: VaultSession<Log>, current: Secret) => Promise<Result<void, VaultError>>,
  ): Promise<Result<VaultInfoView, AppError>> => {
    const done = await withPassphrase(passphrase, work)
    return done.ok ? info() : done
  }

  const info = async (): Promise<Result<VaultInfoView, AppError>> => {
    const log = context.openLog()
    return log === null ? err(appError('log/not-open')) : ok(infoOf(log))
  }

  /** With the recovery key in place of a passphrase that is forgotten. */
  const resetPassphrase = async (words: string, next: string): Promise<Result<VaultInfoView, AppError>> => {
    const log = context.openLog()
    const file = context.chosen()
    if (log === null || file === null) return err(appError('log/not-open'))
    const refusal = guessing.refusal(file)
    if (refusal !== null) return err(refusal)
    const key = parseRecoveryWords(words)
    if (!key.ok) return err(vaultAppError(key.error))
    const done = await withSecret(next, (fresh) => log.session.resetPassphrase(key.value, fresh))
    key.value.wipe()
    if (done.ok) {
      guessing.noteRight(file)
      return info()
    }
    if (done.error.code !== 'vault/wrong-passphrase') return err(vaultAppError(done.error))
    guessing.noteWrong(file)
    return err(appError('vault/wrong-recovery-key'))
  }

  const backup = async (): Promise<Result<Output<'vault.backup'>, AppError>> => {
    const log = context.openLog()
    if (log === null) return err(appError('log/not-open'))
    const target = await chooseCopy(context, 'dialog.backup', 'file.backup')
    if (target === null) return ok(null)
    if (!log.isOpen) return err(appError('log/not-open'))
    const written = await tasks.run('backup', async ({ signal, tell }) => {
      tell('copying', 0, null)
      const onProgress = (done: number, total: number) => tell('copying', done, total)
      return toldOutcome(await log.session.backup(target, { signal, onProgress }))
    })
    if (!written.ok) return written
    const { sizeBytes, records } = written.value
    return ok({ file: path.basename(written.value.path), sizeBytes, records })
  }

  const saveElsewhere = async (): Promise<Result<Output<'vault.saveElsewhere'>, AppError>> => {
    const log = context.openLog()
    if (log === null) return err(appError('log/not-open'))
    const target = await chooseCopy(context, 'dialog.saveElsewhere', 'file.copy')
    if (target === null) return ok(null)
    if (!log.isOpen) return err(appError('log/not-open'))
    const saved = await moveElsewhere(context, tasks, log, target)
    return saved.ok ? ok(context.state()) : saved
  }

  const rescue = async (typed: Input<'vault.rescue'>): Promise<Result<Output<'vault.rescue'>, AppError>> => {
    const damaged = context.chosen()
    if (damaged === null) return err(appError('log/none-chosen'))
    if (context.openLog() !== null) return err(appError('log/not-locked'))
    const refusal = guessing.refusal(damaged)
    if (refusal !== null) return err(refusal)
    const key = keyOf(typed)
    if (!key.ok) return err(vaultAppError(key.error))
    const out = await chooseCopy(context, 'dialog.rescue', 'file.rescued').catch((thrown: unknown) => {
      key.value.secret.wipe()
      throw thrown
    })
    if (out === null) {
      key.value.secret.wipe()
      return ok(null)
    }
    const rescued = await tasks
      .run('rescue', ({ signal, tell }) =>
        withSecret('words' in typed ? typed.next : typed.passphrase, async (newPassphrase) =>
          toldOutcome(
            await rescueVault<Log>({
              path: damaged,
              key: key.value,
              out,
              newPassphrase,
              initial: emptyLog(context.now()),
              schema: LOG_SCHEMA,
              signal,
              onProgress: (done, total) => tell('reading', done, total),
              ...(ports.kdf === undefined ? {} : { kdf: ports.kdf }),
              ports: { now: ports.now, ...ports.vault },
            }),
          ),
        ),
      )
      .finally(() => key.value.secret.wipe())
    if (!rescued.ok) {
      if (rescued.error.code !== 'vault/wrong-passphrase') return rescued
      guessing.noteWrong(damaged)
      return 'words' in typed ? err(appError('vault/wrong-recovery-key')) : rescued
    }
    const { records: all, lost, lostRecords, lostBytes, sawSnapshotEnd, ...missing } = rescued.value
    const lostOfKinds = withoutHistories(lostRecords)
    const { history: _, ...records } = all
    return ok({
      file: path.basename(out),
      records: Object.values(records).reduce((sum, count) => sum + count, 0),
      lost: lost.map(({ from, to }) => ({ from, to })),
      lostBytes,
      lostRecordCount: lostOfKinds.length,
      lostRecords: lostOfKinds.slice(0, MOST_NAMED).map(({ collection, id, untrustedRow }) => ({
        collection,
        id,
        date: dateOfRow(untrustedRow),
      })),
      sawEnd: sawSnapshotEnd,
      endsEarly: missing.endsEarly,
      missingFrames: missing.missingFrames,
      incompleteTransactions: missing.incompleteTransactions,
      invalid: missing.invalid,
    })
  }

  /** Under way as one that can be stopped; wrong passphrases wait as everywhere. */
  const rekey = (passphrase: string): Promise<Result<VaultInfoView, AppError>> =>
    tasks.run('rekey', ({ signal, tell }) =>
      changeKeys(passphrase, (session, secret) =>
        session.rekey(secret, { signal, onProgress: (done, total) => tell('copying', done, total) }),
      ),
    )

  const handlers: HandlersOf<VaultCalls> = {
    'vault.info': info,
    'vault.changePassphrase': ({ current, next }) =>
      changeKeys(current, (session, old) =>
        withSecret(next, (fresh) => session.changePassphrase(old, fresh)),
      ),
    'vault.resetPassphrase': ({ words, next }) => resetPassphrase(words, next),
    'vault.addPassphrase': ({ current, next }) =>
      changeKeys(current, (session, old) => withSecret(next, (fresh) => session.addPassphrase(old, fresh))),
    'vault.addRecoveryKey': async ({ current }) => {
      const made = await withPassphrase(current, (session, secret) => session.addRecoveryKey(secret))
      if (!made.ok) return made
      try {
        return ok({ words: recoveryWords(made.value) })
      } finally {
        made.value.wipe()
      }
    },
    'vault.removeSlot': ({ current, id }) =>
      changeKeys(current, (session, secret) => session.removeSlot(secret, id)),
    'vault.rekey': ({ passphrase }) => rekey(passphrase),
    'vault.backup': backup,
    'vault.saveElsewhere': saveElsewhere,
    'vault.rescue': rescue,
    'vault.cancelTask': async () => {
      await tasks.stop()
      return ok({})
    },
  }
  const { secure } = createSecuring(context, tasks)
  return { handlers, stop: tasks.stop, isBusy: () => tasks.running() !== null, secure }
}

function keyOf(typed: Input<'vault.rescue'>): Result<VaultKey, VaultError> {
  if (!('words' in typed)) return ok({ kind: 'passphrase', secret: passphraseSecret(typed.passphrase) })
  const secret = parseRecoveryWords(typed.words)
  return secret.ok ? ok({ kind: 'recovery', secret: secret.value }) : secret
}

async function withSecret<T>(text: string, work: (secret: Secret) => Promise<T>): Promise<T> {
  const secret = passphraseSecret(text)
  try {
    return await work(secret)
  } finally {
    secret.wipe()
  }
}

function infoOf({ session }: OpenLog): VaultInfoView {
  const { formatVersion, sizeBytes, counter, lastSaved, slots, compactionFailure } = session.info()
  return {
    formatVersion,
    sizeBytes,
    counter,
    lastSaved,
    slots: slots.map(({ id, kind, kdf }) => ({
      id,
      kind,
      memoryMiB: kdf === null ? null : kdf.memoryKiB / 1024,
    })),
    compactionFailure: compactionFailure === null ? null : vaultAppError(compactionFailure),
  }
}
