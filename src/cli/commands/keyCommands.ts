/** `change-passphrase`, `slots` and `rekey`: the ways to open a log. */
import type { Log } from '../../core/log.ts'
import { recoveryWords } from '../../vault/recoveryKey.ts'
import type { Secret } from '../../vault/secret.ts'
import type { SlotInfo, VaultSession } from '../../vault/VaultSession.ts'
import type { Command } from '../command.ts'
import { usage } from '../exit.ts'
import { untilInterrupted } from '../interrupt.ts'
import type { Invocation } from '../invocation.ts'
import { LOCK_OPTION, NEW_PASSPHRASE_OPTION } from '../keyOptions.ts'
import { type Output, textTable } from '../output.ts'
import { isWithRecoveryKey, readKey, readNewPassphrase, readPassphrase } from '../passphrase.ts'
import { withLog, withLogAndKey } from '../vault.ts'
import { keyFailure, vaultValue } from '../vaultFailure.ts'

const OLDER_COPIES =
  'Older copies and backups of the file still open as before; if somebody else may have one, use "daybook rekey".'

export const changePassphraseCommand: Command = {
  spec: { positionals: ['LOG'], options: { ...NEW_PASSPHRASE_OPTION, ...LOCK_OPTION } },
  run: async (invocation, output) => {
    if (isWithRecoveryKey(invocation)) return resetPassphrase(invocation, output)
    await withNewPassphrase(invocation, async (session, current, next) => {
      vaultValue(await session.changePassphrase(current, next))
      tell(session, invocation, output, `The passphrase is changed. ${OLDER_COPIES}`)
    })
  },
}

/** For whoever has forgotten the passphrase: the recovery key opens the log and vouches for the new one. */
async function resetPassphrase(invocation: Invocation, output: Output): Promise<void> {
  const key = await readKey(invocation)
  try {
    const next = await readNewPassphrase(invocation)
    try {
      await withLogAndKey(invocation, 'write', key, async (session) => {
        const done = await session.resetPassphrase(key.secret, next)
        if (!done.ok) throw keyFailure(done.error, key.kind)
        tell(
          session,
          invocation,
          output,
          `The new passphrase has taken the place of all there were; the recovery key opens the log as before. ${OLDER_COPIES}`,
        )
      })
    } finally {
      next.wipe()
    }
  } finally {
    key.secret.wipe()
  }
}

export const rekeyCommand: Command = {
  spec: { positionals: ['LOG'], options: LOCK_OPTION },
  run: (invocation, output) =>
    untilInterrupted((signal) =>
      withPassphrase(
        invocation,
        async (session, current) => {
          vaultValue(await session.rekey(current, { signal }))
          tell(
            session,
            invocation,
            output,
            'The log has a new data key, which this passphrase alone opens: other passphrases and a recovery key have to be added again. Whoever has an older copy can still read that copy, and nothing that is saved from now on.',
          )
        },
        signal,
      ),
    ),
}

export const slotsCommand: Command = {
  spec: { positionals: ['LOG', 'ACTION?', 'ID?'], options: { ...NEW_PASSPHRASE_OPTION, ...LOCK_OPTION } },
  run: (invocation, output) => {
    const action = invocation.optionalPositional('ACTION')
    if (action !== 'remove' && invocation.optionalPositional('ID') !== undefined) {
      throw usage('cli/argument-surplus', 'Only remove takes an ID.')
    }
    switch (action) {
      case undefined:
        return withLog(invocation, 'read', async (session) => tell(session, invocation, output, null))
      case 'add-passphrase':
        return addPassphrase(invocation, output)
      case 'add-recovery':
        return addRecovery(invocation, output)
      case 'remove':
        return remove(invocation, output)
      default:
        throw usage('cli/value-unknown', 'slots takes one of: add-passphrase, add-recovery, remove.')
    }
  },
}

function addPassphrase(invocation: Invocation, output: Output): Promise<void> {
  return withNewPassphrase(invocation, async (session, current, next) => {
    vaultValue(await session.addPassphrase(current, next))
    tell(session, invocation, output, 'The passphrase is added.')
  })
}

/** The words go to stdout, once: they are nowhere else afterwards. */
function addRecovery(invocation: Invocation, output: Output): Promise<void> {
  return withPassphrase(invocation, async (session, current) => {
    const key = vaultValue(await session.addRecoveryKey(current))
    const words = recoveryWords(key)
    key.wipe()
    if (invocation.flag('json')) output.document({ words, slots: session.info().slots })
    else output.line(words)
    process.stderr.write('Write these 24 words on paper now: they are shown this once, and open the log.\n')
  })
}

function remove(invocation: Invocation, output: Output): Promise<void> {
  const wanted = invocation.optionalPositional('ID')
  if (wanted === undefined) throw usage('cli/argument-missing', 'ID is missing.')
  return withPassphrase(invocation, async (session, current) => {
    const found = session.info().slots.filter(({ id }) => id.startsWith(wanted))
    if (found.length > 1)
      throw usage('cli/id-ambiguous', `Several begin with ${wanted}: give more of the ID.`)
    vaultValue(await session.removeSlot(current, found[0]?.id ?? wanted))
    tell(session, invocation, output, `Removed. ${OLDER_COPIES}`)
  })
}

async function withPassphrase(
  invocation: Invocation,
  work: (session: VaultSession<Log>, current: Secret) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const secret = await readPassphrase(invocation)
  const key = { kind: 'passphrase', secret } as const
  await withLogAndKey(invocation, 'write', key, (session) => work(session, secret), undefined, signal)
}

async function withNewPassphrase(
  invocation: Invocation,
  work: (session: VaultSession<Log>, current: Secret, next: Secret) => Promise<void>,
): Promise<void> {
  // Asked for in this order, as people expect.
  const secret = await readPassphrase(invocation)
  const next = await readNewPassphrase(invocation)
  try {
    await withLogAndKey(invocation, 'write', { kind: 'passphrase', secret }, (session) =>
      work(session, secret, next),
    )
  } finally {
    next.wipe()
  }
}

function tell(
  session: VaultSession<Log>,
  invocation: Invocation,
  output: Output,
  sentence: string | null,
): void {
  const { slots } = session.info()
  if (invocation.flag('json')) {
    output.document({ slots })
    return
  }
  for (const line of textTable(slots.map(slotRow))) output.line(line)
  if (sentence !== null) output.line(sentence)
}

function slotRow({ id, kind, kdf }: SlotInfo): readonly string[] {
  return [id, kind, slotCost(kdf)]
}

/** What each guess at a slot costs, in words. */
export function slotCost(kdf: SlotInfo['kdf']): string {
  if (kdf === null) return '256 random bits'
  return `Argon2id, ${kdf.memoryKiB / 1024} MiB, ${kdf.passes} passes`
}
