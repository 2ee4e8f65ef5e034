/** Opening the chosen log with a passphrase or recovery words: one at a time, with progress, and it can be stopped. */
import { type AppError, appError } from '../../core/appError.ts'
import { LOG_SCHEMA, type Log } from '../../core/log.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { openVault } from '../../vault/openVault.ts'
import { parseRecoveryWords } from '../../vault/recoveryKey.ts'
import { passphraseSecret, type Secret } from '../../vault/secret.ts'
import type { VaultSession } from '../../vault/VaultSession.ts'
import type { VaultError } from '../../vault/vaultError.ts'
import { vaultAppError } from '../vaultAppError.ts'
import type { DeskPorts } from './context.ts'
import type { Guessing } from './guessing.ts'
import { createSlowProgress } from './slowProgress.ts'

/** A disk that does not answer must not keep the log from being locked. */
const PATIENCE_MS = 1_000

/** What somebody typed. */
export type TypedKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly words: string }

/** How it is to be opened. */
export interface OpeningWay {
  readonly readOnly: boolean
  /** A lock to be taken over, of whose holder the user says that it is gone. */
  readonly takeOver?: string
}

export interface Unlocking {
  /** `log/busy` while another is under way; `vault/cancelled` after `cancel`. */
  open(path: string, key: TypedKey, way: OpeningWay): Promise<Result<VaultSession<Log>, AppError>>
  /** Resolves when nothing is under way any more, or a disk that does not answer is waited for no longer. */
  cancel(): Promise<void>
}

export function createUnlocking(ports: DeskPorts, guessing: Guessing): Unlocking {
  let running: { readonly stop: AbortController; readonly end: Promise<unknown> } | null = null

  const openWith = async (
    path: string,
    kind: TypedKey['kind'],
    secret: Secret,
    way: OpeningWay,
    signal: AbortSignal,
  ): Promise<Result<VaultSession<Log>, VaultError>> => {
    const progress = createSlowProgress(ports, 'unlock')
    try {
      const opened = await openVault<Log>({
        path,
        key: { kind, secret },
        schema: LOG_SCHEMA,
        ...way,
        signal,
        ...(ports.kdf === undefined ? {} : { kdf: ports.kdf }),
        onProgress: ({ step, done, total }) => progress.tell(step, done, total),
        ports: { now: ports.now, ...ports.vault },
      })
      if (!opened.ok || !signal.aborted) return opened
      // Locked or cancelled at the very end: nobody waits for it any more.
      await opened.value.close()
      return err({ code: 'vault/cancelled' })
    } finally {
      progress.end()
      secret.wipe()
    }
  }

  const open = async (
    path: string,
    key: TypedKey,
    way: OpeningWay,
    signal: AbortSignal,
  ): Promise<Result<VaultSession<Log>, AppError>> => {
    const refusal = guessing.refusal(path)
    if (refusal !== null) return err(refusal)
    const secret = secretOf(key)
    if (!secret.ok) return err(vaultAppError(secret.error))
    const opened = await openWith(path, key.kind, secret.value, way, signal)
    if (opened.ok) {
      guessing.noteRight(path)
      return opened
    }
    if (opened.error.code !== 'vault/wrong-passphrase') return err(vaultAppError(opened.error))
    guessing.noteWrong(path)
    return err(key.kind === 'recovery' ? appError('vault/wrong-recovery-key') : vaultAppError(opened.error))
  }

  return {
    open: async (path, key, way) => {
      if (running !== null) return err(appError('log/busy'))
      const stop = new AbortController()
      const opening = open(path, key, way, stop.signal)
      running = { stop, end: opening }
      try {
        return await opening
      } finally {
        running = null
      }
    },
    cancel: async () => {
      if (running === null) return
      running.stop.abort()
      await Promise.race([running.end.catch(() => undefined), ports.delay(PATIENCE_MS)])
    },
  }
}

function secretOf(key: TypedKey): Result<Secret, VaultError> {
  return key.kind === 'passphrase' ? ok(passphraseSecret(key.passphrase)) : parseRecoveryWords(key.words)
}
