/** Opening a log for a command. */
import { type Cause, historyPuts } from '../core/history/recordChange.ts'
import { applyInPlace, type Change, LOG_SCHEMA, type Log } from '../core/log.ts'
import { openVault } from '../vault/openVault.ts'
import type { VaultKey } from '../vault/slots.ts'
import type { VaultSession } from '../vault/VaultSession.ts'
import { nowInstant } from './clock.ts'
import type { Invocation } from './invocation.ts'
import { tellNotices } from './notices.ts'
import { readKey } from './passphrase.ts'
import { lockToTakeOver } from './takeOverLock.ts'
import { keyFailure, vaultValue } from './vaultFailure.ts'
import { vaultPorts } from './vaultPorts.ts'

/** Opens the log named by the positional LOG, runs `work`, closes it whatever happens. */
export async function withLog<T>(
  invocation: Invocation,
  mode: 'read' | 'write',
  work: (session: VaultSession<Log>) => Promise<T>,
  name = invocation.positional('LOG'),
  signal?: AbortSignal,
): Promise<T> {
  return withLogAndKey(invocation, mode, await readKey(invocation), work, name, signal)
}

/** The same with a key that the command has read; it is wiped in the end. */
export async function withLogAndKey<T>(
  invocation: Invocation,
  mode: 'read' | 'write',
  key: VaultKey,
  work: (session: VaultSession<Log>) => Promise<T>,
  name = invocation.positional('LOG'),
  signal?: AbortSignal,
): Promise<T> {
  try {
    const given = {
      path: invocation.path(name),
      key,
      schema: LOG_SCHEMA,
      readOnly: mode === 'read',
      ...(signal === undefined ? {} : { signal }),
      ports: vaultPorts(),
    }
    const host = invocation.text('take-over-lock')
    const first = await openVault<Log>(given)
    const opened =
      first.ok || host === undefined
        ? first
        : await openVault<Log>({ ...given, takeOver: lockToTakeOver(first.error, host) })
    if (!opened.ok) throw keyFailure(opened.error, key.kind)
    const session = opened.value
    try {
      tellNotices(session.report)
      return await work(session)
    } finally {
      await session.close()
    }
  } finally {
    key.secret.wipe()
  }
}

/**
 * Saves a change durably, with what it adds to the histories of its records; throws a failure that says what happened
 * when it cannot be saved.
 */
export async function saveChange(
  session: VaultSession<Log>,
  change: Change,
  why: Pick<Cause, 'what' | 'reason'>,
): Promise<void> {
  if (change.length === 0) return
  const cause = { ...why, at: nowInstant() }
  vaultValue(
    await session.update((log, before) => {
      applyInPlace(log, before, [...change, ...historyPuts(before, change, cause)])
    }),
  )
}
